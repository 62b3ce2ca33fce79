package org.plenum.console.ui;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What a person does with the console: looks, clicks, types. Waits for what does not come at once.
 * For test threads.
 */
public final class Screen {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration GLANCE = Duration.ofMillis(20);

  private final FxRobot keyboard = new FxRobot();
  private final Robot mouse = onFx(Robot::new);
  private final Path pictures;

  /** A screen whose pictures go into a folder. */
  public Screen(Path pictures) {
    this.pictures = pictures;
  }

  /** Looks again and again until a condition holds. */
  static ConditionFactory patiently(String what) {
    return Awaitility.await(what).pollDelay(Duration.ZERO).pollInterval(GLANCE).atMost(PATIENCE);
  }

  /** Runs something on the JavaFX thread and gives its result. */
  public static <T> T onFx(Callable<T> action) {
    if (Platform.isFxApplicationThread()) {
      try {
        return action.call();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(action.call());
          } catch (Exception e) {
            result.completeExceptionally(e);
          }
        });
    try {
      return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The node with this identifier, if one is visible in any window. */
  public Optional<Node> find(String id) {
    return onFx(
        () ->
            Window.getWindows().stream()
                .map(Window::getScene)
                .flatMap(scene -> scene.getRoot().lookupAll("#" + id).stream())
                .filter(Screen::isShown)
                .findFirst());
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a node is visible. */
  public boolean shows(String id) {
    return find(id).isPresent();
  }

  /** Waits until a node is visible. */
  public Node await(String id) {
    patiently("node #" + id).until(() -> shows(id));
    return find(id).orElseThrow();
  }

  /** Waits until a node is not visible any more. */
  public void awaitGone(String id) {
    patiently("no node #" + id).until(() -> !shows(id));
  }

  /** Waits for a condition, which is evaluated on the JavaFX thread. */
  public void until(String what, Callable<Boolean> condition) {
    patiently(what).until(() -> onFx(condition));
  }

  /** Waits until a node is visible and can be used, and clicks it. */
  public void click(String id) {
    await(id);
    patiently("#" + id + " can be used")
        .until(() -> onFx(() -> !find(id).orElseThrow().isDisabled()));
    bringIntoView(id);
    clickAt(settledMiddle(id), 1);
  }

  /** Clicks what shows exactly this text, such as an entry of a menu or of suggestions. */
  public void clickText(String text) {
    patiently("'" + text + "'").until(() -> withText(text).isPresent());
    clickAt(middle(withText(text).orElseThrow()), 1);
  }

  private Optional<Node> withText(String text) {
    return onFx(
        () ->
            Window.getWindows().stream()
                .map(Window::getScene)
                .flatMap(scene -> Stream.of(".label", ".list-cell").map(scene.getRoot()::lookupAll))
                .flatMap(Set::stream)
                .filter(node -> node instanceof Labeled label && text.equals(label.getText()))
                .filter(Screen::isShown)
                .findFirst());
  }

  /** Double-clicks a node. */
  public void doubleClick(String id) {
    await(id);
    clickAt(middle(id), 2);
  }

  /** Moves the mouse to the middle of a node. */
  public void point(String id) {
    await(id);
    moveTo(middle(id));
  }

  /** Turns the mouse wheel where the mouse is; upwards is positive. */
  public void turnWheel(int notches) {
    onFx(
        () -> {
          // A robot's wheel counts the other way round.
          mouse.mouseWheel(-notches);
          return null;
        });
    WaitForAsyncUtils.waitForFxEvents(1);
  }

  private void moveTo(Point2D point) {
    onFx(
        () -> {
          mouse.mouseMove(point);
          return null;
        });
    WaitForAsyncUtils.waitForFxEvents(1);
  }

  private void clickAt(Point2D point, int times) {
    moveTo(point);
    for (int i = 0; i < times; i++) {
      onFx(
          () -> {
            mouse.mousePress(MouseButton.PRIMARY);
            mouse.mouseRelease(MouseButton.PRIMARY);
            return null;
          });
    }
    WaitForAsyncUtils.waitForFxEvents(1);
  }

  /** Drags one node onto another; whether that took it. */
  boolean drag(Node source, Node target) {
    boolean taken = onFx(() -> new DragGesture(mouse, source, target).perform());
    WaitForAsyncUtils.waitForFxEvents(1);
    return taken;
  }

  /** Where a node is once it has stopped moving: new content is laid out with the next frame. */
  private Point2D settledMiddle(String id) {
    Point2D before = middle(id);
    WaitForAsyncUtils.waitForFxEvents(1);
    for (Point2D now = middle(id); !now.equals(before); now = middle(id)) {
      before = now;
      WaitForAsyncUtils.waitForFxEvents(1);
    }
    return before;
  }

  /** Where a click on a node goes. */
  private Point2D middle(String id) {
    return middle(find(id).orElseThrow());
  }

  private static Point2D middle(Node node) {
    return onFx(
        () -> {
          layOut(node.getScene());
          // Not its bounds in local: the caret of an empty field makes these huge.
          Bounds bounds = node.localToScreen(node.getLayoutBounds());
          return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
  }

  /**
   * What has just become visible lies at the edge of its window until the next frame, so a click
   * before that would miss it.
   */
  private static void layOut(Scene scene) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
  }

  /** Scrolls until a node is in the middle. */
  void bringIntoView(String id) {
    onFx(
        () -> {
          reveal(id);
          return null;
        });
  }

  private void reveal(String id) {
    Node node = find(id).orElseThrow();
    layOut(node.getScene());
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at instanceof ScrollPane scroll && scroll.getContent() != null) {
        Bounds in = scroll.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double room =
            scroll.getContent().getBoundsInLocal().getHeight()
                - scroll.getViewportBounds().getHeight();
        if (room > 0) {
          double wanted = in.getCenterY() - scroll.getViewportBounds().getHeight() / 2;
          scroll.setVvalue(Math.clamp(wanted / room, 0, 1));
          scroll.layout();
        }
      }
    }
  }

  /** Replaces the text of a field as if typed. */
  public void type(String id, String text) {
    click(id);
    keyboard.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
    write(text);
  }

  /** Types where the cursor is. */
  public void write(String text) {
    onFx(
        () -> {
          Scene scene = focusedWindow().getScene();
          for (char typed : text.toCharArray()) {
            Event.fireEvent(
                scene.getFocusOwner(),
                new KeyEvent(
                    KeyEvent.KEY_TYPED,
                    String.valueOf(typed),
                    "",
                    KeyCode.UNDEFINED,
                    false,
                    false,
                    false,
                    false));
          }
          return null;
        });
  }

  /** Presses keys together. */
  public void press(KeyCode... keys) {
    keyboard.push(keys);
  }

  /** The text of a label, button or field. */
  public String text(String id) {
    Node node = await(id);
    return onFx(
        () ->
            switch (node) {
              case Labeled labeled -> labeled.getText();
              case TextInputControl input -> input.getText();
              default -> throw new IllegalArgumentException("#" + id + " has no text");
            });
  }

  /** Waits until the text of a node contains something. */
  public void awaitText(String id, String part) {
    patiently("'%s' in #%s".formatted(part, id))
        .until(() -> shows(id) && text(id) != null && text(id).contains(part));
  }

  /** Below a dialogue, a window that has just shown a notice counts as focused as well. */
  private static Window focusedWindow() {
    return Window.getWindows().reversed().stream()
        .filter(window -> window instanceof Stage && window.isFocused())
        .findFirst()
        .orElseThrow();
  }

  /** Saves a picture of the topmost window. */
  public void picture(String name) {
    onFx(
        () -> {
          Window top = Window.getWindows().getFirst();
          save(top.getScene(), name);
          return null;
        });
  }

  /** Saves a picture of the window that was opened last: a dialogue, a list of choices. */
  public void pictureOfDialog(String name) {
    onFx(
        () -> {
          save(Window.getWindows().getLast().getScene(), name);
          return null;
        });
  }

  private void save(Scene scene, String name) {
    try {
      Files.createDirectories(pictures);
      WritableImage image = scene.snapshot(null);
      File file = pictures.resolve(name + ".png").toFile();
      ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
