package org.plenum.media.video.layout;

import java.awt.image.BufferedImage;

/**
 * A drawing with transparency, painted once and laid over many frames. Immutable.
 *
 * @param area where it goes
 */
record Patch(PixelRect area, Plane luma, Plane cb, Plane cr) {

  /** Values and opacities, both 0-255, row by row. */
  record Plane(int width, int height, byte[] values, byte[] opacities) {}

  /** Converts a drawing; its size is that of the area. */
  static Patch of(BufferedImage image, PixelRect area) {
    int width = area.width();
    int height = area.height();
    int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
    return new Patch(
        area,
        luma(argb, width, height),
        chroma(argb, width, height, 1),
        chroma(argb, width, height, 2));
  }

  Plane plane(int index) {
    return switch (index) {
      case 0 -> luma;
      case 1 -> cb;
      default -> cr;
    };
  }

  private static Plane luma(int[] argb, int width, int height) {
    byte[] values = new byte[argb.length];
    byte[] opacities = new byte[argb.length];
    for (int i = 0; i < argb.length; i++) {
      values[i] = (byte) Yuv.ofRgb(argb[i]).luma();
      opacities[i] = (byte) (argb[i] >>> 24);
    }
    return new Plane(width, height, values, opacities);
  }

  /** Averages each 2x2 block, its pixels weighted by their opacity. */
  private static Plane chroma(int[] argb, int width, int height, int plane) {
    int halfWidth = width / 2;
    int halfHeight = height / 2;
    byte[] values = new byte[halfWidth * halfHeight];
    byte[] opacities = new byte[values.length];
    for (int y = 0; y < halfHeight; y++) {
      for (int x = 0; x < halfWidth; x++) {
        int sum = 0;
        int weight = 0;
        for (int corner = 0; corner < 4; corner++) {
          int pixel = argb[(2 * y + corner / 2) * width + 2 * x + corner % 2];
          int opacity = pixel >>> 24;
          sum += Yuv.ofRgb(pixel).of(plane) * opacity;
          weight += opacity;
        }
        values[y * halfWidth + x] = (byte) (weight == 0 ? 128 : sum / weight);
        opacities[y * halfWidth + x] = (byte) (weight / 4);
      }
    }
    return new Plane(halfWidth, halfHeight, values, opacities);
  }
}
