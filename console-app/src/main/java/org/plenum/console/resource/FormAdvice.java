package org.plenum.console.resource;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Violations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is doubtful about the stored object that a form shows. Asked for whenever the form shows
 * another state of it, so after saving and on opening alike; the form does not wait for it.
 */
final class FormAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(FormAdvice.class);

  private final ConfigurationClient client;
  private final TaskExecutor tasks;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private long asked;

  FormAdvice(ConfigurationClient client, TaskExecutor tasks) {
    this.client = client;
    this.tasks = tasks;
  }

  /** A line for each doubt; empty when there is none, or none any more that the reader wants. */
  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  void about(ConfigurationObject object) {
    text.set("");
    long question = ++asked;
    tasks.run(
        () -> client.advice(object),
        advice -> {
          if (question == asked) {
            text.set(String.join("\n", lines(object, advice)));
          }
        },
        failure -> LOG.info("no advice on {}", object.title(), failure));
  }

  void dismiss() {
    asked++;
    text.set("");
  }

  private static List<String> lines(ConfigurationObject object, Violations advice) {
    List<String> lines = new ArrayList<>();
    advice
        .messages()
        .forEach(
            (field, messages) -> {
              String place =
                  object.type().field(field).map(FieldType::label).map(l -> l + ": ").orElse("");
              messages.forEach(message -> lines.add(place + message));
            });
    return lines;
  }
}
