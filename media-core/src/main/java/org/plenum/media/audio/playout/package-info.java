/** From RTP packets to a steady stream of frames: reordering, delay adaptation, concealment. */
@NullMarked
package org.plenum.media.audio.playout;

import org.jspecify.annotations.NullMarked;
