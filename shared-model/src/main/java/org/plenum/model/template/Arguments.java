package org.plenum.model.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an operation is applied to, in one call. */
final class Arguments {
  private final Operation operation;
  private final @Nullable Object input;
  private final List<@Nullable Object> values;
  private final Evaluator evaluator;

  /**
   * The values of a call.
   *
   * @param values in the order of the parameters; null for one that is left out
   */
  Arguments(
      Operation operation,
      @Nullable Object input,
      List<@Nullable Object> values,
      Evaluator evaluator) {
    this.operation = operation;
    this.input = input;
    this.values = values;
    this.evaluator = evaluator;
  }

  /** What a filter is applied to; null for a function. */
  @Nullable Object input() {
    return input;
  }

  /** The same as text: None is the text None. */
  String text() {
    return read(input);
  }

  List<@Nullable Object> all() {
    return values;
  }

  @Nullable Object value(int index) {
    return values.get(index);
  }

  boolean has(int index) {
    return values.get(index) != null;
  }

  String text(int index, String fallback) {
    return has(index) ? read(value(index)) : fallback;
  }

  boolean flag(int index) {
    return ValueRules.isTrue(value(index));
  }

  /** A whole number of at least 0 that is no larger than a text can be long. */
  int count(int index, int fallback) {
    if (!has(index)) {
      return fallback;
    }
    if (value(index) instanceof Long number && number >= 0 && number <= Work.MAX_TEXT) {
      return number.intValue();
    }
    throw new Work.Failure(
        "%s of '%s' must be a whole number from 0 to %d."
            .formatted(operation.parameters().get(index).name(), operation.name(), Work.MAX_TEXT));
  }

  private String read(@Nullable Object value) {
    String text = ValueWriter.text(value, work());
    work().spend(text.length());
    return text;
  }

  Work work() {
    return evaluator.work();
  }

  Evaluator evaluator() {
    return evaluator;
  }

  Work.Failure failure(String problem) {
    return new Work.Failure("'" + operation.name() + "' " + problem);
  }
}
