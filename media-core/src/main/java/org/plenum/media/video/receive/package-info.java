@NullMarked
package org.plenum.media.video.receive;

import org.jspecify.annotations.NullMarked;
