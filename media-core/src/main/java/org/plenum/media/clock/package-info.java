/** Time for media: a source that tests can replace, and the 20 ms ticks of the audio clock. */
@NullMarked
package org.plenum.media.clock;

import org.jspecify.annotations.NullMarked;
