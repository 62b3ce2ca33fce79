@NullMarked
package org.plenum.media.video.layout;

import org.jspecify.annotations.NullMarked;
