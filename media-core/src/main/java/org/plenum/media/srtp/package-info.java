/** Protection of RTP and RTCP packets (RFC 3711), independent of how keys were agreed. */
@NullMarked
package org.plenum.media.srtp;

import org.jspecify.annotations.NullMarked;
