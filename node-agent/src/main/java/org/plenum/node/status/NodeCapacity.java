package org.plenum.node.status;

/**
 * How many calls a node can have at a time if it has no others: an estimate made at start-up.
 * Formula: two 720p calls per processor (PLAT-097); a Full HD call costs as much as 2 HD calls, an
 * HD call as much as 2 SD or 12 audio calls (PLAT-084).
 *
 * @param hd calls in 720p
 */
public record NodeCapacity(int hd) {
  static final int HD_PER_PROCESSOR = 2;
  static final int SD_PER_HD = 2;
  static final int AUDIO_PER_HD = 12;
  static final int HD_PER_FULL_HD = 2;

  public NodeCapacity {
    if (hd < 1) {
      throw new IllegalArgumentException("a node has room for one call at least, not " + hd);
    }
  }

  /** Capacity of a machine. */
  public static NodeCapacity ofProcessors(int processors) {
    return new NodeCapacity(HD_PER_PROCESSOR * processors);
  }

  /** Calls in 1080p. */
  public int fullHd() {
    return hd / HD_PER_FULL_HD;
  }

  /** Calls in standard definition. */
  public int sd() {
    return hd * SD_PER_HD;
  }

  /** Calls without video. */
  public int audio() {
    return hd * AUDIO_PER_HD;
  }
}
