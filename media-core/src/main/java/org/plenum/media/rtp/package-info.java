@NullMarked
package org.plenum.media.rtp;

import org.jspecify.annotations.NullMarked;
