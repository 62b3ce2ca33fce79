package org.plenum.media.rtp;

import java.util.Arrays;

/**
 * Extends 16-bit sequence numbers, finds duplicates and packets that are too late (RFC 3550
 * appendix A.1). Used by one thread.
 */
final class SequenceWindow {

  /** Packets back from the newest that are still told apart from duplicates. */
  static final int SIZE = 2048;

  private static final int MAX_DROPOUT = 3000;
  private static final int NONE = -1;

  private final long[] seen = new long[SIZE / Long.SIZE];
  private boolean started;
  private long first;
  private long highest;
  private int restartCandidate = NONE;

  /** What to do with a packet. */
  enum Verdict {
    /** In order, or late but not seen before. */
    ACCEPTED,
    DUPLICATE,
    /** Behind the window, or a jump that the next packet must confirm. */
    REJECTED,
    /** The sender began a new sequence: everything known about the old one is void. */
    RESTARTED
  }

  /**
   * Judges a sequence number and remembers it if it is accepted.
   *
   * @param authenticated the packet is protected by SRTP, where a source never restarts under the
   *     same keys (RFC 3711 section 3.3.2): a jump forward is a gap, a jump back is a replay
   */
  Verdict accept(int sequenceNumber, boolean authenticated) {
    if (!started) {
      restart(sequenceNumber);
      return Verdict.RESTARTED;
    }
    int ahead = (short) (sequenceNumber - (int) highest);
    if (ahead > 0 && (authenticated || ahead < MAX_DROPOUT)) {
      advance(ahead);
      mark(highest);
      restartCandidate = NONE;
      return Verdict.ACCEPTED;
    }
    if (ahead <= 0 && -ahead < SIZE) {
      long extended = highest + ahead;
      restartCandidate = NONE;
      if (extended < first) {
        first = extended;
      } else if (marked(extended)) {
        return Verdict.DUPLICATE;
      }
      mark(extended);
      return Verdict.ACCEPTED;
    }
    if (!authenticated && sequenceNumber == restartCandidate) {
      restart(sequenceNumber);
      return Verdict.RESTARTED;
    }
    restartCandidate = (sequenceNumber + 1) & 0xFFFF;
    return Verdict.REJECTED;
  }

  /** Forgets everything: the next packet starts a new sequence. */
  void reset() {
    started = false;
  }

  /** Highest sequence number with the count of its wraps in the upper bits. */
  long highest() {
    return highest;
  }

  /** Packets that would have arrived without loss. */
  long expected() {
    return started ? highest - first + 1 : 0;
  }

  private void restart(int sequenceNumber) {
    Arrays.fill(seen, 0);
    started = true;
    // One cycle ahead, so that a packet from before the first one does not become negative.
    highest = 0x1_0000L + sequenceNumber;
    first = highest;
    restartCandidate = NONE;
    mark(highest);
  }

  private void advance(int by) {
    if (by >= SIZE) {
      Arrays.fill(seen, 0);
    } else {
      for (int i = 1; i <= by; i++) {
        int bit = (int) ((highest + i) % SIZE);
        seen[bit / Long.SIZE] &= ~(1L << bit);
      }
    }
    highest += by;
  }

  private void mark(long extended) {
    int bit = (int) (extended % SIZE);
    seen[bit / Long.SIZE] |= 1L << bit;
  }

  private boolean marked(long extended) {
    int bit = (int) (extended % SIZE);
    return (seen[bit / Long.SIZE] & 1L << bit) != 0;
  }
}
