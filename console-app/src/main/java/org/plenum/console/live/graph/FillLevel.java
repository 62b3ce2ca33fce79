package org.plenum.console.live.graph;

/** How high a circle is filled from below so that the filled area is a given share (DIAG-044). */
public final class FillLevel {
  private static final int BISECTIONS = 30;

  private FillLevel() {}

  /**
   * Height of the filled segment.
   *
   * @param share 0 to 1
   * @return 0 (empty) to 2 (full), in radii
   */
  public static double height(double share) {
    double wanted = Math.clamp(share, 0, 1) * Math.PI;
    double low = 0;
    double high = 2;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (segmentArea(middle) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Area of a segment of the unit circle. */
  static double segmentArea(double height) {
    double distance = 1 - height;
    return Math.acos(distance) - distance * Math.sqrt(Math.max(0, 1 - distance * distance));
  }
}
