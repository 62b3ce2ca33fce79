/** Audio decoders and encoders on mono float samples in [-1, 1]. */
@NullMarked
package org.plenum.media.audio.codec;

import org.jspecify.annotations.NullMarked;
