package org.plenum.console.resource.editor;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.plenum.console.i18n.Messages;

/** A place to try what an editor holds, opened by a link. */
final class TrialPane extends VBox {
  private static final double GAP = 6;

  /**
   * A closed pane.
   *
   * @param id identifier of the editor
   * @param first what takes the cursor when the pane is opened
   * @param others what stands below it
   */
  TrialPane(String id, Messages messages, Node first, Node... others) {
    super(GAP);
    VBox trial = new VBox(GAP, first);
    trial.getChildren().addAll(others);
    trial.getStyleClass().add("trial");
    trial.setVisible(false);
    trial.managedProperty().bind(trial.visibleProperty());
    Hyperlink open = new Hyperlink(messages.get("trial.open"));
    open.setId(id + "-try");
    open.setOnAction(
        event -> {
          trial.setVisible(!trial.isVisible());
          open.setVisited(false);
          if (trial.isVisible()) {
            first.requestFocus();
          }
        });
    getChildren().addAll(open, trial);
  }
}
