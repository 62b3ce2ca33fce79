package org.plenum.model.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a record is taken apart into its components and made of them. The components of a {@link
 * Group} count as the record's own. Immutable.
 */
final class RecordShape {
  private final Constructor<?> constructor;
  private final List<Part> parts;

  /** What the constructor takes at one place. */
  private sealed interface Part {}

  private record Single(Component component) implements Part {}

  private record Grouped(Method accessor, RecordShape shape) implements Part {
    Object in(Object object) {
      try {
        return accessor.invoke(object);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(accessor + " cannot be read", e);
      }
    }
  }

  private RecordShape(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    this.constructor = canonicalConstructor(type, components);
    this.parts = Arrays.stream(components).map(RecordShape::part).toList();
  }

  /**
   * Reads a record.
   *
   * @throws IllegalArgumentException if a component has a type that no field can have
   */
  static RecordShape of(Class<? extends Record> type) {
    return new RecordShape(type);
  }

  private static Part part(RecordComponent component) {
    return component.isAnnotationPresent(Group.class)
        ? new Grouped(component.getAccessor(), new RecordShape(component.getType()))
        : new Single(new Component(component));
  }

  private static Constructor<?> canonicalConstructor(Class<?> type, RecordComponent[] components) {
    Class<?>[] parameters =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(parameters);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " has no canonical constructor", e);
    }
  }

  /** All components in the order of their declaration. */
  List<Component> components() {
    List<Component> all = new ArrayList<>();
    for (Part part : parts) {
      switch (part) {
        case Single single -> all.add(single.component());
        case Grouped group -> all.addAll(group.shape().components());
      }
    }
    return all;
  }

  /** The values of all components of a record, in their order. */
  List<@Nullable Object> takeApart(Object object) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Part part : parts) {
      switch (part) {
        case Single single -> values.add(single.component().valueIn(object));
        case Grouped group -> values.addAll(group.shape().takeApart(group.in(object)));
      }
    }
    return values;
  }

  /** Makes the record of the constructor's argument for each component. */
  Object make(Function<Component, @Nullable Object> argument) throws ReflectiveOperationException {
    List<@Nullable Object> arguments = new ArrayList<>();
    for (Part part : parts) {
      switch (part) {
        case Single single -> arguments.add(argument.apply(single.component()));
        case Grouped group -> arguments.add(group.shape().make(argument));
      }
    }
    return constructor.newInstance(arguments.toArray());
  }
}
