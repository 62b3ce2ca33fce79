package org.plenum.console.live;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.plenum.console.live.graph.Disc;
import org.plenum.console.live.graph.FillLevel;
import org.plenum.console.live.graph.Graph;
import org.plenum.console.live.graph.Platform;
import org.plenum.console.live.graph.Point;
import org.plenum.console.live.graph.Seats;
import org.plenum.console.live.graph.Viewport;

/** Draws one frame of the graph. What is outside the window is left out. */
final class GraphPainter {
  /** Participants are drawn when their dots are at least this large, in pixels. */
  private static final double SMALLEST_DOT = 1;

  private static final double SMALLEST_ROUND_DOT = 2.2;

  /** Side of a square with the area of a circle, in radii. */
  private static final double SAME_AREA = Math.sqrt(Math.PI);

  private static final double SMALLEST_LABEL_RADIUS = 9;
  private static final double FADED = 0.25;
  private static final double LABEL_SIZE = 12.5;
  private static final double AREA_LABEL_SIZE = 14;
  private static final double SMALLEST_LABELLED_AREA = 90;
  private static final double HATCH_STEP = 14;

  private final GraphicsContext canvas;
  private final Glyphs glyphs = new Glyphs();
  private final String loadLabel;

  /** What a frame shows. */
  record Frame(
      Graph graph,
      Viewport viewport,
      double width,
      double height,
      GraphColors colors,
      Optional<Graph.Item> hovered,
      double pulse,
      boolean moving) {
    boolean sees(Point center, double radius) {
      return center.x() + radius >= 0
          && center.y() + radius >= 0
          && center.x() - radius <= width
          && center.y() - radius <= height;
    }
  }

  /**
   * A painter.
   *
   * @param loadLabel pattern of a location's load: per cent, HD ports
   */
  GraphPainter(GraphicsContext canvas, String loadLabel) {
    this.canvas = canvas;
    this.loadLabel = loadLabel;
  }

  /** Whether participants are drawn at a zoom. */
  static boolean showsParticipants(Viewport viewport) {
    return Seats.DOT_RADIUS * viewport.scale() >= SMALLEST_DOT;
  }

  void paint(Frame frame) {
    canvas.clearRect(0, 0, frame.width(), frame.height());
    Optional<Graph.Related> related =
        frame.hovered().filter(item -> !(item instanceof Graph.Area)).map(frame.graph()::relatedTo);
    frame.graph().areas().forEach(area -> paintArea(frame, area));
    related.ifPresent(bright -> paintLinks(frame, bright));
    for (Graph.NodeIcon icon : frame.graph().nodes()) {
      boolean bright = related.isEmpty() || related.get().nodes().contains(icon.node().id());
      paintNode(frame, icon, bright ? 1 : FADED);
    }
    for (Graph.ConferenceIcon icon : frame.graph().conferences()) {
      boolean bright =
          related.isEmpty() || related.get().conferences().contains(icon.conference().id());
      paintConference(frame, icon, bright ? 1 : FADED);
    }
    canvas.setGlobalAlpha(1);
  }

  private void paintArea(Frame frame, Graph.Area area) {
    Point center = frame.viewport().toScreen(area.disc().center());
    double radius = area.disc().radius() * frame.viewport().scale();
    if (!frame.sees(center, radius + AREA_LABEL_SIZE * 2)) {
      return;
    }
    Color color = frame.colors().area(area.id());
    canvas.setGlobalAlpha(frame.colors().areaOpacity());
    canvas.setFill(color);
    fillCircle(center, radius);
    if (frame.colors().hatched(area.id())) {
      hatch(center, radius, color);
    }
    canvas.setGlobalAlpha(1);
    canvas.setStroke(color);
    canvas.setLineWidth(1.5);
    strokeCircle(center, radius);
    double top = center.y() - radius;
    label(
        area.name(),
        new Point(center.x(), top + AREA_LABEL_SIZE * 1.4),
        Font.font(
            null,
            FontWeight.BOLD,
            radius >= SMALLEST_LABELLED_AREA ? AREA_LABEL_SIZE : LABEL_SIZE - 2),
        frame.colors().text());
    if (radius >= SMALLEST_LABELLED_AREA) {
      label(
          String.format(Locale.ENGLISH, loadLabel, Math.round(area.share() * 100), area.capacity()),
          new Point(center.x(), top + AREA_LABEL_SIZE * 2.6),
          Font.font(LABEL_SIZE),
          frame.colors().mutedText());
    }
  }

  private void hatch(Point center, double radius, Color color) {
    canvas.setStroke(color.darker());
    canvas.setLineWidth(1);
    for (double d = -radius + HATCH_STEP; d < radius; d += HATCH_STEP) {
      double half = Math.sqrt(radius * radius - d * d);
      // Along the diagonal: the circle's chord at distance d from its centre.
      double cos = Math.sqrt(0.5);
      canvas.strokeLine(
          center.x() + d * cos - half * cos,
          center.y() + d * cos + half * cos,
          center.x() + d * cos + half * cos,
          center.y() + d * cos - half * cos);
    }
  }

  /** Thin links between what is hovered and what belongs to it (DIAG-059). */
  private void paintLinks(Frame frame, Graph.Related related) {
    canvas.setGlobalAlpha(0.7);
    canvas.setStroke(frame.colors().link());
    canvas.setLineWidth(1.2);
    for (Graph.ConferenceIcon icon : frame.graph().conferences()) {
      if (!related.conferences().contains(icon.conference().id())) {
        continue;
      }
      Point end = frame.viewport().toScreen(icon.disc().center());
      for (Graph.NodeIcon node : frame.graph().nodes()) {
        if (related.nodes().contains(node.node().id())
            && icon.conference().nodes().contains(node.node().id())) {
          Point start = frame.viewport().toScreen(node.disc().center());
          canvas.strokeLine(start.x(), start.y(), end.x(), end.y());
        }
      }
    }
  }

  private void paintNode(Frame frame, Graph.NodeIcon icon, double opacity) {
    Point center = frame.viewport().toScreen(icon.disc().center());
    double radius = icon.disc().radius() * frame.viewport().scale();
    if (!frame.sees(center, radius + LABEL_SIZE * 2)) {
      return;
    }
    Platform.Node node = icon.node();
    GraphColors colors = frame.colors();
    boolean pulsates = node.state().pulsates();
    canvas.setGlobalAlpha(pulsates && frame.moving() ? opacity * frame.pulse() : opacity);
    boolean silent = node.state() == Platform.NodeState.NOT_REPORTING;
    canvas.setFill(silent ? colors.silent() : colors.nodeBackground());
    fillCircle(center, radius);
    if (!silent) {
      paintLoad(center, radius, node.load(), colors.load());
    }
    canvas.setStroke(colors.nodeOutline());
    canvas.setLineWidth(Math.clamp(radius / 10, 1, 3));
    if (pulsates && !frame.moving()) {
      // Stands for the pulsation where nothing is to move.
      canvas.setLineDashes(5, 4);
    }
    strokeCircle(center, radius);
    canvas.setLineDashes();
    Glyphs.ofState(node.state())
        .ifPresent(glyph -> glyphs.draw(canvas, glyph, center, radius, Color.web("#2b3137")));
    canvas.setGlobalAlpha(opacity);
    if (radius >= SMALLEST_LABEL_RADIUS) {
      label(
          node.name(),
          new Point(center.x(), center.y() + radius + LABEL_SIZE * 0.75),
          Font.font(LABEL_SIZE),
          colors.text());
    }
  }

  /** Filled from below, the filled area in proportion to the load (DIAG-044). */
  private void paintLoad(Point center, double radius, double load, Color color) {
    if (load <= 0) {
      return;
    }
    canvas.setFill(color);
    double height = FillLevel.height(load);
    // Angles grow counter-clockwise from the right; the lowest point is at 270 degrees.
    double half = Math.toDegrees(Math.acos(Math.clamp(1 - height, -1, 1)));
    canvas.fillArc(
        center.x() - radius,
        center.y() - radius,
        2 * radius,
        2 * radius,
        270 - half,
        2 * half,
        ArcType.CHORD);
  }

  private void paintConference(Frame frame, Graph.ConferenceIcon icon, double opacity) {
    Point center = frame.viewport().toScreen(icon.disc().center());
    double scale = frame.viewport().scale();
    double radius = icon.disc().radius() * scale;
    double outer = Seats.outerRadius(icon.dots().size(), icon.disc().radius()) * scale;
    if (!frame.sees(center, outer + LABEL_SIZE * 2)) {
      return;
    }
    GraphColors colors = frame.colors();
    canvas.setGlobalAlpha(opacity);
    canvas.setFill(colors.conference());
    fillCircle(center, radius);
    Platform.Conference conference = icon.conference();
    if (radius > 4) {
      glyphs.draw(
          canvas,
          Glyphs.ofService(conference.serviceType()),
          center,
          radius * 1.1,
          colors.conferenceGlyph());
    }
    if (conference.locked()) {
      Disc badge =
          new Disc(
              new Point(center.x() + radius * 0.72, center.y() - radius * 0.72),
              Math.max(4, radius * 0.42));
      canvas.setFill(Color.WHITE);
      fillCircle(badge.center(), badge.radius());
      glyphs.draw(canvas, Glyphs.LOCK, badge.center(), badge.radius() * 1.5, colors.lock());
    }
    if (showsParticipants(frame.viewport())) {
      canvas.setFill(colors.participant());
      icon.dots().forEach(dot -> paintDot(frame.viewport().toScreen(dot.center()), scale));
    }
    if (radius >= SMALLEST_LABEL_RADIUS * 2) {
      label(
          conference.name(),
          new Point(center.x(), center.y() + outer + LABEL_SIZE * 0.75),
          Font.font(LABEL_SIZE),
          colors.mutedText());
    }
  }

  /** Thousands of these are in view at once; where no eye sees the difference they are squares. */
  private void paintDot(Point center, double scale) {
    double radius = Seats.DOT_RADIUS * scale;
    if (radius >= SMALLEST_ROUND_DOT) {
      fillCircle(center, radius);
    } else {
      double side = radius * SAME_AREA;
      canvas.fillRect(center.x() - side / 2, center.y() - side / 2, side, side);
    }
  }

  private void label(String text, Point center, Font font, Color color) {
    canvas.setFont(font);
    canvas.setTextAlign(TextAlignment.CENTER);
    canvas.setTextBaseline(VPos.CENTER);
    canvas.setFill(color);
    canvas.fillText(text, center.x(), center.y());
  }

  private void fillCircle(Point center, double radius) {
    canvas.fillOval(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius);
  }

  private void strokeCircle(Point center, double radius) {
    canvas.strokeOval(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius);
  }
}
