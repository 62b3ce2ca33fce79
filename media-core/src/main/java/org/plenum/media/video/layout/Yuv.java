package org.plenum.media.video.layout;

/**
 * A colour in video range (ITU-R BT.601, 16-235): what decoders assume of a stream that says
 * nothing.
 */
public record Yuv(int luma, int cb, int cr) {

  /** Converts {@code 0xRRGGBB}; higher bits are ignored. */
  public static Yuv ofRgb(int rgb) {
    int red = rgb >> 16 & 0xFF;
    int green = rgb >> 8 & 0xFF;
    int blue = rgb & 0xFF;
    return new Yuv(
        16 + (66 * red + 129 * green + 25 * blue + 128 >> 8),
        128 + (-38 * red - 74 * green + 112 * blue + 128 >> 8),
        128 + (112 * red - 94 * green - 18 * blue + 128 >> 8));
  }

  /** Value of a plane: 0 is luma, 1 is Cb, 2 is Cr. */
  int of(int plane) {
    return switch (plane) {
      case 0 -> luma;
      case 1 -> cb;
      default -> cr;
    };
  }
}
