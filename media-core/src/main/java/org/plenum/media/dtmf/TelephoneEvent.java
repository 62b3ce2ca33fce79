package org.plenum.media.dtmf;

import org.plenum.media.rtp.NetworkOrder;
import org.plenum.media.rtp.RtpPacket;

/**
 * View of a telephone event payload (RFC 4733 section 2.3).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |     event     |E|R| volume    |          duration             |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class TelephoneEvent {

  /** Length of an event, octets. */
  public static final int LENGTH = 4;

  /** Longest duration of one event packet; longer presses are continued by segments. */
  public static final int MAX_DURATION = 0xFFFF;

  private static final String DIGITS = "0123456789*#ABCD";
  private static final int END = 0x80;

  private byte[] buffer = new byte[LENGTH];
  private int offset;

  /** Points the view at a packet's payload; false if it is too short. */
  public boolean parse(RtpPacket packet) {
    return parse(packet.buffer(), packet.payloadOffset(), packet.payloadLength());
  }

  /** Points the view at a payload; false if it is too short. */
  public boolean parse(byte[] bytes, int start, int length) {
    if (length < LENGTH) {
      return false;
    }
    buffer = bytes;
    offset = start;
    return true;
  }

  /** Event code, 0-255. */
  public int event() {
    return buffer[offset] & 0xFF;
  }

  /** True for the codes of DTMF digits (section 3.2). */
  public boolean isDigit() {
    return event() < DIGITS.length();
  }

  /** The digit; only if {@link #isDigit()}. */
  public char digit() {
    return DIGITS.charAt(event());
  }

  /** The press is over. */
  public boolean end() {
    return (buffer[offset + 1] & END) != 0;
  }

  /** Duration so far, in timestamp units. */
  public int duration() {
    return NetworkOrder.u16(buffer, offset + 2);
  }

  /** Code of a digit, or -1 if it has none. */
  public static int codeOf(char digit) {
    return DIGITS.indexOf(Character.toUpperCase(digit));
  }

  /** Writes an event payload at index 0. */
  static void write(byte[] target, int event, boolean end, int volume, int duration) {
    target[0] = (byte) event;
    target[1] = (byte) ((end ? END : 0) | volume);
    NetworkOrder.put16(target, 2, duration);
  }
}
