package org.plenum.media.rtp;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The last packets sent, as they went out, for retransmission (RFC 4585 generic NACK). They are
 * kept protected: the same SRTP packet may be sent again, but must not be encrypted twice. Guarded
 * by the sender's lock.
 */
final class SentPackets {

  private final int capacity;
  private final byte[] @Nullable [] packets;
  private final int[] lengths;
  private final int[] sequenceNumbers;
  private final long[] resentNanos;

  /**
   * Creates the ring; arrays for packets are made on first use of each place.
   *
   * @param capacity number of packets kept, a power of two
   */
  SentPackets(int capacity) {
    this.capacity = capacity;
    packets = new byte[capacity][];
    lengths = new int[capacity];
    sequenceNumbers = new int[capacity];
    resentNanos = new long[capacity];
  }

  void keep(int sequenceNumber, byte[] buffer, int length) {
    int place = sequenceNumber & (capacity - 1);
    byte[] copy = packets[place];
    if (copy == null || copy.length < length) {
      copy = new byte[Math.max(length, RtpSender.MAX_PACKET)];
      packets[place] = copy;
    }
    System.arraycopy(buffer, 0, copy, 0, length);
    lengths[place] = length;
    sequenceNumbers[place] = sequenceNumber;
    resentNanos[place] = 0;
  }

  /**
   * Finds a packet to send again.
   *
   * @param minIntervalNanos a packet resent within this time is not found: its copy is under way
   * @return the place of the packet, or -1
   */
  int find(int sequenceNumber, long nowNanos, long minIntervalNanos) {
    int place = sequenceNumber & (capacity - 1);
    boolean kept = packets[place] != null && sequenceNumbers[place] == sequenceNumber;
    boolean justResent =
        resentNanos[place] != 0 && nowNanos - resentNanos[place] < minIntervalNanos;
    if (!kept || justResent) {
      return -1;
    }
    resentNanos[place] = nowNanos;
    return place;
  }

  byte[] buffer(int place) {
    return Objects.requireNonNull(packets[place]);
  }

  int length(int place) {
    return lengths[place];
  }
}
