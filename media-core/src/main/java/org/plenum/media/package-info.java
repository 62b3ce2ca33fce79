@NullMarked
package org.plenum.media;

import org.jspecify.annotations.NullMarked;
