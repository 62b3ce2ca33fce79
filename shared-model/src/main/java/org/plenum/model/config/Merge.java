package org.plenum.model.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Combines what a request carries with what is stored. */
public final class Merge {
  private Merge() {}

  /**
   * A complete object, not validated yet.
   *
   * @param values the object; lists of other objects as far as the request carries them
   * @param violations what is wrong with the request so far
   */
  public record Result(Values values, Violations violations) {}

  /** Fields that the request does not carry keep their value ({@code PATCH}). */
  public static Result patch(ResourceType<?> type, Values current, Values request) {
    return result(type, current, current.with(request));
  }

  /**
   * Fields that the request does not carry get their default ({@code PUT}), except for those that a
   * request cannot carry or a client cannot know: read-only, secret and create-only fields, and
   * lists of other objects, which need not all be visible to the client.
   */
  public static Result replace(ResourceType<?> type, Values current, Values request) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (FieldType field : type.fields()) {
      String name = field.name();
      if (request.has(name)) {
        values.put(name, request.get(name));
      } else if (field.readOnly() || field.secret() || field.createOnly()) {
        values.put(name, current.get(name));
      } else if (field.kind().isStored()) {
        field.fallback().ifPresent(fallback -> values.put(name, fallback.value()));
      }
    }
    return result(type, current, Values.of(values));
  }

  private static Result result(ResourceType<?> type, Values current, Values changed) {
    Violations.Builder violations = new Violations.Builder();
    for (FieldType field : type.fields()) {
      String name = field.name();
      if (field.createOnly() && !Objects.equals(current.get(name), changed.get(name))) {
        violations.add(name, "This field cannot be changed after creation.");
      }
    }
    return new Result(changed, violations.build());
  }
}
