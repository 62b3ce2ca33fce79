package org.plenum.console.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import org.plenum.console.settings.ConsoleSettings.ThemeName;
import org.plenum.console.settings.Settings;

/** Dresses windows in the theme that is set, and changes them when it changes. */
public final class Theme {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final String STYLESHEET =
      Objects.requireNonNull(Theme.class.getResource("/org/plenum/console/console.css"))
          .toExternalForm();

  private final Settings settings;

  /** Follows the settings. */
  public Theme(Settings settings) {
    this.settings = settings;
    settings
        .currentProperty()
        .subscribe(
            (before, now) -> {
              if (before.theme() != now.theme()) {
                applyToToolkit(now.theme());
              }
            });
    applyToToolkit(settings.get().theme());
  }

  /** Dresses a window. */
  public void dress(Scene scene) {
    scene.getStylesheets().add(STYLESHEET);
    settings
        .currentProperty()
        .subscribe(
            now -> scene.getRoot().pseudoClassStateChanged(DARK, now.theme() == ThemeName.DARK));
  }

  /** Changes from light to dark or back. */
  public void toggle() {
    settings.update(
        now -> now.withTheme(now.theme() == ThemeName.DARK ? ThemeName.LIGHT : ThemeName.DARK));
  }

  private static void applyToToolkit(ThemeName theme) {
    Application.setUserAgentStylesheet(
        theme == ThemeName.DARK
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }
}
