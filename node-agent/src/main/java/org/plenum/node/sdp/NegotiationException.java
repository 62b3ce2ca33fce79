package org.plenum.node.sdp;

/** A valid description with nothing that both sides can do; the message says what is missing. */
public final class NegotiationException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Codes of the SIP Warning header (RFC 3261 section 20.43). */
  public enum Warning {
    INCOMPATIBLE_TRANSPORT_PROTOCOL(302),
    MEDIA_TYPE_NOT_AVAILABLE(304),
    INCOMPATIBLE_MEDIA_FORMAT(305);

    private final int code;

    Warning(int code) {
      this.code = code;
    }

    /** Three digits. */
    public int code() {
      return code;
    }
  }

  private final Warning warning;

  public NegotiationException(Warning warning, String problem) {
    super(problem);
    this.warning = warning;
  }

  /** Which kind of incompatibility. */
  public Warning warning() {
    return warning;
  }
}
