package org.plenum.console.change;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** A box that shows one change of an object. */
public final class ChangeCard {
  private static final int LONGEST = 600;

  private ChangeCard() {}

  /**
   * A box.
   *
   * @param heading what happened
   * @param detail a line below, such as the time; empty for none
   */
  public static Node of(String heading, String detail, List<FieldChange> changes) {
    Label what = new Label(heading);
    what.setWrapText(true);
    what.getStyleClass().add(Styles.TEXT_BOLD);
    VBox box = new VBox(6, what);
    if (!detail.isEmpty()) {
      Label line = new Label(detail);
      line.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
      box.getChildren().add(line);
    }
    if (!changes.isEmpty()) {
      box.getChildren().add(grid(changes));
    }
    box.getStyleClass().add("history-entry");
    box.setId("history-entry");
    return box;
  }

  private static Node grid(List<FieldChange> changes) {
    GridPane grid = new GridPane();
    grid.setHgap(14);
    grid.setVgap(4);
    for (int width : new int[] {24, 36, 4, 36}) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(width);
      column.setHalignment(HPos.LEFT);
      grid.getColumnConstraints().add(column);
    }
    RowConstraints top = new RowConstraints();
    top.setValignment(VPos.TOP);
    for (int i = 0; i < changes.size(); i++) {
      FieldChange change = changes.get(i);
      Label label = new Label(change.label());
      label.setWrapText(true);
      label.getStyleClass().add(Styles.TEXT_MUTED);
      grid.addRow(
          i,
          label,
          value(change.before(), "before"),
          new Label("→"),
          value(change.after(), "after"));
      grid.getRowConstraints().add(top);
    }
    return grid;
  }

  private static Label value(String text, String style) {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
    Label label = new Label(text.isEmpty() ? "–" : shown);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }
}
