package org.plenum.model.theme;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes the pictures that callers see while they enter a PIN: a background, and on it a disc for
 * each digit (SVX-330, SVX-331). Immutable.
 */
public final class PinEntryPictures {
  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;
  private static final int MAX_DIGITS = 20;

  /** Pixels from the top of the picture to the row of discs. */
  private static final int TOP = 634;

  private static final int DIAMETER = 70;
  private static final int GAP = 14;
  private static final float STROKE = 12;
  private static final float QUALITY = 0.9f;

  private final BufferedImage background;

  private PinEntryPictures(BufferedImage background) {
    this.background = background;
  }

  /**
   * Pictures on a background.
   *
   * @param jpeg JPEG picture in RGB mode of 1920 × 1080 pixels
   * @throws ThemeException saying what is wrong with it
   */
  public static PinEntryPictures on(byte[] jpeg) throws ThemeException {
    try {
      PictureFormat.jpeg(WIDTH, HEIGHT).check(jpeg);
      return new PinEntryPictures(ImageIO.read(new ByteArrayInputStream(jpeg)));
    } catch (ThemeException e) {
      throw e.in("Background");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All 23 pictures: 0 to 20 digits, right and wrong PIN. Takes about a second. */
  public ThemePackage inColour(Color colour) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    for (int digits = 0; digits <= MAX_DIGITS; digits++) {
      files.put("pin_entry_%d_digits_image.jpg".formatted(digits), digits(digits, colour));
    }
    files.put("pin_entry_correct_image.jpg", picture(colour, PinEntryPictures::drawTick));
    files.put("pin_entry_incorrect_image.jpg", picture(colour, PinEntryPictures::drawCross));
    return ThemePackage.of(files);
  }

  /** The picture after some digits, as JPEG. */
  public byte[] digits(int digits, Color colour) {
    return picture(colour, canvas -> drawDiscs(canvas, digits));
  }

  private byte[] picture(Color colour, Consumer<Graphics2D> drawing) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = picture.createGraphics();
    try {
      canvas.drawImage(background, 0, 0, null);
      canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      canvas.setStroke(new BasicStroke(STROKE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      canvas.setColor(colour);
      drawing.accept(canvas);
    } finally {
      canvas.dispose();
    }
    return jpeg(picture);
  }

  private static void drawDiscs(Graphics2D canvas, int digits) {
    int row = digits * DIAMETER + Math.max(0, digits - 1) * GAP;
    for (int digit = 0; digit < digits; digit++) {
      double left = (WIDTH - row) / 2.0 + digit * (DIAMETER + GAP);
      canvas.fill(new Ellipse2D.Double(left, TOP, DIAMETER, DIAMETER));
    }
  }

  private static void drawTick(Graphics2D canvas) {
    Path2D tick = new Path2D.Double();
    tick.moveTo(-0.4, 0.05);
    tick.lineTo(-0.1, 0.35);
    tick.lineTo(0.4, -0.3);
    drawSign(canvas, tick);
  }

  private static void drawCross(Graphics2D canvas) {
    Path2D cross = new Path2D.Double();
    cross.moveTo(-0.35, -0.35);
    cross.lineTo(0.35, 0.35);
    cross.moveTo(0.35, -0.35);
    cross.lineTo(-0.35, 0.35);
    drawSign(canvas, cross);
  }

  /** A sign where the middle disc would be. */
  private static void drawSign(Graphics2D canvas, Path2D sign) {
    AffineTransform place = AffineTransform.getTranslateInstance(WIDTH / 2.0, TOP + DIAMETER / 2.0);
    place.scale(DIAMETER, DIAMETER);
    canvas.draw(sign.createTransformedShape(place));
  }

  /** A picture as JPEG. */
  static byte[] jpeg(BufferedImage picture) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(QUALITY);
      writer.setOutput(output);
      writer.write(null, new IIOImage(picture, null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
