package org.plenum.model.config;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.FieldType.Limits;

/** The rules that the annotations of a field state. */
final class FieldRules {
  /** Two texts that differ in these look the same; some turn the direction of what follows. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private static final String REQUIRED = "This field is required.";

  private FieldRules() {}

  /** Messages about a value; none if it is right. */
  static List<String> check(FieldType field, @Nullable Object value) {
    if (value == null) {
      return field.nullable() ? List.of() : List.of(REQUIRED);
    }
    return switch (field.kind()) {
      case TEXT -> value instanceof String text ? text(field, text) : wrongType(field);
      case CHOICE -> value instanceof String wire ? choice(field, wire) : wrongType(field);
      case INTEGER -> value instanceof Long number ? number(field, number) : wrongType(field);
      case REFERENCE -> value instanceof Long ? List.of() : wrongType(field);
      case BOOLEAN -> value instanceof Boolean ? List.of() : wrongType(field);
      case TIME -> value instanceof Instant ? List.of() : wrongType(field);
      case TEXTS, CHOICES, REFERENCES ->
          value instanceof List<?> list ? list(field, list) : wrongType(field);
      case CHILDREN, INVERSE -> List.of();
    };
  }

  private static List<String> wrongType(FieldType field) {
    return List.of(field.kind().expectation());
  }

  private static List<String> text(FieldType field, String text) {
    if (text.isBlank() && field.required()) {
      return List.of(REQUIRED);
    }
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> messages = new ArrayList<>();
    Limits limits = field.limits();
    int length = text.codePointCount(0, text.length());
    if (length > limits.maxLength()) {
      messages.add(
          "At most " + limits.maxLength() + " characters are allowed, not " + length + ".");
    }
    if (length < limits.minLength()) {
      messages.add("At least " + limits.minLength() + " characters are needed.");
    }
    if (hasControlCharacter(text, field.multiline())) {
      messages.add("Control characters are not allowed.");
    } else if (hasHalfCharacter(text)) {
      messages.add("The text has half a character: a surrogate without its other half.");
    } else if (!field.multiline() && !field.secret() && INVISIBLE.matcher(text).find()) {
      messages.add("Invisible characters are not allowed.");
    } else if (messages.isEmpty()) {
      field
          .syntax()
          .filter(syntax -> !syntax.allows(text))
          .ifPresent(syntax -> messages.add(syntax.message(text)));
    }
    return messages;
  }

  private static boolean hasControlCharacter(String text, boolean multiline) {
    return text.chars()
        .anyMatch(
            c ->
                Character.isISOControl(c) && !(multiline && (c == '\n' || c == '\r' || c == '\t')));
  }

  /** Such a text cannot be stored as it is. */
  private static boolean hasHalfCharacter(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static List<String> number(FieldType field, long number) {
    Limits limits = field.limits();
    return number < limits.min() || number > limits.max()
        ? List.of("Enter a number from " + limits.min() + " to " + limits.max() + ".")
        : List.of();
  }

  private static List<String> choice(FieldType field, String wire) {
    if (field.choices().stream().anyMatch(option -> option.wire().equals(wire))) {
      return List.of();
    }
    List<String> allowed = field.choices().stream().map(FieldType.Option::wire).toList();
    return List.of("'" + wire + "' is none of " + String.join(", ", allowed) + ".");
  }

  private static List<String> list(FieldType field, List<?> list) {
    Limits limits = field.limits();
    if (list.isEmpty() && field.required()) {
      return List.of(REQUIRED);
    }
    if (list.size() > limits.maxLength()) {
      return List.of("At most " + limits.maxLength() + " entries are allowed.");
    }
    if (list.size() < limits.minLength()) {
      return List.of("At least " + limits.minLength() + " entries are needed.");
    }
    if (new HashSet<>(list).size() < list.size()) {
      return List.of("An entry appears twice.");
    }
    return list.stream().flatMap(element -> element(field, element).stream()).toList();
  }

  private static List<String> element(FieldType field, @Nullable Object element) {
    return switch (field.kind()) {
      case TEXTS -> element instanceof String ? List.of() : wrongType(field);
      case CHOICES -> element instanceof String wire ? choice(field, wire) : wrongType(field);
      case REFERENCES -> element instanceof Long ? List.of() : wrongType(field);
      default -> throw new IllegalArgumentException(field.name() + " is no list");
    };
  }
}
