@NullMarked
package org.plenum.media.video;

import org.jspecify.annotations.NullMarked;
