package org.plenum.model.config;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fields of an object in dynamic form: an immutable, ordered map from wire name to value. A field
 * may be absent (a request that does not carry it), or present with null. {@link Kind} says which
 * Java type the value of a field has.
 */
public final class Values {
  /** No field. */
  public static final Values EMPTY = new Values(Map.of());

  private final Map<String, @Nullable Object> fields;

  private Values(Map<String, ? extends @Nullable Object> fields) {
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<String, @Nullable Object>(fields));
  }

  /** Takes over a map of values in the types that {@link Kind} names. */
  public static Values of(Map<String, ? extends @Nullable Object> fields) {
    return new Values(fields);
  }

  /** Whether the field is present, be it with null. */
  public boolean has(String field) {
    return fields.containsKey(field);
  }

  /** The value; null if it is null or absent. */
  public @Nullable Object get(String field) {
    return fields.get(field);
  }

  /** A text or a choice in wire form; empty if it is null or absent. */
  public String text(String field) {
    return get(field) instanceof String text ? text : "";
  }

  /** A number or the identifier of a reference; null if it is null or absent. */
  public @Nullable Long number(String field) {
    return get(field) instanceof Long number ? number : null;
  }

  /** A boolean; false if it is absent. */
  public boolean flag(String field) {
    return get(field) instanceof Boolean flag && flag;
  }

  /** A time; null if it is null or absent. */
  public @Nullable Instant time(String field) {
    return get(field) instanceof Instant time ? time : null;
  }

  /** A list; empty if it is absent. */
  public List<?> list(String field) {
    return get(field) instanceof List<?> list ? list : List.of();
  }

  /** Wire names of the fields that are present, in order. */
  public Set<String> names() {
    return fields.keySet();
  }

  /** All fields, unmodifiable. */
  public Map<String, @Nullable Object> asMap() {
    return fields;
  }

  /** With another value for one field. */
  public Values with(String field, @Nullable Object value) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(fields);
    copy.put(field, value);
    return new Values(copy);
  }

  /** With the fields of the other in place of these. */
  public Values with(Values others) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(fields);
    copy.putAll(others.fields);
    return new Values(copy);
  }

  /** Without a field. */
  public Values without(String field) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(fields);
    copy.remove(field);
    return new Values(copy);
  }

  /** Whether a field has the same value, or is absent, in both. */
  public boolean sameIn(Values other, String field) {
    return has(field) == other.has(field) && Objects.equals(get(field), other.get(field));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Values values && fields.equals(values.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  /** Names only: values may be secret. */
  @Override
  public String toString() {
    return "Values" + fields.keySet();
  }
}
