package org.plenum.console.live.graph;

/** A circle with its inside. */
public record Disc(Point center, double radius) {
  /** Whether a point is inside. */
  public boolean contains(Point point) {
    return center.distance(point) <= radius;
  }

  /** Whether two discs share more than their edge. */
  public boolean overlaps(Disc other) {
    double apart = radius + other.radius;
    double dx = center.x() - other.center.x();
    double dy = center.y() - other.center.y();
    return dx * dx + dy * dy < apart * apart - 1e-6;
  }
}
