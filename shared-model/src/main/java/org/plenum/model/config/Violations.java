package org.plenum.model.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What is wrong with an object: messages by field, in the order in which they were found.
 *
 * @param messages messages by wire name of the field; {@link #WHOLE_OBJECT} for the object itself
 */
public record Violations(Map<String, List<String>> messages) {
  /** Stands for the object where a message belongs to no single field. */
  public static final String WHOLE_OBJECT = "__all__";

  /** Nothing is wrong. */
  public static final Violations NONE = new Violations(Map.of());

  public Violations {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    messages.forEach((field, texts) -> copy.put(field, List.copyOf(texts)));
    messages = Collections.unmodifiableMap(copy);
  }

  /** A single message. */
  public static Violations of(String field, String message) {
    return new Violations(Map.of(field, List.of(message)));
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return messages.isEmpty();
  }

  /** These and the others; the same message for the same field appears once. */
  public Violations and(Violations others) {
    Builder builder = new Builder();
    builder.addAll(this);
    builder.addAll(others);
    return builder.build();
  }

  /** Those of some fields. */
  public Violations of(Predicate<String> fields) {
    Builder builder = new Builder();
    messages.forEach(
        (field, texts) -> {
          if (fields.test(field)) {
            texts.forEach(text -> builder.add(field, text));
          }
        });
    return builder.build();
  }

  /** The same messages for the fields of an inner object, for instance {@code aliases[0].alias}. */
  public Violations within(String path) {
    Builder builder = new Builder();
    messages.forEach(
        (field, texts) -> {
          String name = field.equals(WHOLE_OBJECT) ? path : path + "." + field;
          texts.forEach(text -> builder.add(name, text));
        });
    return builder.build();
  }

  /** The form of the API: <code>{"RESOURCE": {"FIELD": ["message"]}}</code>. */
  public ObjectNode toJson(String resource) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode fields = root.putObject(resource);
    messages.forEach((field, texts) -> texts.forEach(fields.withArrayProperty(field)::add));
    return root;
  }

  /** Collects messages; for one thread. */
  public static final class Builder {
    private final Map<String, List<String>> messages = new LinkedHashMap<>();

    /** Adds a message unless the field has it already. */
    public void add(String field, String message) {
      List<String> texts = messages.computeIfAbsent(field, name -> new ArrayList<>());
      if (!texts.contains(message)) {
        texts.add(message);
      }
    }

    /** Adds all messages of another. */
    public void addAll(Violations others) {
      others.messages.forEach((field, texts) -> texts.forEach(text -> add(field, text)));
    }

    /** Whether a field has a message. */
    public boolean has(String field) {
      return messages.containsKey(field);
    }

    /** Whether there is no message. */
    public boolean isEmpty() {
      return messages.isEmpty();
    }

    /** The messages so far. */
    public Violations build() {
      return messages.isEmpty() ? NONE : new Violations(messages);
    }
  }
}
