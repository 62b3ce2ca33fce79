package org.plenum.console.resource;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.plenum.console.change.ChangeCard;
import org.plenum.console.change.FieldChange;
import org.plenum.console.change.FieldChanges;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.configuration.ObjectText;
import org.plenum.console.control.EmptyState;
import org.plenum.console.i18n.Messages;
import org.plenum.console.text.Times;
import org.plenum.model.config.ResourceType;
import org.plenum.rpc.console.HistoryEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who changed an object, when, and from what to what. */
final class HistoryView {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryView.class);

  private final ResourceType<?> type;
  private final ConfigurationClient client;
  private final FieldChanges differences;
  private final TaskExecutor tasks;
  private final Messages messages;
  private final Times times;
  private final VBox entries = new VBox(14);
  private final ScrollPane root = new ScrollPane(entries);

  private record Shown(HistoryEntry entry, List<FieldChange> changes) {}

  HistoryView(
      ResourceType<?> type,
      ConfigurationClient client,
      ObjectText texts,
      TaskExecutor tasks,
      Messages messages,
      Times times) {
    this.type = type;
    this.client = client;
    this.differences = new FieldChanges(client, texts);
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
    return new Shown(
        entry, differences.of(type.name(), entry.getBeforeJson(), entry.getAfterJson()));
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
    return ChangeCard.of(
        messages.get(
            "history.entry",
            messages.value("history.kind.", entry.getKind()),
            entry.getAuthor(),
            messages.value("history.source.", entry.getSource())),
        times.at(entry.getTime()),
        shown.changes());
  }
}
