@NullMarked
package org.plenum.media.video.frame;

import org.jspecify.annotations.NullMarked;
