package org.plenum.console.live.graph;

/**
 * What part of the graph is seen. Immutable.
 *
 * @param scale screen pixels for one unit of the graph
 * @param offset where the graph's origin is on the screen
 */
public record Viewport(double scale, Point offset) {
  /** One to one. */
  public static final Viewport INITIAL = new Viewport(1, Point.ORIGIN);

  private static final double SMALLEST = 0.02;
  private static final double LARGEST = 12;

  /** Where a place of the graph is on the screen. */
  public Point toScreen(Point place) {
    return new Point(place.x() * scale + offset.x(), place.y() * scale + offset.y());
  }

  /** What place of the graph is at a point of the screen. */
  public Point toGraph(Point screen) {
    return new Point((screen.x() - offset.x()) / scale, (screen.y() - offset.y()) / scale);
  }

  /** Larger or smaller, while what is at a point of the screen stays there. */
  public Viewport zoomedAt(Point screen, double factor) {
    double zoomed = Math.clamp(scale * factor, SMALLEST, LARGEST);
    Point fixed = toGraph(screen);
    return new Viewport(
        zoomed, new Point(screen.x() - fixed.x() * zoomed, screen.y() - fixed.y() * zoomed));
  }

  /** Moved by pixels. */
  public Viewport panned(double dx, double dy) {
    return new Viewport(scale, new Point(offset.x() + dx, offset.y() + dy));
  }

  /**
   * All of an area in the middle of a window.
   *
   * @param largestScale a small graph is not blown up more than this
   */
  public static Viewport fitting(Bounds area, double width, double height, double largestScale) {
    if (area.isEmpty() || width <= 0 || height <= 0) {
      return new Viewport(1, new Point(width / 2, height / 2));
    }
    double scale =
        Math.clamp(Math.min(width / area.width(), height / area.height()), SMALLEST, largestScale);
    Point middle = area.center();
    return new Viewport(
        scale, new Point(width / 2 - middle.x() * scale, height / 2 - middle.y() * scale));
  }
}
