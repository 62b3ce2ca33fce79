/** Signal processing on frames of 20 ms at 48 kHz, without allocation. */
@NullMarked
package org.plenum.media.audio.dsp;

import org.jspecify.annotations.NullMarked;
