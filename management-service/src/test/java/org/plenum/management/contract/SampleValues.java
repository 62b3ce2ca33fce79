package org.plenum.management.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.FieldType.Fallback;
import org.plenum.model.config.FieldType.Limits;
import org.plenum.model.config.FieldType.Option;

/** Values that suit a field, or do not, as far as its declaration tells. No two texts are equal. */
final class SampleValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<String, Long> lastNumbers = new HashMap<>();
  private int number = 1_000;

  /** A number that was not given before. */
  int next() {
    return ++number;
  }

  /** A value other than the default. */
  JsonNode of(FieldType field) {
    return switch (field.kind()) {
      case TEXT -> NODES.textNode(text(field));
      case INTEGER -> NODES.numberNode(integer(field));
      case BOOLEAN -> NODES.booleanNode(!fallback(field).equals(Optional.of(true)));
      case TIME -> NODES.textNode("2026-01-31T12:00:00");
      case CHOICE -> NODES.textNode(choice(field));
      case TEXTS -> NODES.arrayNode().add("Sample " + next());
      case CHOICES -> choices(field);
      case REFERENCE, REFERENCES, CHILDREN, INVERSE ->
          throw new IllegalArgumentException(field.name() + " leads to other objects");
    };
  }

  private static Optional<?> fallback(FieldType field) {
    return field.fallback().map(Fallback::value);
  }

  private String text(FieldType field) {
    int unique = next();
    Limits limits = field.limits();
    return candidates(unique)
        .filter(text -> text.length() >= limits.minLength() && text.length() <= limits.maxLength())
        .filter(text -> field.syntax().map(syntax -> syntax.allows(text)).orElse(true))
        .findFirst()
        .orElseThrow(() -> new AssertionError(field.name() + " needs a hint or a candidate"));
  }

  private static Stream<String> candidates(int n) {
    return Stream.of(
        "Sample " + n,
        "sample" + n,
        "host%d.example.com".formatted(n),
        "10.0.%d.%d".formatted(n / 250, n % 250 + 1),
        "2001:db8::%x".formatted(n),
        "255.255.255.0",
        "user%d@example.com".formatted(n),
        "https://host%d.example.com/".formatted(n),
        String.valueOf(n),
        "(cn=sample%d)".formatted(n),
        "cn=sample%d,dc=example,dc=com".formatted(n),
        "Sample %d that has a good many characters".formatted(n));
  }

  private long integer(FieldType field) {
    Limits limits = field.limits();
    if (field.unique()) {
      return lastNumbers.merge(
          field.name(),
          Math.max(1, limits.min()),
          (last, first) -> last < limits.max() ? last + 1 : first);
    }
    long usual = fallback(field).map(Long.class::cast).orElse(0L);
    return usual + 1 > limits.max() ? usual - 1 : Math.max(usual + 1, limits.min());
  }

  private static String choice(FieldType field) {
    return field.choices().stream()
        .map(Option::wire)
        .filter(wire -> !fallback(field).equals(Optional.of(wire)))
        .findFirst()
        .orElseGet(() -> field.choices().getFirst().wire());
  }

  private static ArrayNode choices(FieldType field) {
    String choice = field.choices().getFirst().wire();
    ArrayNode list = NODES.arrayNode();
    if (field.embedded()) {
      list.addObject().put("value", choice);
    } else {
      list.add(choice);
    }
    return list;
  }

  /** Values, by what is wrong with them, of which the field must refuse each. */
  static Map<String, JsonNode> wrong(FieldType field) {
    Map<String, JsonNode> wrong = new HashMap<>();
    Limits limits = field.limits();
    if (!field.acceptsNull()) {
      wrong.put("null", NODES.nullNode());
    }
    wrong.put("a value of the wrong type", NODES.objectNode().put("surprise", 1));
    switch (field.kind()) {
      case TEXT -> {
        if (field.required()) {
          wrong.put("no text", NODES.textNode(" "));
        }
        if (limits.maxLength() < Integer.MAX_VALUE) {
          wrong.put("too long", NODES.textNode("1".repeat(limits.maxLength() + 1)));
        }
        if (limits.minLength() > 1) {
          wrong.put("too short", NODES.textNode("1".repeat(limits.minLength() - 1)));
        }
        malformed(field).ifPresent(text -> wrong.put("of other syntax", NODES.textNode(text)));
      }
      case INTEGER -> {
        if (limits.min() > Long.MIN_VALUE) {
          wrong.put("too small", NODES.numberNode(limits.min() - 1));
        }
        if (limits.max() < Long.MAX_VALUE) {
          wrong.put("too large", NODES.numberNode(limits.max() + 1));
        }
      }
      case CHOICE -> wrong.put("no choice", NODES.textNode("no choice at all"));
      case CHOICES -> wrong.put("no choice", NODES.arrayNode().add("no choice at all"));
      case REFERENCES, TEXTS -> {
        if (field.required()) {
          wrong.put("no entry", NODES.arrayNode());
        }
      }
      default -> {}
    }
    return wrong;
  }

  private static Optional<String> malformed(FieldType field) {
    return field
        .syntax()
        .flatMap(
            syntax ->
                List.of("(", "§", "a b c", "*").stream()
                    .filter(text -> text.length() >= field.limits().minLength())
                    .filter(text -> !syntax.allows(text))
                    .findFirst());
  }
}
