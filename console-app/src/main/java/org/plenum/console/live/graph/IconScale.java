package org.plenum.console.live.graph;

/**
 * Radius of icons of one kind: their area is proportional to a quantity, from a smallest radius
 * that keeps the glyph legible to four times that (DIAG-034). Keeps its scale until the largest
 * quantity has changed by more than a fifth, so that icons do not jitter.
 */
public final class IconScale {
  private static final double LARGEST_RATIO = 4;
  private static final double TOLERANCE = 0.2;

  private final double smallest;

  /** Quantity that fills the smallest icon; larger when the largest icon would not fit else. */
  private double unit;

  private double largestQuantity;

  /**
   * A scale.
   *
   * @param smallest radius of the smallest icon
   * @param unit quantity that the smallest icon stands for
   */
  public IconScale(double smallest, double unit) {
    this.smallest = smallest;
    this.unit = unit;
  }

  /** Adapts to the largest quantity that is to be shown. */
  public void fit(double largest, double smallestUnit) {
    if (Math.abs(largest - largestQuantity) <= TOLERANCE * largestQuantity) {
      return;
    }
    largestQuantity = largest;
    unit = Math.max(smallestUnit, largest / (LARGEST_RATIO * LARGEST_RATIO));
  }

  /** Radius for a quantity. */
  public double radius(double quantity) {
    double radius = smallest * Math.sqrt(Math.max(quantity, 0) / unit);
    return Math.clamp(radius, smallest, smallest * LARGEST_RATIO);
  }
}
