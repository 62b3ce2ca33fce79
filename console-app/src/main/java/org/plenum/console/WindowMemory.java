package org.plenum.console;

import javafx.collections.ObservableList;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.plenum.console.settings.Settings;
import org.plenum.console.settings.WindowState;

/** Puts a window where it was, and remembers where it is moved to. */
final class WindowMemory {
  static final double FIRST_WIDTH = 1280;
  static final double FIRST_HEIGHT = 820;

  private static final double SMALLEST_WIDTH = 800;
  private static final double SMALLEST_HEIGHT = 520;

  private final Stage stage;
  private final String name;
  private final Settings settings;
  private boolean active;

  WindowMemory(Stage stage, String name, Settings settings) {
    this.stage = stage;
    this.name = name;
    this.settings = settings;
    stage.xProperty().subscribe((before, now) -> remember());
    stage.yProperty().subscribe((before, now) -> remember());
    stage.widthProperty().subscribe((before, now) -> remember());
    stage.heightProperty().subscribe((before, now) -> remember());
    stage.maximizedProperty().subscribe((before, now) -> remember());
  }

  /** Puts the window where it was. */
  void resume() {
    WindowState state = settings.get().window(name);
    stage.setMinWidth(SMALLEST_WIDTH);
    stage.setMinHeight(SMALLEST_HEIGHT);
    if (state != null && isOnAScreen(state)) {
      stage.setX(state.x());
      stage.setY(state.y());
      stage.setWidth(state.width());
      stage.setHeight(state.height());
      stage.setMaximized(state.maximized());
    } else {
      stage.setWidth(FIRST_WIDTH);
      stage.setHeight(FIRST_HEIGHT);
      stage.centerOnScreen();
    }
    active = true;
  }

  /** Another content has the window for now. */
  void suspend() {
    active = false;
    stage.setMinWidth(0);
    stage.setMinHeight(0);
  }

  /** A screen may have been unplugged since. */
  private static boolean isOnAScreen(WindowState state) {
    ObservableList<Screen> screens =
        Screen.getScreensForRectangle(state.x(), state.y(), state.width(), state.height());
    return !screens.isEmpty();
  }

  private void remember() {
    if (!active || Double.isNaN(stage.getX()) || Double.isNaN(stage.getWidth())) {
      return;
    }
    WindowState before = settings.get().window(name);
    WindowState now =
        stage.isMaximized() && before != null
            ? new WindowState(before.x(), before.y(), before.width(), before.height(), true)
            : new WindowState(
                stage.getX(),
                stage.getY(),
                stage.getWidth(),
                stage.getHeight(),
                stage.isMaximized());
    settings.update(all -> all.withWindow(name, now));
  }
}
