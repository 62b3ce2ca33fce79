package org.plenum.console.live.graph;

/** A place in the graph, in its own units; y grows downwards. */
public record Point(double x, double y) {
  /** Where the axes meet. */
  public static final Point ORIGIN = new Point(0, 0);

  /** This and another as vectors. */
  public Point plus(Point other) {
    return new Point(x + other.x, y + other.y);
  }

  /** Distance to another. */
  public double distance(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }
}
