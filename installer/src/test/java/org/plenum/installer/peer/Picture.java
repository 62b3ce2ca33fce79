package org.plenum.installer.peer;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A picture that an endpoint received. */
public record Picture(BufferedImage image) {

  /** Reads a snapshot. */
  public static Picture read(Path png) throws IOException {
    return new Picture(ImageIO.read(png.toFile()));
  }

  /**
   * Mean colour of the middle half of a rectangle, so that borders and labels do not count.
   *
   * @param x left edge as a fraction of the width; the other values likewise
   */
  public Color mean(double x, double y, double width, double height) {
    int left = (int) ((x + width / 4) * image.getWidth());
    int top = (int) ((y + height / 4) * image.getHeight());
    int right = (int) ((x + width * 3 / 4) * image.getWidth());
    int bottom = (int) ((y + height * 3 / 4) * image.getHeight());
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        int rgb = image.getRGB(column, row);
        red += rgb >> 16 & 0xFF;
        green += rgb >> 8 & 0xFF;
        blue += rgb & 0xFF;
      }
    }
    int pixels = Math.max(1, (right - left) * (bottom - top));
    return new Color((int) (red / pixels), (int) (green / pixels), (int) (blue / pixels));
  }

  /** Distance between colours, 0 to 441. */
  public static double distance(Color a, Color b) {
    return Math.sqrt(
        Math.pow(a.getRed() - b.getRed(), 2)
            + Math.pow(a.getGreen() - b.getGreen(), 2)
            + Math.pow(a.getBlue() - b.getBlue(), 2));
  }
}
