/** DTLS-SRTP: keys for SRTP agreed by a handshake on the media path (RFC 5763, RFC 5764). */
@NullMarked
package org.plenum.media.dtls;

import org.jspecify.annotations.NullMarked;
