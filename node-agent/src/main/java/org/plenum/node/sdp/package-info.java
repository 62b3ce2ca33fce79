/**
 * Session descriptions (RFC 8866) and the offer/answer model (RFC 3264): from the text that a peer
 * sent to the text of the answer and the plan for the media plane.
 */
@NullMarked
package org.plenum.node.sdp;

import org.jspecify.annotations.NullMarked;
