/** The sound of one endpoint: received packets to frames, frames to sent packets. */
@NullMarked
package org.plenum.media.audio;

import org.jspecify.annotations.NullMarked;
