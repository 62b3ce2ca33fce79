@NullMarked
package org.plenum.media.video.schedule;

import org.jspecify.annotations.NullMarked;
