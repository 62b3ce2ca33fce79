package org.plenum.media.video.layout;

/** Colours of composed pictures, {@code 0xAARRGGBB}. */
final class Palette {

  static final int BACKGROUND = 0xFF161B24;
  static final int TILE = 0xFF262E3C;
  static final int AVATAR = 0xFF2F3949;
  static final int SILHOUETTE = 0xFF55657C;
  static final int TEXT = 0xFFEFF3F8;
  static final int TEXT_MUTED = 0xFF93A1B5;
  static final int SCRIM = 0xB8101520;
  static final int ACCENT = 0xFF3E7BD6;

  private Palette() {}
}
