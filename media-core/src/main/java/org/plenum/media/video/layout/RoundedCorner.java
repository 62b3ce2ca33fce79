package org.plenum.media.video.layout;

/**
 * How much of each pixel near a corner lies inside a rounded rectangle, 0-255, for luma and for
 * chroma planes. Immutable.
 */
final class RoundedCorner {

  private static final int SAMPLES = 4;

  private final int[][] luma;
  private final int[][] chroma;

  /** Radius in luma pixels, even. */
  RoundedCorner(int radius) {
    luma = coverage(radius);
    chroma = coverage(radius / 2);
  }

  /** Rows from the corner inwards, in each the columns from the corner inwards. */
  int[][] of(int plane) {
    return plane == 0 ? luma : chroma;
  }

  private static int[][] coverage(int radius) {
    int[][] rows = new int[radius][radius];
    for (int y = 0; y < radius; y++) {
      for (int x = 0; x < radius; x++) {
        rows[y][x] = pixel(radius, x, y);
      }
    }
    return rows;
  }

  private static int pixel(int radius, int x, int y) {
    int inside = 0;
    for (int sy = 0; sy < SAMPLES; sy++) {
      for (int sx = 0; sx < SAMPLES; sx++) {
        double dx = radius - x - (sx + 0.5) / SAMPLES;
        double dy = radius - y - (sy + 0.5) / SAMPLES;
        inside += dx * dx + dy * dy <= (double) radius * radius ? 1 : 0;
      }
    }
    return inside * 255 / (SAMPLES * SAMPLES);
  }
}
