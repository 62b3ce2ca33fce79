package org.plenum.console.live;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * Colours of the graph. A canvas knows no style sheets, so light and dark are two of these.
 *
 * @param areas colours of locations: told apart by the colour-blind, and none of them green, blue
 *     or red, which stand for load, conferences and loss (DIAG-035)
 */
record GraphColors(
    List<Color> areas,
    double areaOpacity,
    Color text,
    Color mutedText,
    Color nodeBackground,
    Color nodeOutline,
    Color load,
    Color silent,
    Color conference,
    Color conferenceGlyph,
    Color participant,
    Color link,
    Color lock) {
  private static final List<Color> PASTELS =
      List.of(
          Color.web("#f2cf8f"),
          Color.web("#cbb7e4"),
          Color.web("#d9d2c5"),
          Color.web("#efc4dd"),
          Color.web("#e8e29a"),
          Color.web("#c9cfd6"),
          Color.web("#e3b996"),
          Color.web("#b9a7c9"),
          Color.web("#d8c9a3"),
          Color.web("#dcb3c3"),
          Color.web("#c8b98a"),
          Color.web("#bdb5ad"));

  static final GraphColors LIGHT =
      new GraphColors(
          PASTELS,
          0.42,
          Color.web("#1f2328"),
          Color.web("#59636e"),
          Color.WHITE,
          Color.web("#4d5762"),
          Color.web("#2da44e"),
          Color.web("#c3c9d0"),
          Color.web("#2f81d7"),
          Color.WHITE,
          Color.web("#0b3d78"),
          Color.web("#59636e"),
          Color.web("#b35900"));

  static final GraphColors DARK =
      new GraphColors(
          PASTELS,
          0.20,
          Color.web("#e6edf3"),
          Color.web("#9198a1"),
          Color.web("#f0f3f6"),
          Color.web("#9198a1"),
          Color.web("#3fb950"),
          Color.web("#656c76"),
          Color.web("#388bfd"),
          Color.WHITE,
          Color.web("#9ecbff"),
          Color.web("#b7bdc8"),
          Color.web("#f0b72f"));

  Color area(long locationId) {
    return areas.get(paletteIndex(locationId));
  }

  /** Whether the palette is in its second turn, where colours come with hatching. */
  boolean hatched(long locationId) {
    return locationId / areas.size() % 2 == 1;
  }

  private int paletteIndex(long locationId) {
    return (int) Math.floorMod(locationId, areas.size());
  }
}
