package org.plenum.media.plan;

/** Direction of a stream as this side sees it (RFC 8866 section 6.7). */
public enum Direction {
  SENDRECV(true, true),
  SENDONLY(true, false),
  RECVONLY(false, true),
  INACTIVE(false, false);

  private final boolean sends;
  private final boolean receives;

  Direction(boolean sends, boolean receives) {
    this.sends = sends;
    this.receives = receives;
  }

  /** True if this side sends media. */
  public boolean sends() {
    return sends;
  }

  /** True if this side expects media. */
  public boolean receives() {
    return receives;
  }

  /** The same stream as the other side sees it. */
  public Direction reversed() {
    return of(receives, sends);
  }

  /** The direction that both sides allow. */
  public Direction and(Direction other) {
    return of(sends && other.sends, receives && other.receives);
  }

  private static Direction of(boolean sends, boolean receives) {
    if (sends) {
      return receives ? SENDRECV : SENDONLY;
    }
    return receives ? RECVONLY : INACTIVE;
  }
}
