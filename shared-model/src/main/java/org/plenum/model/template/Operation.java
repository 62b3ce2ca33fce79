package org.plenum.model.template;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenum.model.pattern.SearchPattern;

/**
 * A filter or a function of the language.
 *
 * @param name name in templates
 * @param parameters what stands in the parentheses
 * @param more whether any number of further arguments may follow
 * @param body what it does
 */
record Operation(String name, List<Parameter> parameters, boolean more, Body body) {
  /** What an argument must be. */
  enum Type {
    ANY,
    TEXT,
    NUMBER,
    REGEX;

    /** What is wrong with a value that a template states; empty if nothing is. */
    String problem(@Nullable Object value) {
      return switch (this) {
        case ANY -> "";
        case TEXT -> value instanceof String ? "" : "must be a text";
        case NUMBER -> value instanceof Long ? "" : "must be a whole number";
        case REGEX ->
            value instanceof String text
                ? SearchPattern.problem(text)
                    .map(problem -> "is not a valid regular expression: " + problem)
                    .orElse("")
                : "must be a regular expression";
      };
    }
  }

  /** A parameter; arguments can be given by its name. */
  record Parameter(String name, Type type, boolean required) {
    static Parameter required(String name, Type type) {
      return new Parameter(name, type, true);
    }

    static Parameter optional(String name, Type type) {
      return new Parameter(name, type, false);
    }
  }

  /** What an operation does. */
  @FunctionalInterface
  interface Body {
    @Nullable Object apply(Arguments arguments);
  }

  Operation {
    parameters = List.copyOf(parameters);
  }

  static Operation of(String name, Body body, Parameter... parameters) {
    return new Operation(name, List.of(parameters), false, body);
  }

  static Operation ofMany(String name, Body body) {
    return new Operation(name, List.of(), true, body);
  }

  Operation named(String other) {
    return new Operation(other, parameters, more, body);
  }

  long requiredCount() {
    return parameters.stream().filter(Parameter::required).count();
  }

  /** The name with its parameters, such as {@code replace(old, new, [count])}. */
  String signature() {
    Stream<String> names =
        parameters.stream().map(p -> p.required() ? p.name() : "[" + p.name() + "]");
    return name
        + "("
        + String.join(", ", Stream.concat(names, more ? Stream.of("…") : Stream.of()).toList())
        + ")";
  }
}
