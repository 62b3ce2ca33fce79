/** RTCP packets as views of byte arrays, and their writing (RFC 3550, RFC 4585, RFC 5104). */
@NullMarked
package org.plenum.media.rtcp;

import org.jspecify.annotations.NullMarked;
