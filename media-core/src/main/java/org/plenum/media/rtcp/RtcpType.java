package org.plenum.media.rtcp;

/** RTCP packet types (RFC 3550 section 12.1, RFC 4585 section 6.1) and feedback formats. */
public final class RtcpType {
  public static final int SENDER_REPORT = 200;
  public static final int RECEIVER_REPORT = 201;
  public static final int SOURCE_DESCRIPTION = 202;
  public static final int BYE = 203;
  public static final int TRANSPORT_FEEDBACK = 205;
  public static final int PAYLOAD_FEEDBACK = 206;

  /** Transport feedback: generic NACK (RFC 4585 section 6.2.1). */
  public static final int FORMAT_NACK = 1;

  /** Payload feedback: picture loss indication (RFC 4585 section 6.3.1). */
  public static final int FORMAT_PLI = 1;

  /** Payload feedback: full intra request (RFC 5104 section 4.3.1). */
  public static final int FORMAT_FIR = 4;

  private RtcpType() {}
}
