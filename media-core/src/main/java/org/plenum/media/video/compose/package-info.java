@NullMarked
package org.plenum.media.video.compose;

import org.jspecify.annotations.NullMarked;
