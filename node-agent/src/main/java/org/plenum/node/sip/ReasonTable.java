package org.plenum.node.sip;

import javax.sip.message.Response;
import org.plenum.node.call.DisconnectReason;
import org.plenum.node.call.RejectReason;

/**
 * Call-leg reasons as SIP status codes: of the final response to an INVITE, and in the Reason
 * header of a BYE (RFC 3326).
 */
final class ReasonTable {
  /** Q.850 cause of a call that ended as calls do. */
  private static final int NORMAL_CALL_CLEARING = 16;

  private ReasonTable() {}

  /**
   * The Reason header of a BYE.
   *
   * @param protocol {@code Q.850} or {@code SIP}
   * @param cause cause or status code
   */
  record Cause(String protocol, int cause) {}

  static int status(RejectReason reason) {
    return switch (reason) {
      case CONFERENCE_NOT_FOUND -> Response.NOT_FOUND;
      case FORBIDDEN, CONFERENCE_LOCKED -> Response.FORBIDDEN;
      case UNAVAILABLE, NO_LICENCE -> Response.TEMPORARILY_UNAVAILABLE;
      // 503 would make proxies avoid the whole node, while only one service is full.
      case BUSY, PARTICIPANT_LIMIT -> Response.BUSY_HERE;
      case DECLINED -> Response.DECLINE;
      case INSUFFICIENT_CAPACITY, MAINTENANCE_MODE -> Response.SERVICE_UNAVAILABLE;
      case MEDIA_NOT_ACCEPTABLE -> Response.NOT_ACCEPTABLE_HERE;
      case INTERNAL_ERROR -> Response.SERVER_INTERNAL_ERROR;
    };
  }

  /** Status for a call that is ended before it was answered. */
  static int status(DisconnectReason reason) {
    return switch (reason.category()) {
      case NORMAL, REMOTE, ADMINISTRATOR, CONFERENCE_ENDED, LICENCE ->
          Response.TEMPORARILY_UNAVAILABLE;
      case REJECTED -> Response.DECLINE;
      case TIMEOUT -> Response.REQUEST_TIMEOUT;
      case CAPACITY -> Response.SERVICE_UNAVAILABLE;
      case FAILURE ->
          reason == DisconnectReason.MEDIA_NEGOTIATION_FAILED
              ? Response.NOT_ACCEPTABLE_HERE
              : Response.SERVER_INTERNAL_ERROR;
    };
  }

  /** Cause for the Reason header of a BYE. */
  static Cause cause(DisconnectReason reason) {
    return switch (reason.category()) {
      case NORMAL, REMOTE, ADMINISTRATOR, CONFERENCE_ENDED ->
          new Cause("Q.850", NORMAL_CALL_CLEARING);
      case REJECTED, TIMEOUT, CAPACITY, LICENCE, FAILURE -> new Cause("SIP", status(reason));
    };
  }
}
