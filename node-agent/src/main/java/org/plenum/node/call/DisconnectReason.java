package org.plenum.node.call;

/**
 * Why a call ended: a platform category and the text that logs, status and history show when
 * nothing more exact is known (DIAG-159).
 */
public enum DisconnectReason {
  REMOTE_DISCONNECT(Category.REMOTE, "Remote disconnect"),
  REMOTE_CANCELLED(Category.REMOTE, "Call cancelled by the remote side"),
  REMOTE_REJECTED(Category.REJECTED, "Call rejected by the remote side"),
  /** An incoming call was refused; the detail says why, see {@link RejectReason}. */
  CALL_REJECTED(Category.REJECTED, "Call rejected"),
  ADMINISTRATOR(Category.ADMINISTRATOR, "Disconnected by an administrator"),
  API_REQUEST(Category.ADMINISTRATOR, "Participant disconnect requested by API"),
  HOST_REQUEST(Category.NORMAL, "Disconnected by a Host"),
  CONFERENCE_ENDED(Category.CONFERENCE_ENDED, "Removing participant due to conference termination"),
  /** The platform ended the call as its service intends, for example after a test call. */
  SERVICE_COMPLETED(Category.NORMAL, "Call completed"),
  HOST_TIMEOUT(Category.TIMEOUT, "The conference host has not joined. Call will be disconnected."),
  PIN_TIMEOUT(
      Category.TIMEOUT, "The correct PIN has not been received. Call will be disconnected."),
  PIN_RETRIES_EXCEEDED(
      Category.REJECTED, "Participant exceeded PIN entry retries. Call will be disconnected."),
  /** Neither RTP nor RTCP arrives any more: the endpoint disappeared. */
  MEDIA_TIMEOUT(Category.TIMEOUT, "Media timeout"),
  /** The session was not refreshed in time (RFC 4028). */
  SESSION_TIMEOUT(Category.TIMEOUT, "Session timer expired"),
  /** The other side does not answer signalling messages. */
  SIGNALLING_TIMEOUT(Category.TIMEOUT, "Signalling timeout"),
  INSUFFICIENT_CAPACITY(Category.CAPACITY, "Insufficient capacity"),
  NO_LICENCE(Category.LICENCE, "No valid license available"),
  /** No codec or no protection that both sides accept. */
  MEDIA_NEGOTIATION_FAILED(Category.FAILURE, "Media negotiation failed"),
  MEDIA_SECURITY_FAILED(Category.FAILURE, "Media encryption failed"),
  SIGNALLING_FAILED(Category.FAILURE, "Signalling failure"),
  INTERNAL_ERROR(Category.FAILURE, "Internal error"),
  NODE_SHUTDOWN(Category.ADMINISTRATOR, "Conferencing node is shutting down");

  /** Platform category of a reason (DIAG-159). */
  public enum Category {
    NORMAL,
    REMOTE,
    ADMINISTRATOR,
    CONFERENCE_ENDED,
    REJECTED,
    TIMEOUT,
    CAPACITY,
    LICENCE,
    FAILURE
  }

  private final Category category;
  private final String text;

  DisconnectReason(Category category, String text) {
    this.category = category;
    this.text = text;
  }

  /** Platform category. */
  public Category category() {
    return category;
  }

  /** What logs and history show when nothing more exact is known. */
  public String text() {
    return text;
  }
}
