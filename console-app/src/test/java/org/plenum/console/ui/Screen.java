package org.plenum.console.ui;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.testfx.api.FxRobot;

/**
 * What a person does with the console: looks, clicks, types. Waits for what does not come at once.
 * For test threads.
 */
public final class Screen {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final FxRobot robot = new FxRobot();
  private final Path pictures;

  /** A screen whose pictures go into a folder. */
  public Screen(Path pictures) {
    this.pictures = pictures;
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
    Awaitility.await("node #" + id).atMost(PATIENCE).until(() -> shows(id));
    return find(id).orElseThrow();
  }

  /** Waits until a node is not visible any more. */
  public void awaitGone(String id) {
    Awaitility.await("no node #" + id).atMost(PATIENCE).until(() -> !shows(id));
  }

  /** Waits for a condition, which is evaluated on the JavaFX thread. */
  public void until(String what, Callable<Boolean> condition) {
    Awaitility.await(what).atMost(PATIENCE).until(() -> onFx(condition));
  }

  /** Waits until a node is visible and can be used, and clicks it. */
  public void click(String id) {
    await(id);
    Awaitility.await("#" + id + " can be used")
        .atMost(PATIENCE)
        .until(() -> onFx(() -> !find(id).orElseThrow().isDisabled()));
    onFx(
        () -> {
          reveal(id);
          return null;
        });
    robot.clickOn(middle(id));
  }

  /** Double-clicks a node. */
  public void doubleClick(String id) {
    await(id);
    robot.doubleClickOn(middle(id));
  }

  /** Moves the mouse to the middle of a node. */
  public void point(String id) {
    await(id);
    robot.moveTo(middle(id));
  }

  /** Where a click on a node goes. */
  private Point2D middle(String id) {
    return onFx(
        () -> {
          Node node = find(id).orElseThrow();
          // Not its bounds in local: the caret of an empty field makes these huge.
          Bounds bounds = node.localToScreen(node.getLayoutBounds());
          return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
  }

  private void reveal(String id) {
    Node node = find(id).orElseThrow();
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
    robot.push(KeyCode.CONTROL, KeyCode.A).eraseText(1).write(text, 0);
  }

  /** Types where the cursor is. */
  public void write(String text) {
    robot.write(text, 0);
  }

  /** Presses keys together. */
  public void press(KeyCode... keys) {
    robot.push(keys);
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
    Awaitility.await("'%s' in #%s".formatted(part, id))
        .atMost(PATIENCE)
        .until(() -> shows(id) && text(id) != null && text(id).contains(part));
  }

  /** The mouse, for what is not a click. */
  public FxRobot robot() {
    return robot;
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
