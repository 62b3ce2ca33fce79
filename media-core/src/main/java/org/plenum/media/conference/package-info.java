@NullMarked
package org.plenum.media.conference;

import org.jspecify.annotations.NullMarked;
