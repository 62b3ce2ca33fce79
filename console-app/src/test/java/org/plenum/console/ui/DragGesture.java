package org.plenum.console.ui;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.robot.Robot;
import org.jspecify.annotations.Nullable;

/**
 * Drags one node onto another. The mouse is pressed and moved until the toolkit detects a drag;
 * there the headless platform gives up, whose clipboard for drags throws in place of entering the
 * system's drag loop. What that loop would deliver is fired at the nodes instead. For the JavaFX
 * thread.
 */
final class DragGesture {
  /** Far enough for a drag, and still within a row of a table. */
  private static final double STEP = 6;

  private final Robot mouse;
  private final Node source;
  private final Node target;
  private boolean detected;

  DragGesture(Robot mouse, Node source, Node target) {
    this.mouse = mouse;
    this.source = source;
    this.target = target;
  }

  /**
   * Makes the whole gesture.
   *
   * @return whether the target took what was dropped
   */
  boolean perform() {
    EventHandler<MouseEvent> detection = event -> detected = true;
    source.addEventFilter(MouseEvent.DRAG_DETECTED, detection);
    Point2D from = middle(source);
    mouse.mouseMove(from);
    mouse.mousePress(MouseButton.PRIMARY);
    try {
      for (int step = 1; step <= 5 && !detected; step++) {
        mouse.mouseMove(from.add(step * STEP, 0));
      }
    } catch (UnsupportedOperationException noDragLoop) {
      // See above: the source has handled the detected drag by then.
    } finally {
      source.removeEventFilter(MouseEvent.DRAG_DETECTED, detection);
    }
    if (!detected) {
      throw new AssertionError("no drag was detected");
    }
    boolean taken = drop();
    mouse.mouseRelease(MouseButton.PRIMARY);
    return taken;
  }

  private boolean drop() {
    fire(target, DragEvent.DRAG_ENTERED, null);
    DragEvent over = fire(target, DragEvent.DRAG_OVER, null);
    boolean completed = false;
    if (over.isAccepted()) {
      completed =
          fire(target, DragEvent.DRAG_DROPPED, over.getAcceptedTransferMode()).isDropCompleted();
    }
    fire(target, DragEvent.DRAG_EXITED, null);
    fire(source, DragEvent.DRAG_DONE, completed ? over.getAcceptedTransferMode() : null);
    return completed;
  }

  private DragEvent fire(Node node, EventType<DragEvent> type, @Nullable TransferMode accepted) {
    Point2D at = middle(target);
    DragEvent[] delivered = new DragEvent[1];
    EventHandler<DragEvent> seen = event -> delivered[0] = event;
    node.addEventFilter(type, seen);
    Event.fireEvent(
        node,
        new DragEvent(
            type,
            dragboard(),
            at.getX(),
            at.getY(),
            at.getX(),
            at.getY(),
            accepted == null ? TransferMode.MOVE : accepted,
            source,
            target,
            null));
    node.removeEventFilter(type, seen);
    return delivered[0];
  }

  /** The platform's own does not know the modes of a drag either. */
  private static Dragboard dragboard() {
    return DragboardHelper.createDragboard(
        (TKClipboard)
            Proxy.newProxyInstance(
                TKClipboard.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, arguments) ->
                    method.getReturnType() == Set.class ? EnumSet.of(TransferMode.MOVE) : null));
  }

  private static Point2D middle(Node node) {
    Bounds bounds = node.localToScreen(node.getLayoutBounds());
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }
}
