/** Mixing of a conference's sound and detection of who speaks. */
@NullMarked
package org.plenum.media.audio.mix;

import org.jspecify.annotations.NullMarked;
