@NullMarked
package org.plenum.media.codec;

import org.jspecify.annotations.NullMarked;
