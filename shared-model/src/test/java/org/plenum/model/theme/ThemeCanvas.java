package org.plenum.model.theme;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** A picture of the Base theme while it is drawn. */
final class ThemeCanvas {
  static final Color ACCENT = new Color(0xF38B3C);
  static final Color WHITE = Color.WHITE;
  private static final Color NIGHT = new Color(0x0B1626);
  private static final Color DUSK = new Color(0x234468);

  /** Where the font is that conference pictures use, seen from this module. */
  private static final Path FONT =
      Path.of("../media-core/src/main/resources/org/plenum/media/video/layout/Roboto-Medium.ttf");

  private final BufferedImage picture;
  private final Graphics2D graphics;
  private Color ink = WHITE;

  private ThemeCanvas(int width, int height, int type) {
    picture = new BufferedImage(width, height, type);
    graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** A transparent picture. */
  static ThemeCanvas clear(int width, int height) {
    return new ThemeCanvas(width, height, BufferedImage.TYPE_INT_ARGB);
  }

  /** A picture with the background of all: a calm blue, lighter in the middle, rows of seats. */
  static ThemeCanvas screen() {
    ThemeCanvas canvas = new ThemeCanvas(1920, 1080, BufferedImage.TYPE_INT_RGB);
    canvas.dusk(960, 420, 1250);
    canvas.seats();
    return canvas;
  }

  /** A square picture with the same background, without seats. */
  static ThemeCanvas square(int size) {
    ThemeCanvas canvas = new ThemeCanvas(size, size, BufferedImage.TYPE_INT_RGB);
    canvas.dusk(size / 2f, size * 0.4f, size * 0.8f);
    return canvas;
  }

  private void dusk(float x, float y, float radius) {
    graphics.setPaint(
        new RadialGradientPaint(
            new Point2D.Float(x, y),
            radius,
            new float[] {0, 1},
            new Color[] {DUSK, NIGHT},
            CycleMethod.NO_CYCLE));
    graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
  }

  /** The rows of a plenary hall, barely seen, along the lower edge. */
  private void seats() {
    for (int row = 0; row < 5; row++) {
      double radius = 620 + 130 * row;
      graphics.setColor(new Color(255, 255, 255, 17 - 3 * row));
      graphics.setStroke(new BasicStroke(46, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
      graphics.draw(new Ellipse2D.Double(960 - radius, 1540 - radius, 2 * radius, 2 * radius));
    }
  }

  /** Colour of what follows. */
  ThemeCanvas ink(Color colour) {
    ink = colour;
    return this;
  }

  /** Part of what follows that is seen, 0 to 1. */
  ThemeCanvas opacity(float part) {
    graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, part));
    return this;
  }

  /**
   * Draws a pictogram, whose own coordinates run from -1 to 1.
   *
   * @param size half of its width and height in pixels
   */
  ThemeCanvas pictogram(Consumer<Pen> pictogram, double x, double y, double size) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(size, size);
    pictogram.accept(new Pen(graphics, place, ink));
    return this;
  }

  /** Writes a line, in the middle of the picture. */
  ThemeCanvas text(String text, double baseline, float size) {
    return text(text, picture.getWidth() / 2.0, baseline, size);
  }

  /** Writes a line around a place. */
  ThemeCanvas text(String text, double middle, double baseline, float size) {
    TextLayout line =
        new TextLayout(text, font().deriveFont(size), graphics.getFontRenderContext());
    graphics.setColor(ink);
    line.draw(graphics, (float) (middle - line.getAdvance() / 2), (float) baseline);
    return this;
  }

  private static Font font() {
    try {
      return Font.createFont(Font.TRUETYPE_FONT, FONT.toFile());
    } catch (FontFormatException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Fills a disc with a shade from light to dark, as a button has it. */
  ThemeCanvas disc(double x, double y, double radius, Color light, Color dark) {
    graphics.setPaint(
        new GradientPaint(0, (float) (y - radius), light, 0, (float) (y + radius), dark));
    graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    return this;
  }

  byte[] png() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }

  byte[] jpeg() {
    return PinEntryPictures.jpeg(picture);
  }

  /**
   * Draws shapes in the coordinates of a pictogram.
   *
   * @param place where the pictogram is
   */
  record Pen(Graphics2D graphics, AffineTransform place, Color ink) {
    Pen fill(Shape shape) {
      graphics.setColor(ink);
      graphics.fill(place.createTransformedShape(shape));
      return this;
    }

    Pen line(Shape shape, double width) {
      return line(shape, width, ink);
    }

    Pen accent(Shape shape, double width) {
      return line(shape, width, ink.equals(Color.BLACK) ? ink : ACCENT);
    }

    private Pen line(Shape shape, double width, Color colour) {
      graphics.setColor(colour);
      graphics.fill(
          place.createTransformedShape(
              new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                  .createStrokedShape(shape)));
      return this;
    }

    Pen fillAccent(Shape shape) {
      graphics.setColor(ink.equals(Color.BLACK) ? ink : ACCENT);
      graphics.fill(place.createTransformedShape(shape));
      return this;
    }

    /** The pen for a part at another place. */
    Pen at(double x, double y, double scale) {
      AffineTransform part = new AffineTransform(place);
      part.translate(x, y);
      part.scale(scale, scale);
      return new Pen(graphics, part, ink);
    }

    Pen faint(int alpha) {
      return new Pen(
          graphics, place, new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), alpha));
    }
  }
}
