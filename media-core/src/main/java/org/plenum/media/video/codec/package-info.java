@NullMarked
package org.plenum.media.video.codec;

import org.jspecify.annotations.NullMarked;
