@NullMarked
package org.plenum.media.video.rtp;

import org.jspecify.annotations.NullMarked;
