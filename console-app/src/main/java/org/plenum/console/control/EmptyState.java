package org.plenum.console.control;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a page shows when there is nothing: why, and what to do about it. */
public final class EmptyState {
  private EmptyState() {}

  /** An icon above a sentence, with actions below. */
  public static Node of(Ikon icon, String text, Node... actions) {
    FontIcon image = new FontIcon(icon);
    image.getStyleClass().add("empty-icon");
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(Styles.TEXT_MUTED);
    VBox box = new VBox(12, image, label);
    box.getChildren().addAll(actions);
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("empty-state");
    VBox.setVgrow(box, Priority.ALWAYS);
    return box;
  }
}
