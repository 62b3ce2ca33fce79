package org.plenum.console.live.graph;

import java.util.Collection;

/** A rectangle along the axes. */
public record Bounds(double left, double top, double right, double bottom) {
  /** Contains nothing. */
  public static final Bounds EMPTY = new Bounds(0, 0, 0, 0);

  /** The smallest that contains all of these discs, with a margin. */
  public static Bounds around(Collection<Disc> discs, double margin) {
    if (discs.isEmpty()) {
      return EMPTY;
    }
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Disc disc : discs) {
      left = Math.min(left, disc.center().x() - disc.radius());
      top = Math.min(top, disc.center().y() - disc.radius());
      right = Math.max(right, disc.center().x() + disc.radius());
      bottom = Math.max(bottom, disc.center().y() + disc.radius());
    }
    return new Bounds(left - margin, top - margin, right + margin, bottom + margin);
  }

  /** Whether it has no inside. */
  public boolean isEmpty() {
    return right <= left || bottom <= top;
  }

  /** From left to right. */
  public double width() {
    return right - left;
  }

  /** From top to bottom. */
  public double height() {
    return bottom - top;
  }

  /** The middle. */
  public Point center() {
    return new Point((left + right) / 2, (top + bottom) / 2);
  }
}
