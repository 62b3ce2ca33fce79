package org.plenum.console.versions;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.plenum.console.change.ChangeCard;
import org.plenum.console.control.EmptyState;
import org.plenum.console.i18n.Messages;

/** The lower half of the page: changes, object by object. */
final class ChangesView {
  private final Messages messages;
  private final VBox entries = new VBox(14);
  private final ScrollPane root = new ScrollPane(entries);

  ChangesView(Messages messages) {
    this.messages = messages;
    root.setId("version-changes");
    root.setFitToWidth(true);
    root.setFitToHeight(true);
    entries.getStyleClass().add("version-changes");
    prompt();
  }

  Node view() {
    return root;
  }

  /** Says what to do when nothing is chosen. */
  void prompt() {
    message(MaterialDesignH.HISTORY, messages.get("versions.choose"));
  }

  /** Says that the server does not answer. */
  void failed() {
    message(MaterialDesignC.CLOUD_OFF_OUTLINE, messages.get("list.failed"));
  }

  /** Shows changes under a heading. */
  void show(String heading, VersionsModel.Changes changes) {
    if (changes.total() == 0) {
      message(MaterialDesignE.EQUAL, messages.get("versions.no-difference"));
      return;
    }
    Label title = new Label(heading);
    title.setId("version-changes-title");
    title.getStyleClass().add(Styles.TITLE_4);
    entries.setAlignment(Pos.TOP_LEFT);
    entries.getChildren().setAll(title);
    changes
        .shown()
        .forEach(
            change ->
                entries.getChildren().add(ChangeCard.of(change.heading(), "", change.fields())));
    if (changes.total() > changes.shown().size()) {
      Label more =
          new Label(messages.get("versions.first", changes.shown().size(), changes.total()));
      more.getStyleClass().add(Styles.TEXT_MUTED);
      entries.getChildren().add(more);
    }
    root.setVvalue(0);
  }

  private void message(Ikon icon, String text) {
    entries.setAlignment(Pos.CENTER);
    entries.getChildren().setAll(EmptyState.of(icon, text));
  }
}
