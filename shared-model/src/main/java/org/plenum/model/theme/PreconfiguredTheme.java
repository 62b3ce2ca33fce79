package org.plenum.model.theme;

import java.util.List;
import org.plenum.model.theme.ShippedFiles.Overlay;

/** The themes that every platform begins with (SVX-412 to SVX-416). */
public enum PreconfiguredTheme {
  AMERICAN("Plenum theme (English_US)"),
  BRITISH("Plenum theme (English_UK)", Overlay.HASH_KEY),
  AMERICAN_WITH_TONES("Plenum theme (English_US) with entry tones", Overlay.TONES),
  BRITISH_WITH_TONES("Plenum theme (English_UK) with entry tones", Overlay.HASH_KEY, Overlay.TONES);

  private final String title;
  private final List<Overlay> overlays;

  PreconfiguredTheme(String title, Overlay... overlays) {
    this.title = title;
    this.overlays = List.of(overlays);
  }

  /** Name of the theme. */
  public String title() {
    return title;
  }

  /** Its files, a complete set. */
  public ThemePackage files() {
    return ShippedFiles.over(overlays);
  }
}
