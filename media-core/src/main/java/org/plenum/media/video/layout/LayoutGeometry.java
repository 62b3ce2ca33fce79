package org.plenum.media.video.layout;

import java.util.ArrayList;
import java.util.List;
import org.plenum.media.conference.Layout;

/**
 * Where each layout puts its pictures (SVX-144, SVX-145), as fractions of the canvas. A main
 * picture fills the canvas; thumbnails lie on its lower edge in fixed places from left to right
 * (SVX-148), so that one which comes or goes never moves the others.
 *
 * @param slots places in the order of {@code View.shown}: main pictures, then thumbnails
 */
public record LayoutGeometry(List<Slot> slots) {

  /** The canvas on which the proportions below were designed. */
  private static final double DESIGN_WIDTH = 1280;

  private static final double DESIGN_HEIGHT = 720;
  private static final double MARGIN = 16;
  private static final double GAP = 12;
  private static final double CORNER_RADIUS = 8;

  private static final LayoutGeometry ONE_MAIN =
      new LayoutGeometry(List.of(new Slot(Kind.MAIN, 0, 0, 1, 1)));
  private static final LayoutGeometry ONE_MAIN_SEVEN_PIPS =
      new LayoutGeometry(withThumbnailRow(ONE_MAIN.slots, 7));

  public LayoutGeometry {
    slots = List.copyOf(slots);
  }

  /** How a place is drawn. */
  public enum Kind {
    /** A large picture with square corners. */
    MAIN,
    /** A small picture with round corners, above the main ones. */
    THUMBNAIL
  }

  /** One place; numbers are fractions of canvas width and height. */
  public record Slot(Kind kind, double x, double y, double width, double height) {

    /** The place on a canvas of this size, in pixels. */
    public PixelRect on(int canvasWidth, int canvasHeight) {
      // Sizes are rounded apart from positions: equal places stay equal and can share tiles.
      return new PixelRect(
          even(x * canvasWidth),
          even(y * canvasHeight),
          Math.max(2, even(width * canvasWidth)),
          Math.max(2, even(height * canvasHeight)));
    }
  }

  /** The geometry of a layout. */
  public static LayoutGeometry of(Layout layout) {
    return switch (layout) {
      case ONE_MAIN_ZERO_PIPS -> ONE_MAIN;
      case ONE_MAIN_SEVEN_PIPS -> ONE_MAIN_SEVEN_PIPS;
    };
  }

  /** Radius of a thumbnail's corners on a canvas of this width, pixels, even. */
  public static int cornerRadius(int canvasWidth) {
    return scaled(CORNER_RADIUS, canvasWidth);
  }

  /** A length of the design on a canvas of this width, pixels, even, at least 2. */
  public static int scaled(double designLength, int canvasWidth) {
    return Math.max(2, even(designLength * canvasWidth / DESIGN_WIDTH));
  }

  private static List<Slot> withThumbnailRow(List<Slot> mains, int count) {
    double width = (DESIGN_WIDTH - 2 * MARGIN - (count - 1) * GAP) / count;
    double height = width * DESIGN_HEIGHT / DESIGN_WIDTH;
    double top = DESIGN_HEIGHT - MARGIN - height;
    List<Slot> slots = new ArrayList<>(mains);
    for (int i = 0; i < count; i++) {
      slots.add(
          new Slot(
              Kind.THUMBNAIL,
              (MARGIN + i * (width + GAP)) / DESIGN_WIDTH,
              top / DESIGN_HEIGHT,
              width / DESIGN_WIDTH,
              height / DESIGN_HEIGHT));
    }
    return slots;
  }

  private static int even(double value) {
    return (int) Math.round(value / 2) * 2;
  }
}
