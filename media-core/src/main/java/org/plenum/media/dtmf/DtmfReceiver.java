package org.plenum.media.dtmf;

import java.util.concurrent.TimeUnit;
import org.plenum.media.rtp.RtpPacket;

/**
 * Digits out of telephone events: each press once, when it ends. The end is repeated by the sender
 * and may still be lost; then the next press or a pause ends it (RFC 4733 section 2.5.2). Used by
 * one thread at a time.
 */
public final class DtmfReceiver {

  // Senders repeat the state at least every 50 ms (section 2.5.1.2).
  private static final long LOST_END_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  private final TelephoneEvent event = new TelephoneEvent();
  private final DigitListener listener;
  private boolean pressed;
  private boolean known;
  private char digit;
  private int timestamp;
  private long lastPacketNanos;

  /** Told about each press. */
  @FunctionalInterface
  public interface DigitListener {
    void onDigit(char digit);
  }

  public DtmfReceiver(DigitListener listener) {
    this.listener = listener;
  }

  /** Handles an event packet; malformed ones and events that are no digits are ignored. */
  public void onPacket(RtpPacket packet, long nowNanos) {
    if (!event.parse(packet) || !event.isDigit()) {
      return;
    }
    boolean samePress = known && packet.timestamp() == timestamp;
    if (!samePress && known && packet.timestamp() - timestamp < 0) {
      // A reordered packet of an earlier press, which has been reported.
      return;
    }
    if (!samePress && !isNextSegment(packet)) {
      release();
      pressed = true;
      known = true;
      digit = event.digit();
    }
    timestamp = packet.timestamp();
    lastPacketNanos = nowNanos;
    if (event.end()) {
      release();
    }
  }

  /** A press longer than the duration field goes on with a new timestamp (section 2.5.1.3). */
  private boolean isNextSegment(RtpPacket packet) {
    return pressed
        && event.digit() == digit
        && packet.timestamp() - timestamp == TelephoneEvent.MAX_DURATION;
  }

  /** Ends a press whose end was lost. Called every few milliseconds. */
  public void tick(long nowNanos) {
    if (pressed && nowNanos - lastPacketNanos > LOST_END_NANOS) {
      release();
    }
  }

  private void release() {
    if (pressed) {
      pressed = false;
      listener.onDigit(digit);
    }
  }
}
