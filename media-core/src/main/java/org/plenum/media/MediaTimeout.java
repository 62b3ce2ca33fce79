package org.plenum.media;

/**
 * Notices that an endpoint went away without a word. Reports once per silence; a packet ends the
 * silence. Used by one thread.
 */
final class MediaTimeout {

  private final long limitNanos;
  private boolean reported;

  MediaTimeout(long limitNanos) {
    this.limitNanos = limitNanos;
  }

  /**
   * Judges the situation.
   *
   * @param receiving a stream expects packets; on hold nothing times out
   * @param lastArrivalNanos when the last packet of any receiving stream came
   * @return true if the timeout is to be reported now
   */
  boolean expired(boolean receiving, long lastArrivalNanos, long nowNanos) {
    if (!receiving || nowNanos - lastArrivalNanos < limitNanos) {
      reported = false;
      return false;
    }
    boolean first = !reported;
    reported = true;
    return first;
  }
}
