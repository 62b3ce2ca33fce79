package org.plenum.console.resource;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.FormAdvice.Doubt;

/**
 * What is doubtful about what is stored, above the fields of a form. Each doubt leads to its field.
 */
final class AdviceBanner {
  /** The form must stay in view; what is shown of it moves up when the first are put right. */
  private static final int MAX_SHOWN = 5;

  private final ResourceFormViewModel model;
  private final FormFields fields;
  private final Messages messages;
  private final VBox lines = new VBox(4);
  private final HBox box = new HBox(10);

  AdviceBanner(ResourceFormViewModel model, FormFields fields, Messages messages) {
    this.model = model;
    this.fields = fields;
    this.messages = messages;
    VBox.setMargin(box, new Insets(8, 0, 8, 0));
    HBox.setHgrow(lines, Priority.ALWAYS);
    box.setId("form-advice");
    box.getStyleClass().addAll("banner", "advice");
    box.setAlignment(Pos.TOP_LEFT);
    box.getChildren().setAll(new FontIcon(MaterialDesignA.ALERT_OUTLINE), lines, dismiss());
    model.advice().doubts().addListener((ListChangeListener<Doubt>) change -> show());
    show();
  }

  Node view() {
    return box;
  }

  private void show() {
    List<Doubt> doubts = model.advice().doubts();
    Labeled title = wrapped(new Label(messages.get("form.advice.title")));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    lines.getChildren().setAll(title);
    for (int index = 0; index < Math.min(doubts.size(), MAX_SHOWN); index++) {
      Labeled line = wrapped(line(doubts.get(index)));
      line.setId("form-advice-" + index);
      lines.getChildren().add(line);
    }
    if (doubts.size() > MAX_SHOWN) {
      Label more = new Label(messages.get("form.advice.more", doubts.size() - MAX_SHOWN));
      more.setId("form-advice-more");
      lines.getChildren().add(more);
    }
    box.setVisible(!doubts.isEmpty());
    box.setManaged(!doubts.isEmpty());
  }

  private Labeled line(Doubt doubt) {
    return model
        .field(doubt.field())
        .<Labeled>map(
            field -> {
              Hyperlink link = new Hyperlink(doubt.text());
              link.setOnAction(
                  event -> {
                    link.setVisited(false);
                    fields.reveal(field);
                  });
              return link;
            })
        .orElseGet(() -> new Label(doubt.text()));
  }

  private static Labeled wrapped(Labeled text) {
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    return text;
  }

  private Button dismiss() {
    Button dismiss = new Button(messages.get("form.advice.dismiss"));
    dismiss.setId("form-advice-dismiss");
    dismiss.setAccessibleText(messages.get("form.advice.dismiss.accessible"));
    dismiss.setMinWidth(Region.USE_PREF_SIZE);
    dismiss.getStyleClass().add(Styles.SMALL);
    dismiss.setOnAction(
        event -> {
          model.advice().dismiss();
          // The button goes away, and would take the cursor with it.
          fields.focus();
        });
    return dismiss;
  }
}
