package org.plenum.console.resource;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.configuration.ObjectText;
import org.plenum.console.control.EmptyState;
import org.plenum.console.i18n.Messages;
import org.plenum.console.text.Times;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.rpc.console.HistoryEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who changed an object, when, and from what to what. */
final class HistoryView {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryView.class);

  private final ResourceType<?> type;
  private final ConfigurationClient client;
  private final ObjectText texts;
  private final TaskExecutor tasks;
  private final Messages messages;
  private final Times times;
  private final VBox entries = new VBox(14);
  private final ScrollPane root = new ScrollPane(entries);

  private record Change(String label, String before, String after) {}

  private record Shown(HistoryEntry entry, List<Change> changes) {}

  HistoryView(
      ResourceType<?> type,
      ConfigurationClient client,
      ObjectText texts,
      TaskExecutor tasks,
      Messages messages,
      Times times) {
    this.type = type;
    this.client = client;
    this.texts = texts;
    this.tasks = tasks;
    this.messages = messages;
    this.times = times;
    root.setId("history");
    root.setFitToWidth(true);
    root.setFitToHeight(true);
    entries.getStyleClass().add("form");
  }

  Node view() {
    return root;
  }

  void load(long id) {
    tasks.run(
        () -> client.history(type, id).stream().map(this::shown).toList(),
        this::show,
        failure -> {
          LOG.warn("the history could not be fetched", failure);
          entries
              .getChildren()
              .setAll(
                  EmptyState.of(MaterialDesignC.CLOUD_OFF_OUTLINE, messages.get("list.failed")));
        });
  }

  private Shown shown(HistoryEntry entry) {
    Values before = client.parse(type, entry.getBeforeJson());
    Values after = client.parse(type, entry.getAfterJson());
    List<Map<String, String>> both = texts.of(type, List.of(before, after));
    List<Change> changes = new ArrayList<>();
    for (FieldType field : type.fields()) {
      if (!Objects.equals(before.get(field.name()), after.get(field.name()))) {
        changes.add(
            new Change(
                field.label(),
                both.get(0).getOrDefault(field.name(), ""),
                both.get(1).getOrDefault(field.name(), "")));
      }
    }
    return new Shown(entry, changes);
  }

  private void show(List<Shown> history) {
    if (history.isEmpty()) {
      entries
          .getChildren()
          .setAll(EmptyState.of(MaterialDesignH.HISTORY, messages.get("history.empty")));
      return;
    }
    entries.getChildren().setAll(history.stream().map(this::view).toList());
  }

  private Node view(Shown shown) {
    HistoryEntry entry = shown.entry();
    Label what =
        new Label(
            messages.get(
                "history.entry",
                messages.value("history.kind.", entry.getKind()),
                entry.getAuthor(),
                messages.value("history.source.", entry.getSource())));
    what.getStyleClass().add(Styles.TEXT_BOLD);
    Label when = new Label(times.at(entry.getTime()));
    when.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    GridPane grid = new GridPane();
    grid.setHgap(14);
    grid.setVgap(4);
    for (int width : new int[] {24, 36, 4, 36}) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(width);
      grid.getColumnConstraints().add(column);
    }
    for (int i = 0; i < shown.changes().size(); i++) {
      Change change = shown.changes().get(i);
      Label label = new Label(change.label());
      label.getStyleClass().add(Styles.TEXT_MUTED);
      grid.addRow(
          i,
          label,
          value(change.before(), "before"),
          new Label("→"),
          value(change.after(), "after"));
    }
    VBox box = new VBox(6, what, when, grid);
    box.getStyleClass().add("history-entry");
    box.setId("history-entry");
    return box;
  }

  private static Label value(String text, String style) {
    Label label = new Label(text.isEmpty() ? "–" : text);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }
}
