package org.plenum.model.theme;

import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.plenum.model.theme.ThemeCanvas.Pen;

/** The signs on the pictures of the Base theme, each between -1 and 1 in both directions. */
final class Pictograms {
  private static final double LINE = 0.1;

  private Pictograms() {}

  private static Ellipse2D disc(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static RoundRectangle2D box(double x, double y, double w, double h, double round) {
    return new RoundRectangle2D.Double(x, y, w, h, round, round);
  }

  private static Path2D path(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    return path;
  }

  private static Arc2D arc(double x, double y, double radius, double from, double extent) {
    return new Arc2D.Double(
        x - radius, y - radius, 2 * radius, 2 * radius, from, extent, Arc2D.OPEN);
  }

  /** Head and shoulders. */
  private static Area body() {
    Area shoulders = new Area(box(-0.72, 0.18, 1.44, 1.6, 1.3));
    shoulders.intersect(new Area(new Rectangle2D.Double(-1, 0, 2, 0.92)));
    shoulders.add(new Area(disc(0, -0.38, 0.42)));
    return shoulders;
  }

  static void person(Pen pen) {
    pen.fill(body());
  }

  /** The sign of Plenum: somebody speaks before rows of seats. */
  static void mark(Pen pen) {
    pen.fillAccent(disc(0, 0.62, 0.24));
    seats(pen);
  }

  /** The same in one colour. */
  static void plainMark(Pen pen) {
    pen.fill(disc(0, 0.62, 0.24));
    seats(pen);
  }

  private static void seats(Pen pen) {
    for (int row = 0; row < 2; row++) {
      double radius = 0.78 + 0.52 * row;
      int gaps = 4 + 2 * row;
      for (int seat = 0; seat <= gaps; seat++) {
        double angle = Math.PI * (0.04 + 0.92 * seat / gaps);
        pen.fill(disc(radius * Math.cos(angle), 0.62 - radius * Math.sin(angle), 0.16));
      }
    }
  }

  /** One person, and empty places beside. */
  static void alone(Pen pen) {
    person(pen.at(0, 0, 0.95));
    for (int side : new int[] {-1, 1}) {
      pen.at(side * 1.5, 0.16, 0.72).faint(110).line(body(), 0.07);
    }
  }

  /** A full house. */
  static void crowd(Pen pen) {
    for (int side : new int[] {-1, 1}) {
      person(pen.at(side * 1.3, 0.1, 0.72).faint(150));
    }
    person(pen.at(0, 0, 0.95));
  }

  static void camera(Pen pen) {
    pen.fill(box(-0.95, -0.5, 1.25, 1.0, 0.25));
    Path2D lens = path(0.42, -0.1, 0.95, -0.45, 0.95, 0.45, 0.42, 0.1);
    lens.closePath();
    pen.fill(lens).line(lens, 0.06);
  }

  /** A sign struck through, with a gap along the stroke. */
  private static void strike(Pen pen) {
    pen.accent(new Line2D.Double(-0.85, -0.85, 0.85, 0.85), 0.14);
  }

  static void noCamera(Pen pen) {
    Area left = new Area(box(-0.95, -0.5, 1.25, 1.0, 0.25));
    Path2D lens = path(0.42, -0.1, 0.95, -0.45, 0.95, 0.45, 0.42, 0.1);
    lens.closePath();
    left.add(new Area(lens));
    left.subtract(stroke());
    pen.fill(left);
    strike(pen);
  }

  private static Area stroke() {
    return new Area(
        new java.awt.BasicStroke(0.36f)
            .createStrokedShape(new Line2D.Double(-1.2, -1.2, 1.2, 1.2)));
  }

  static void noVideoPeople(Pen pen) {
    person(pen.at(-1.0, 0, 0.9));
    noCamera(pen.at(1.0, 0, 0.85));
  }

  static void noScreen(Pen pen) {
    Area screen = new Area(box(-0.95, -0.7, 1.9, 1.2, 0.2));
    screen.subtract(new Area(box(-0.82, -0.57, 1.64, 0.94, 0.08)));
    screen.add(new Area(box(-0.12, 0.5, 0.24, 0.25, 0)));
    screen.add(new Area(box(-0.5, 0.72, 1.0, 0.13, 0.1)));
    screen.subtract(stroke());
    pen.fill(screen);
    strike(pen);
  }

  static void noMainVideo(Pen pen) {
    Area frame = new Area(box(-0.95, -0.7, 1.9, 1.4, 0.24));
    frame.subtract(new Area(box(-0.82, -0.57, 1.64, 1.14, 0.12)));
    Area somebody = body();
    somebody.transform(java.awt.geom.AffineTransform.getScaleInstance(0.5, 0.5));
    somebody.transform(java.awt.geom.AffineTransform.getTranslateInstance(0, 0.13));
    frame.add(somebody);
    frame.subtract(stroke());
    pen.fill(frame);
    strike(pen);
  }

  static void ticket(Pen pen) {
    Area ticket = new Area(box(-1.05, -0.6, 2.1, 1.2, 0.2));
    ticket.subtract(new Area(disc(-1.05, 0, 0.22)));
    ticket.subtract(new Area(disc(1.05, 0, 0.22)));
    for (double y = -0.48; y < 0.5; y += 0.24) {
      ticket.subtract(new Area(box(0.36, y, 0.07, 0.13, 0.05)));
    }
    pen.fill(ticket);
  }

  static void ticketsTaken(Pen pen) {
    ticket(pen.at(0.16, -0.22, 0.95).faint(90));
    ticket(pen.at(-0.08, 0.16, 0.95));
  }

  static void brokenDocument(Pen pen) {
    Path2D sheet = path(-0.7, -0.95, 0.3, -0.95, 0.72, -0.53, 0.72, 0.95, -0.7, 0.95);
    sheet.closePath();
    pen.line(sheet, LINE);
    pen.line(path(0.28, -0.93, 0.28, -0.5, 0.7, -0.5), LINE);
    pen.accent(path(-0.3, -0.12, 0.32, 0.5), 0.15).accent(path(0.32, -0.12, -0.3, 0.5), 0.15);
  }

  static void keypad(Pen pen) {
    for (int row = 0; row < 4; row++) {
      for (int column = -1; column <= 1; column++) {
        if (row < 3 || column == 0) {
          pen.fill(disc(column * 0.62, -0.84 + row * 0.56, 0.19));
        }
      }
    }
  }

  static void wrongNumber(Pen pen) {
    keypad(pen.at(-0.75, 0, 0.95));
    pen.accent(path(0.4, -0.45, 1.3, 0.45), 0.17).accent(path(1.3, -0.45, 0.4, 0.45), 0.17);
  }

  /** A padlock. */
  static void lock(Pen pen) {
    pen.line(shackle(-0.12), 0.17);
    lockBody(pen);
  }

  static void openLock(Pen pen) {
    pen.line(shackle(-0.3), 0.17);
    lockBody(pen);
  }

  private static Shape shackle(double foot) {
    Path2D path = new Path2D.Double();
    path.moveTo(-0.42, -0.05);
    path.lineTo(-0.42, -0.42);
    path.curveTo(-0.42, -1.0, 0.42, -1.0, 0.42, -0.42);
    path.lineTo(0.42, foot);
    return path;
  }

  private static void lockBody(Pen pen) {
    Area body = new Area(box(-0.7, -0.1, 1.4, 1.05, 0.24));
    body.subtract(new Area(disc(0, 0.32, 0.13)));
    body.subtract(new Area(box(-0.06, 0.32, 0.12, 0.34, 0.1)));
    pen.fill(body);
  }

  static void clock(Pen pen) {
    pen.line(disc(0, 0, 0.9), LINE).accent(path(0, -0.55, 0, 0, 0.38, 0.24), 0.12);
  }

  static void waiting(Pen pen) {
    person(pen.at(-0.75, 0, 0.9));
    clock(pen.at(0.85, 0.02, 0.75));
  }

  static void transfer(Pen pen) {
    pen.line(disc(-1.45, 0, 0.42), LINE).fill(disc(1.45, 0, 0.47));
    pen.accent(path(-0.7, 0, 0.62, 0), 0.14);
    pen.accent(path(0.25, -0.38, 0.66, 0, 0.25, 0.38), 0.14);
  }

  /** Sound and picture go out and come back. */
  static void echo(Pen pen) {
    camera(pen.at(-0.75, 0, 0.9));
    for (int i = 0; i < 4; i++) {
      double height = new double[] {0.28, 0.62, 0.42, 0.2}[i];
      double x = 0.55 + 0.28 * i;
      pen.accent(new Line2D.Double(x, -height, x, height), 0.13);
    }
  }

  static void done(Pen pen) {
    pen.line(disc(0, 0, 0.9), LINE).accent(path(-0.4, 0.04, -0.1, 0.34, 0.44, -0.3), 0.15);
  }

  /** A telephone receiver, for those without picture. */
  static void microphone(Pen pen) {
    pen.fill(box(-0.27, -0.9, 0.54, 1.1, 0.54));
    pen.line(arc(0, -0.1, 0.55, 180, 180), 0.13);
    pen.line(path(0, 0.45, 0, 0.82), 0.13).line(path(-0.32, 0.84, 0.32, 0.84), 0.13);
  }

  static void broadcast(Pen pen) {
    pen.fill(disc(0, 0, 0.24));
    for (int side : new int[] {0, 180}) {
      pen.line(arc(0, 0, 0.55, side - 45, 90), 0.14).line(arc(0, 0, 0.92, side - 45, 90), 0.14);
    }
  }
}
