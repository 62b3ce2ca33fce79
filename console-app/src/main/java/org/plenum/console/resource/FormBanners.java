package org.plenum.console.resource;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.plenum.console.i18n.Messages;
import org.plenum.console.status.StatusBoard;

/**
 * What a form says above its fields: that it could not be saved, that somebody else saved, or that
 * a conference uses what is edited.
 */
final class FormBanners {
  private final ResourceFormViewModel model;
  private final Messages messages;

  FormBanners(ResourceFormViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
  }

  Node problem() {
    Label text = new Label();
    text.setId("form-problem");
    text.setWrapText(true);
    text.textProperty().bind(model.problemProperty());
    HBox box = new HBox(10, new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE), text);
    box.getStyleClass().add("problem");
    box.visibleProperty().bind(model.problemProperty().isNotEmpty());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  /** Warns before a service is changed that a conference uses (SVC-052). */
  Node live(StatusBoard board) {
    Label text = new Label(messages.get("form.live"));
    text.setWrapText(true);
    HBox box = new HBox(10, new FontIcon(MaterialDesignA.ALERT_OUTLINE), text);
    box.setId("form-live");
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("banner");
    box.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.stored().filter(service -> runs(board, service.id())).isPresent(),
                board.revisionProperty(),
                model.stateProperty()));
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private static boolean runs(StatusBoard board, long service) {
    return board.conferences().values().stream()
        .anyMatch(conference -> conference.serviceId() == service);
  }

  Node changedElsewhere() {
    Label text = new Label(messages.get("form.changed-elsewhere"));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button reload = new Button(messages.get("form.reload"));
    reload.setId("form-reload");
    reload.getStyleClass().add(Styles.SMALL);
    reload.setOnAction(event -> model.reload());
    HBox box =
        new HBox(10, new FontIcon(MaterialDesignA.ACCOUNT_ALERT_OUTLINE), text, space, reload);
    box.setId("form-changed-elsewhere");
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("banner");
    box.visibleProperty().bind(model.changedElsewhereProperty());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }
}
