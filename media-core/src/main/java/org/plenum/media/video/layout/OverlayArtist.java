package org.plenum.media.video.layout;

import java.awt.AWTError;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Draws what is not video: holding screens, placeholders, counters. Uses the bundled overlay font
 * (SVX-143), so that nothing depends on fonts of the system. Slow compared with a frame: results
 * are kept by the compositions that show them. Any thread.
 */
public final class OverlayArtist {

  private static final String FONT = "Roboto-Medium.ttf";

  /** More audio-only participants than this become one icon with a number (SVX-134). */
  private static final int MAX_AUDIO_ICONS = 4;

  /** Glyphs at their exact places; rounding to pixels would make the spacing uneven. */
  private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

  private final Font font;

  private OverlayArtist(Font font) {
    this.font = font;
  }

  /**
   * Loads the font.
   *
   * @throws IllegalStateException if this Java runtime cannot draw text
   */
  public static OverlayArtist create() {
    try (InputStream file = OverlayArtist.class.getResourceAsStream(FONT)) {
      if (file == null) {
        throw new IllegalStateException("overlay font " + FONT + " is missing from the package");
      }
      return new OverlayArtist(Font.createFont(Font.TRUETYPE_FONT, file));
    } catch (IOException | FontFormatException | LinkageError | InternalError | AWTError e) {
      throw new IllegalStateException("this Java runtime cannot draw text: " + e.getMessage(), e);
    }
  }

  /** The picture for a participant who sees nobody; opaque, fills the canvas. */
  Patch holdingScreen(int width, int height, HoldingScreen screen) {
    PixelRect all = new PixelRect(0, 0, width, height);
    return paint(
        all,
        g -> {
          g.setColor(new Color(Palette.BACKGROUND));
          g.fillRect(0, 0, width, height);
          double icon = height * 0.2;
          double centreX = width / 2.0;
          double iconY = height * 0.38;
          g.setColor(new Color(Palette.TILE));
          g.fill(circle(centreX, iconY, icon));
          g.setColor(new Color(Palette.TEXT_MUTED));
          g.fill(
              screen == HoldingScreen.AUDIO_ONLY
                  ? handset(centreX, iconY, icon * 0.5)
                  : person(centreX, iconY, icon));
          g.setColor(new Color(Palette.TEXT));
          text(g, screen.title(), centreX, height * 0.6, height * 0.052);
          g.setColor(new Color(Palette.TEXT_MUTED));
          text(g, screen.hint(), centreX, height * 0.68, height * 0.031);
        });
  }

  /** A silhouette for a participant whose first picture has not come yet. */
  Patch placeholder(PixelRect slot) {
    double size = Math.min(slot.width(), slot.height()) * (slot.height() < 200 ? 0.62 : 0.26);
    int side = (int) Math.ceil(size / 2) * 2 + 2;
    return paint(
        slot.centred(side, side),
        g -> {
          double centre = side / 2.0;
          g.setColor(new Color(Palette.AVATAR));
          g.fill(circle(centre, centre, size));
          g.setColor(new Color(Palette.SILHOUETTE));
          g.fill(person(centre, centre, size));
        });
  }

  /** "+N" over the last thumbnail (SVX-138). */
  Patch more(PixelRect thumbnail, int hidden) {
    double radius = thumbnail.height() * 0.17;
    return paint(
        thumbnail,
        g -> {
          g.setColor(new Color(Palette.SCRIM, true));
          g.fill(
              new RoundRectangle2D.Double(
                  0, 0, thumbnail.width(), thumbnail.height(), radius, radius));
          g.setColor(new Color(Palette.TEXT));
          text(
              g,
              "+" + hidden,
              thumbnail.width() / 2.0,
              thumbnail.height() / 2.0,
              thumbnail.height() * 0.4);
        });
  }

  /** Number of participants that a layout without thumbnails does not show (SVX-144). */
  Patch others(int canvasWidth, int canvasHeight, int hidden) {
    int height = LayoutGeometry.scaled(40, canvasWidth);
    String label = String.format(Locale.ROOT, "%d", hidden);
    int width = LayoutGeometry.scaled(64 + 12 * label.length(), canvasWidth);
    int margin = LayoutGeometry.scaled(20, canvasWidth);
    PixelRect area =
        new PixelRect(
            canvasWidth - margin - width & ~1, canvasHeight - margin - height & ~1, width, height);
    return paint(
        area,
        g -> {
          g.setColor(new Color(Palette.SCRIM, true));
          g.fill(new RoundRectangle2D.Double(0, 0, width, height, height, height));
          g.setColor(new Color(Palette.TEXT));
          g.fill(person(height * 0.62, height / 2.0, height * 0.78));
          text(g, label, (width + height * 0.75) / 2, height / 2.0, height * 0.5);
        });
  }

  /** Avatars of audio-only participants on the left edge (SVX-134). */
  Patch audioOnly(int canvasWidth, int canvasHeight, int count) {
    int size = LayoutGeometry.scaled(52, canvasWidth);
    int gap = LayoutGeometry.scaled(12, canvasWidth);
    int margin = LayoutGeometry.scaled(20, canvasWidth);
    boolean collapsed = count > MAX_AUDIO_ICONS;
    int icons = collapsed ? 1 : count;
    int width = collapsed ? size * 2 : size;
    int height = icons * size + (icons - 1) * gap;
    PixelRect area = new PixelRect(margin, (canvasHeight - height) / 2 & ~1, width, height);
    return paint(
        area,
        g -> {
          for (int i = 0; i < icons; i++) {
            double y = i * (size + gap);
            g.setColor(new Color(Palette.SCRIM, true));
            g.fill(new RoundRectangle2D.Double(0, y, width, size, size, size));
            g.setColor(new Color(Palette.ACCENT));
            g.fill(circle(size / 2.0, y + size / 2.0, size * 0.82));
            g.setColor(new Color(Palette.TEXT));
            g.fill(handset(size / 2.0, y + size / 2.0, size * 0.42));
          }
          if (collapsed) {
            text(g, Integer.toString(count), size * 1.42, size / 2.0, size * 0.42);
          }
        });
  }

  private static Patch paint(PixelRect area, Consumer<Graphics2D> drawing) {
    BufferedImage image =
        new BufferedImage(area.width(), area.height(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setComposite(AlphaComposite.SrcOver);
    drawing.accept(graphics);
    graphics.dispose();
    return Patch.of(image, area);
  }

  /** Text with its middle at a point; outlines instead of glyph bitmaps, for even edges. */
  private void text(Graphics2D g, String text, double centreX, double centreY, double size) {
    TextLayout layout = new TextLayout(text, font.deriveFont((float) size), UNHINTED);
    Rectangle2D box = layout.getBounds();
    // Centred by the height of capitals, so that descenders do not lift a line.
    double capHeight = size * 0.711;
    AffineTransform place =
        AffineTransform.getTranslateInstance(centreX - box.getCenterX(), centreY + capHeight / 2);
    g.fill(layout.getOutline(place));
  }

  private static Shape circle(double centreX, double centreY, double diameter) {
    return new Ellipse2D.Double(centreX - diameter / 2, centreY - diameter / 2, diameter, diameter);
  }

  /** Head and shoulders within a circle. */
  private static Shape person(double centreX, double centreY, double diameter) {
    Area figure = new Area(circle(centreX, centreY - diameter * 0.12, diameter * 0.34));
    Area shoulders =
        new Area(
            new Ellipse2D.Double(
                centreX - diameter * 0.32,
                centreY + diameter * 0.11,
                diameter * 0.64,
                diameter * 0.6));
    shoulders.intersect(new Area(circle(centreX, centreY, diameter * 0.88)));
    figure.add(shoulders);
    return figure;
  }

  /** A telephone handset, tilted. */
  private static Shape handset(double centreX, double centreY, double size) {
    Path2D arc = new Path2D.Double();
    arc.moveTo(-0.5, 0.12);
    arc.curveTo(-0.4, -0.42, 0.4, -0.42, 0.5, 0.12);
    Area shape =
        new Area(
            new BasicStroke(0.27f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                .createStrokedShape(arc));
    shape.add(new Area(new RoundRectangle2D.Double(-0.69, -0.04, 0.40, 0.34, 0.2, 0.2)));
    shape.add(new Area(new RoundRectangle2D.Double(0.29, -0.04, 0.40, 0.34, 0.2, 0.2)));
    AffineTransform place = AffineTransform.getTranslateInstance(centreX, centreY);
    place.scale(size, size);
    place.rotate(Math.toRadians(-135));
    return place.createTransformedShape(shape);
  }
}
