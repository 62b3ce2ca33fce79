package org.plenum.media.transport;

import java.util.BitSet;
import java.util.OptionalInt;

/**
 * Hands out pairs of an even port and the next one (RFC 3550 section 11). A freed pair is used
 * again last, so that stray packets of an ended call do not reach a new one.
 */
public final class PortPairs {

  private final int firstEven;
  private final int pairs;
  private final BitSet taken;
  private int cursor;

  /**
   * Creates the pool.
   *
   * @param first lowest port
   * @param last highest port
   */
  public PortPairs(int first, int last) {
    firstEven = first + (first & 1);
    pairs = (last - firstEven + 1) / 2;
    taken = new BitSet(pairs);
  }

  /** Number of pairs, free or taken. */
  public int size() {
    return pairs;
  }

  /** Takes the next free pair: its even port, or empty if all are taken. */
  public synchronized OptionalInt take() {
    int free = taken.nextClearBit(cursor);
    if (free >= pairs) {
      free = taken.nextClearBit(0);
    }
    if (free >= pairs) {
      return OptionalInt.empty();
    }
    taken.set(free);
    cursor = (free + 1) % pairs;
    return OptionalInt.of(firstEven + 2 * free);
  }

  /** Returns a pair. */
  public synchronized void give(int evenPort) {
    taken.clear((evenPort - firstEven) / 2);
  }

  /** Number of pairs taken now. */
  public synchronized int taken() {
    return taken.cardinality();
  }
}
