package org.plenum.model.theme;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Pictures of an exact size (SVX-359). The size is read before anything is decoded, so a small file
 * cannot demand a large picture; then it is decoded as a whole, so a damaged one is found here and
 * not in a conference.
 */
record PictureFormat(String format, int width, int height, boolean mayBeLarger, boolean transparent)
    implements ContentRule {
  private static final int MAX_WIDTH = 1920;
  private static final int MAX_HEIGHT = 1080;
  private static final int RGB = 3;

  static PictureFormat jpeg(int width, int height) {
    return new PictureFormat("JPEG", width, height, false, false);
  }

  static PictureFormat png(int width, int height) {
    return new PictureFormat("PNG", width, height, false, false);
  }

  /** Larger ones are scaled down; an opaque one would hide the picture under it (SVX-394). */
  static PictureFormat watermark(int width, int height) {
    return new PictureFormat("PNG", width, height, true, true);
  }

  @Override
  public void check(byte[] content) throws ThemeException {
    Iterator<ImageReader> readers =
        ImageIO.getImageReadersByFormatName(format.toLowerCase(Locale.ROOT));
    ImageReader reader = readers.next();
    try (ImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      if (!reader.getOriginatingProvider().canDecodeInput(input)) {
        throw notOfFormat();
      }
      reader.setInput(input);
      checkSize(reader.getWidth(0), reader.getHeight(0));
      checkColours(reader);
      checkTransparency(reader.read(0));
    } catch (IOException | RuntimeException e) {
      // The decoders of the JDK report some damages by unchecked exceptions.
      throw new ThemeException("the %s picture is damaged.".formatted(format));
    } finally {
      reader.dispose();
    }
  }

  private ThemeException notOfFormat() {
    return new ThemeException("it is no %s picture.".formatted(format));
  }

  private void checkSize(int actualWidth, int actualHeight) throws ThemeException {
    boolean exact = actualWidth == width && actualHeight == height;
    boolean larger =
        mayBeLarger
            && actualWidth >= width
            && actualHeight >= height
            && actualWidth <= MAX_WIDTH
            && actualHeight <= MAX_HEIGHT;
    if (!exact && !larger) {
      throw new ThemeException(
          "the picture must have %d × %d pixels, not %d × %d."
              .formatted(width, height, actualWidth, actualHeight));
    }
  }

  /** JPEG may also be grey or CMYK, which are not allowed; PNG may have any colours. */
  private void checkColours(ImageReader reader) throws IOException, ThemeException {
    if (format.equals("JPEG")) {
      ImageTypeSpecifier type = reader.getRawImageType(0);
      if (type == null || type.getNumBands() != RGB) {
        throw new ThemeException("the JPEG picture must be in RGB mode.");
      }
    }
  }

  private void checkTransparency(BufferedImage picture) throws ThemeException {
    ColorModel colours = picture.getColorModel();
    if (transparent && !colours.hasAlpha()) {
      throw new ThemeException("the PNG picture must be transparent.");
    }
  }
}
