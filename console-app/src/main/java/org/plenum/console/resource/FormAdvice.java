package org.plenum.console.resource;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Violations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is doubtful about the stored object that a form shows. Asked for whenever the form shows
 * another state of it, so after saving and on opening alike; the form does not wait for it, and
 * says what it said before until the answer is there.
 */
final class FormAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(FormAdvice.class);

  private final ConfigurationClient client;
  private final TaskExecutor tasks;
  private final ObservableList<Doubt> doubts = FXCollections.observableArrayList();
  // One view for all: lists hold their views weakly, so one that nobody keeps goes silent.
  private final ObservableList<Doubt> shown = FXCollections.unmodifiableObservableList(doubts);
  private List<Doubt> dismissed = List.of();
  private long asked;

  FormAdvice(ConfigurationClient client, TaskExecutor tasks) {
    this.client = client;
    this.tasks = tasks;
  }

  /**
   * Something doubtful.
   *
   * @param field wire name of the field, or {@link Violations#WHOLE_OBJECT}
   * @param text what the reader sees: the label of the field and the message
   */
  record Doubt(String field, String text) {}

  /** What the reader has not dismissed. */
  ObservableList<Doubt> doubts() {
    return shown;
  }

  void about(ConfigurationObject object) {
    long question = ++asked;
    tasks.run(
        () -> client.advice(object),
        advice -> {
          if (question == asked) {
            show(found(object, advice));
          }
        },
        failure -> {
          LOG.info("no advice on {}", object.title(), failure);
          if (question == asked) {
            doubts.clear();
          }
        });
  }

  /** What is put right meanwhile and goes wrong again is news. */
  private void show(List<Doubt> found) {
    dismissed = dismissed.stream().filter(found::contains).toList();
    doubts.setAll(found.stream().filter(doubt -> !dismissed.contains(doubt)).toList());
  }

  /** Says no more of what is shown, as long as it stays as it is. */
  void dismiss() {
    List<Doubt> all = new ArrayList<>(dismissed);
    all.addAll(doubts);
    dismissed = List.copyOf(all);
    doubts.clear();
  }

  private static List<Doubt> found(ConfigurationObject object, Violations advice) {
    List<Doubt> found = new ArrayList<>();
    advice
        .messages()
        .forEach(
            (field, messages) -> {
              String place =
                  object.type().field(field).map(FieldType::label).map(l -> l + ": ").orElse("");
              messages.forEach(message -> found.add(new Doubt(field, place + message)));
            });
    return found;
  }
}
