package org.plenum.node.call;

/** Why an incoming call is refused, and how the leg's end is recorded. */
public enum RejectReason {
  CONFERENCE_NOT_FOUND("Conference not found", DisconnectReason.CALL_REJECTED),
  /** A policy or rule refuses this caller. */
  FORBIDDEN("Call not permitted", DisconnectReason.CALL_REJECTED),
  CONFERENCE_LOCKED("Conference locked", DisconnectReason.CALL_REJECTED),
  /** The service exists and takes no calls now, for example it is switched off. */
  UNAVAILABLE("Service unavailable", DisconnectReason.CALL_REJECTED),
  BUSY("Busy", DisconnectReason.CALL_REJECTED),
  DECLINED("Call declined", DisconnectReason.CALL_REJECTED),
  PARTICIPANT_LIMIT("Participant limit reached", DisconnectReason.INSUFFICIENT_CAPACITY),
  INSUFFICIENT_CAPACITY("Insufficient capacity", DisconnectReason.INSUFFICIENT_CAPACITY),
  NO_LICENCE("No valid license available", DisconnectReason.NO_LICENCE),
  MAINTENANCE_MODE("System in maintenance mode", DisconnectReason.CALL_REJECTED),
  /** No codec or no protection that both sides accept. */
  MEDIA_NOT_ACCEPTABLE("Media not acceptable", DisconnectReason.MEDIA_NEGOTIATION_FAILED),
  INTERNAL_ERROR("Internal error", DisconnectReason.INTERNAL_ERROR);

  private final String text;
  private final DisconnectReason recordedAs;

  RejectReason(String text, DisconnectReason recordedAs) {
    this.text = text;
    this.recordedAs = recordedAs;
  }

  /** What the caller and the log are told when no detail is given. */
  public String text() {
    return text;
  }

  /** The reason that {@link CallLeg.Listener#onEnded} gives for a call refused so. */
  public DisconnectReason recordedAs() {
    return recordedAs;
  }
}
