package org.plenum.media.dtmf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import org.plenum.media.rtp.RtpOutput;

/**
 * Sends digits as telephone events, one after the other: an update with every tick while the press
 * lasts, the end three times, then a pause (RFC 4733 section 2.5.1). Used by one thread at a time.
 */
public final class DtmfSender {

  private static final int TICK_MILLIS = 20;
  private static final int PRESS_TICKS = 8;
  private static final int PAUSE_TICKS = 4;
  private static final int END_REPETITIONS = 3;
  private static final int MAX_QUEUED = 64;
  // -10 dBm0, within the range that section 3.2 expects of DTMF.
  private static final int VOLUME = 10;

  private final Deque<Character> queued = new ArrayDeque<>();
  private final byte[] payload = new byte[TelephoneEvent.LENGTH];
  private int payloadType = -1;
  private int ticksPerUpdate;
  private int event = -1;
  private int ticks;
  private int startTimestamp;

  /** Sets how events are sent; without a payload type digits are ignored. */
  public void configure(OptionalInt eventPayloadType, int clockRate) {
    payloadType = eventPayloadType.orElse(-1);
    ticksPerUpdate = clockRate / 1000 * TICK_MILLIS;
    if (payloadType < 0) {
      queued.clear();
      event = -1;
    }
  }

  /** Queues digits; characters that are no digits are left out, as are those beyond the bound. */
  public void enqueue(String digits) {
    if (payloadType < 0) {
      return;
    }
    for (int i = 0; i < digits.length() && queued.size() < MAX_QUEUED; i++) {
      if (TelephoneEvent.codeOf(digits.charAt(i)) >= 0) {
        queued.add(digits.charAt(i));
      }
    }
  }

  /**
   * Sends what is due in this tick.
   *
   * @param timestamp RTP timestamp of the sound that would be sent now
   * @return true if an event occupies the tick, so that no sound is sent
   */
  public boolean tick(RtpOutput output, int timestamp) {
    if (event < 0) {
      Character next = queued.poll();
      if (next == null) {
        return false;
      }
      event = TelephoneEvent.codeOf(next);
      ticks = 0;
      startTimestamp = timestamp;
    }
    ticks++;
    if (ticks <= PRESS_TICKS) {
      boolean end = ticks == PRESS_TICKS;
      TelephoneEvent.write(payload, event, end, VOLUME, ticks * ticksPerUpdate);
      for (int i = 0; i < (end ? END_REPETITIONS : 1); i++) {
        output.send(payloadType, startTimestamp, ticks == 1, payload, 0, payload.length);
      }
      return true;
    }
    if (ticks >= PRESS_TICKS + PAUSE_TICKS) {
      event = -1;
    }
    return false;
  }
}
