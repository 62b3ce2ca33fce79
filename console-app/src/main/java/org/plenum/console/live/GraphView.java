package org.plenum.console.live;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import org.plenum.console.live.graph.Graph;
import org.plenum.console.live.graph.Point;
import org.plenum.console.live.graph.Seats;
import org.plenum.console.live.graph.Viewport;

/**
 * The graph on a canvas: zoom about the pointer, drag to pan, hover, double click. A frame is
 * painted when something has changed; only while nodes pulsate are there frames without change.
 */
final class GraphView extends Pane {
  private static final double ZOOM_STEP = 1.15;
  private static final double LARGEST_FIT = 2.2;
  private static final double PULSE_SECONDS = 1.5;
  private static final long PULSE_FRAME_NANOS = 50_000_000;

  private final Canvas canvas = new Canvas();
  private final GraphPainter painter;
  private final AnimationTimer frames;
  private final Consumer<Optional<Graph.Item>> onHover;
  private final Consumer<Graph.Item> onOpen;
  private Graph graph = Graph.EMPTY;
  private Viewport viewport = Viewport.INITIAL;
  private GraphColors colors = GraphColors.LIGHT;
  private Optional<Graph.Item> hovered = Optional.empty();
  private boolean moving = true;
  private boolean changed = true;
  private boolean fitPending = true;

  /** Whether all is kept in view; not once the administrator has chosen a part. */
  private boolean following = true;

  private boolean dragged;
  private Point dragStart = Point.ORIGIN;
  private long lastPulse;
  private long framesPainted;

  GraphView(String areaLabel, Consumer<Optional<Graph.Item>> onHover, Consumer<Graph.Item> onOpen) {
    this.onHover = onHover;
    this.onOpen = onOpen;
    this.painter = new GraphPainter(canvas.getGraphicsContext2D(), areaLabel);
    setId("live-graph");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().add(canvas);
    setOnScroll(this::zoom);
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseMoved(event -> hover(new Point(event.getX(), event.getY())));
    setOnMouseExited(event -> showHovered(Optional.empty()));
    setOnMouseClicked(this::click);
    frames =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            frame(now);
          }
        };
    frames.start();
  }

  /** Shows another state of the platform. */
  void show(Graph newGraph) {
    boolean moved = !graph.bounds().equals(newGraph.bounds());
    graph = newGraph;
    hovered = hovered.flatMap(graph::same);
    onHover.accept(hovered);
    fitPending |= moved && following;
    changed = true;
  }

  /** Changes colours. */
  void dress(GraphColors newColors) {
    colors = newColors;
    changed = true;
  }

  /** Whether icons may pulsate. */
  void allowMotion(boolean allowed) {
    moving = allowed;
    changed = true;
  }

  /** Shows all of the graph. */
  void fit() {
    following = true;
    fitPending = true;
    changed = true;
  }

  /** Zooms about the middle of the window. */
  void zoomBy(double factor) {
    following = false;
    viewport = viewport.zoomedAt(new Point(getWidth() / 2, getHeight() / 2), factor);
    changed = true;
  }

  /** What the pointer is over. */
  Optional<Graph.Item> hovered() {
    return hovered;
  }

  /** Where a place of the graph is in this control. */
  Point toScreen(Point place) {
    return viewport.toScreen(place);
  }

  /** Number of frames that were painted. */
  long framesPainted() {
    return framesPainted;
  }

  /** Paints no more. */
  void stop() {
    frames.stop();
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      fitPending |= following;
      changed = true;
    }
  }

  private void frame(long now) {
    boolean pulsating =
        moving && graph.nodes().stream().anyMatch(icon -> icon.node().state().pulsates());
    boolean pulseDue = pulsating && now - lastPulse >= PULSE_FRAME_NANOS;
    if (!changed && !pulseDue || canvas.getWidth() <= 0 || canvas.getHeight() <= 0) {
      return;
    }
    if (fitPending) {
      viewport =
          Viewport.fitting(graph.bounds(), canvas.getWidth(), canvas.getHeight(), LARGEST_FIT);
      fitPending = false;
    }
    changed = false;
    lastPulse = now;
    framesPainted++;
    painter.paint(
        new GraphPainter.Frame(
            graph,
            viewport,
            canvas.getWidth(),
            canvas.getHeight(),
            colors,
            hovered,
            pulse(now),
            moving));
  }

  /** 1 to 0.4 and back in one and a half seconds, for all icons alike (DIAG-045). */
  private static double pulse(long now) {
    double turn = now / 1e9 / PULSE_SECONDS * 2 * Math.PI;
    return 0.7 + 0.3 * Math.cos(turn);
  }

  private void zoom(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      following = false;
      viewport =
          viewport.zoomedAt(
              new Point(event.getX(), event.getY()),
              event.getDeltaY() > 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
      changed = true;
      event.consume();
    }
  }

  private void press(MouseEvent event) {
    dragStart = new Point(event.getX(), event.getY());
    dragged = false;
  }

  private void drag(MouseEvent event) {
    Point now = new Point(event.getX(), event.getY());
    viewport = viewport.panned(now.x() - dragStart.x(), now.y() - dragStart.y());
    dragged |= now.distance(dragStart) > 1;
    following &= !dragged;
    dragStart = now;
    changed = true;
  }

  private void hover(Point screen) {
    double reach = GraphPainter.showsParticipants(viewport) ? Seats.DOT_RADIUS * 1.3 : 0;
    showHovered(graph.at(viewport.toGraph(screen), reach));
  }

  private void showHovered(Optional<Graph.Item> item) {
    if (!item.equals(hovered)) {
      hovered = item;
      changed = true;
      onHover.accept(item);
    }
  }

  private void click(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !dragged) {
      hovered.ifPresent(onOpen);
    }
  }
}
