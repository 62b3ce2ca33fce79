package org.plenum.media.rtp;

import java.util.Arrays;

/** Bit rate over the last two seconds. Methods may be called from any thread. */
final class RateMeter {

  private static final long SLOT_NANOS = 100_000_000;
  private static final int SLOTS = 20;

  private final long[] octets = new long[SLOTS];
  private long currentSlot = Long.MIN_VALUE;

  synchronized void add(int count, long nowNanos) {
    moveTo(nowNanos);
    octets[Math.floorMod(currentSlot, SLOTS)] += count;
  }

  /** Kilobit/s. */
  synchronized int kbps(long nowNanos) {
    moveTo(nowNanos);
    long sum = 0;
    for (long slot : octets) {
      sum += slot;
    }
    return (int) (sum * 8 * 1_000_000 / (SLOTS * SLOT_NANOS));
  }

  private void moveTo(long nowNanos) {
    long slot = Math.floorDiv(nowNanos, SLOT_NANOS);
    if (currentSlot == Long.MIN_VALUE || slot - currentSlot >= SLOTS) {
      Arrays.fill(octets, 0);
      currentSlot = slot;
    }
    while (currentSlot < slot) {
      currentSlot++;
      octets[Math.floorMod(currentSlot, SLOTS)] = 0;
    }
  }
}
