package org.plenum.media.video.layout;

/**
 * A rectangle of whole pixels; all four numbers are even, because chroma has half the resolution.
 */
public record PixelRect(int x, int y, int width, int height) {
  public PixelRect {
    if (((x | y | width | height) & 1) != 0) {
      throw new IllegalArgumentException(
          "not even: " + width + "x" + height + " at " + x + "," + y);
    }
  }

  /** The rectangle of this size in the middle of this one. */
  public PixelRect centred(int innerWidth, int innerHeight) {
    return new PixelRect(
        x + (width - innerWidth) / 2 & ~1,
        y + (height - innerHeight) / 2 & ~1,
        innerWidth,
        innerHeight);
  }

  /** True if the other rectangle lies within this one. */
  public boolean contains(PixelRect other) {
    return other.x >= x
        && other.y >= y
        && other.x + other.width <= x + width
        && other.y + other.height <= y + height;
  }
}
