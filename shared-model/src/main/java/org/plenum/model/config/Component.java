package org.plenum.model.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Converts the value of one record component to its form in {@link Values} and back. */
final class Component {
  private final RecordComponent component;
  private final String name;
  private final Kind kind;
  private final Class<?> element;

  Component(RecordComponent component) {
    this.component = component;
    this.name = SnakeCase.of(component.getName());
    Type type = component.getGenericType();
    boolean list = component.getType() == List.class;
    Type elementType = list ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
    this.element = rawClass(elementType);
    this.kind = kindOf(list);
  }

  /** Where the field is declared. */
  RecordComponent declaration() {
    return component;
  }

  /** Name of the field in the API. */
  String name() {
    return name;
  }

  private static Class<?> rawClass(Type type) {
    return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
  }

  private Kind kindOf(boolean list) {
    if (element == String.class) {
      return list ? Kind.TEXTS : Kind.TEXT;
    }
    if (element == Ref.class) {
      return list ? Kind.REFERENCES : Kind.REFERENCE;
    }
    if (element.isEnum() && Choice.class.isAssignableFrom(element)) {
      return list ? Kind.CHOICES : Kind.CHOICE;
    }
    if (!list && (element == boolean.class)) {
      return Kind.BOOLEAN;
    }
    if (!list && isInteger()) {
      return Kind.INTEGER;
    }
    if (!list && element == Instant.class) {
      return Kind.TIME;
    }
    throw new IllegalArgumentException(component + " has a type that no field can have");
  }

  private boolean isInteger() {
    return is32Bit() || element == long.class || element == Long.class;
  }

  private boolean is32Bit() {
    return element == int.class || element == Integer.class;
  }

  Kind kind() {
    return kind;
  }

  /** Values that an enum allows; empty for other kinds. */
  List<Choice> choices() {
    return kind == Kind.CHOICE || kind == Kind.CHOICES
        ? List.of((Choice[]) element.getEnumConstants())
        : List.of();
  }

  /** Record class that references lead to. */
  Class<?> target() {
    Type type = component.getGenericType();
    if (kind == Kind.REFERENCES) {
      type = ((ParameterizedType) type).getActualTypeArguments()[0];
    }
    return rawClass(((ParameterizedType) type).getActualTypeArguments()[0]);
  }

  /** Smallest number that the component can hold. */
  long min() {
    return is32Bit() ? Integer.MIN_VALUE : Long.MIN_VALUE;
  }

  /** Largest number that the component can hold. */
  long max() {
    return is32Bit() ? Integer.MAX_VALUE : Long.MAX_VALUE;
  }

  /** Value of the component in a record, in the form of {@link Values}. */
  @Nullable Object valueIn(Object resource) {
    try {
      Object value = component.getAccessor().invoke(resource);
      return value == null ? null : toDynamic(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  private Object toDynamic(Object value) {
    return switch (kind) {
      case TEXT, BOOLEAN, TIME, TEXTS, CHILDREN, INVERSE -> value;
      case INTEGER -> ((Number) value).longValue();
      case CHOICE -> ((Choice) value).wire();
      case REFERENCE -> ((Ref<?>) value).id();
      case CHOICES -> mapped(value, choice -> ((Choice) choice).wire());
      case REFERENCES -> mapped(value, ref -> ((Ref<?>) ref).id());
    };
  }

  /** Constructor argument for a value in the form of {@link Values}. */
  @Nullable Object argument(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    return switch (kind) {
      case TEXT, BOOLEAN, TIME, CHILDREN, INVERSE -> value;
      case INTEGER -> is32Bit() ? (Object) Math.toIntExact((Long) value) : value;
      case CHOICE -> choice(value);
      case REFERENCE -> new Ref<>((Long) value);
      case TEXTS -> List.copyOf((List<?>) value);
      case CHOICES -> mapped(value, this::choice);
      case REFERENCES -> mapped(value, id -> new Ref<>((Long) id));
    };
  }

  private static List<?> mapped(Object list, Function<Object, Object> function) {
    return ((List<?>) list).stream().map(element -> function.apply(element)).toList();
  }

  private Object choice(Object wire) {
    return choices().stream()
        .filter(choice -> choice.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(wire + " is no choice of " + component));
  }
}
