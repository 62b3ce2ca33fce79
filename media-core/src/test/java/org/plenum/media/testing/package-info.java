@NullMarked
package org.plenum.media.testing;

import org.jspecify.annotations.NullMarked;
