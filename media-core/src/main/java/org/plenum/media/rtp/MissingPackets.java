package org.plenum.media.rtp;

/**
 * Sequence numbers that a NACK asks for: each at once, then again after a round trip, a few times.
 * Used by the socket thread alone.
 */
final class MissingPackets {

  /** Missing packets followed at once; beyond it a key frame is cheaper than repair. */
  static final int CAPACITY = 128;

  private static final int MAX_REQUESTS = 5;

  private final int[] sequenceNumbers = new int[CAPACITY];
  private final long[] nextRequestNanos = new long[CAPACITY];
  private final int[] requests = new int[CAPACITY];
  private final int[] due = new int[CAPACITY];
  private int count;

  /**
   * Notes a gap.
   *
   * @param from first missing sequence number
   * @param length how many are missing
   * @return false if the gap is too long to be repaired; nothing is asked for then
   */
  boolean addGap(int from, int length, long nowNanos) {
    if (count + length > CAPACITY) {
      count = 0;
      return false;
    }
    for (int i = 0; i < length; i++) {
      sequenceNumbers[count] = (from + i) & 0xFFFF;
      nextRequestNanos[count] = nowNanos;
      requests[count] = 0;
      count++;
    }
    return true;
  }

  /** A packet arrived after all. */
  void arrived(int sequenceNumber) {
    for (int i = 0; i < count; i++) {
      if (sequenceNumbers[i] == sequenceNumber) {
        remove(i);
        return;
      }
    }
  }

  void clear() {
    count = 0;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Collects what must be asked for now into {@link #due}; returns how many. */
  int collectDue(long nowNanos, long retryNanos) {
    int dueCount = 0;
    int i = 0;
    while (i < count) {
      if (nowNanos - nextRequestNanos[i] < 0) {
        i++;
      } else if (requests[i] >= MAX_REQUESTS) {
        remove(i);
      } else {
        requests[i]++;
        nextRequestNanos[i] = nowNanos + retryNanos;
        due[dueCount++] = sequenceNumbers[i];
        i++;
      }
    }
    return dueCount;
  }

  int[] due() {
    return due;
  }

  /** Keeps the order, which is that of sequence numbers. */
  private void remove(int index) {
    int following = count - index - 1;
    System.arraycopy(sequenceNumbers, index + 1, sequenceNumbers, index, following);
    System.arraycopy(nextRequestNanos, index + 1, nextRequestNanos, index, following);
    System.arraycopy(requests, index + 1, requests, index, following);
    count--;
  }
}
