package org.plenum.node.sdp;

import java.util.List;

/**
 * The sizes in which this side sends video, and the choice among them that keeps within a
 * receiver's limits. All are (nearly) 16:9 with even sides.
 *
 * @param width pixels
 * @param height pixels
 */
record PictureSize(int width, int height) {

  /** Largest first. */
  private static final List<PictureSize> LADDER =
      List.of(
          new PictureSize(1920, 1080),
          new PictureSize(1280, 720),
          new PictureSize(1024, 576),
          new PictureSize(848, 480),
          new PictureSize(640, 360),
          new PictureSize(512, 288),
          new PictureSize(416, 240),
          new PictureSize(320, 180),
          new PictureSize(192, 108));

  /** Below this a larger picture looks worse than a smaller one that moves. */
  private static final int SMOOTH_FPS = 15;

  /** A size with the frame rate that goes with it. */
  record Rated(PictureSize size, int fps) {}

  /** Macroblocks of 16x16 pixels per picture. */
  int macroblocks() {
    return ((width + 15) / 16) * ((height + 15) / 16);
  }

  boolean fitsIn(PictureSize other) {
    return width <= other.width && height <= other.height;
  }

  /**
   * The largest size that a receiver takes at a smooth rate.
   *
   * @param most largest size wanted
   * @param maxFps highest rate wanted, frames/s
   * @param maxMacroblocks per picture
   * @param maxMacroblockRate macroblocks/s
   */
  static Rated within(PictureSize most, int maxFps, int maxMacroblocks, long maxMacroblockRate) {
    for (PictureSize size : LADDER) {
      if (size.fitsIn(most) && size.macroblocks() <= maxMacroblocks) {
        int fps = (int) Math.min(maxFps, maxMacroblockRate / size.macroblocks());
        if (fps >= Math.min(SMOOTH_FPS, maxFps)) {
          return new Rated(size, fps);
        }
      }
    }
    PictureSize smallest = LADDER.getLast();
    long fps = Math.min(maxFps, maxMacroblockRate / smallest.macroblocks());
    return new Rated(smallest, (int) Math.max(1, fps));
  }
}
