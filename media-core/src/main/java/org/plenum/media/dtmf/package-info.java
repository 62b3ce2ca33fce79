/** DTMF digits as telephone events (RFC 4733). */
@NullMarked
package org.plenum.media.dtmf;

import org.jspecify.annotations.NullMarked;
