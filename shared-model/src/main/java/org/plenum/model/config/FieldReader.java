package org.plenum.model.config;

import java.lang.reflect.RecordComponent;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.FieldType.Condition;
import org.plenum.model.config.FieldType.Fallback;
import org.plenum.model.config.FieldType.Limits;
import org.plenum.model.config.FieldType.Option;
import org.plenum.model.config.FieldType.Ownership;
import org.plenum.model.config.FieldType.Trait;

/** Reads the declaration of a field from its record component. */
final class FieldReader {
  private static final Limits NO_LIMITS =
      new Limits(0, Integer.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE);

  private FieldReader() {}

  static FieldType read(Component component) {
    RecordComponent declaration = component.declaration();
    Field field = declaration.getAnnotation(Field.class);
    if (field == null) {
      throw new IllegalArgumentException(declaration + " lacks @Field");
    }
    Kind kind = component.kind();
    Set<Trait> traits = traits(declaration, field);
    return new FieldType(
        component.name(),
        kind,
        field.label(),
        field.help(),
        field.section(),
        traits,
        limits(declaration, component),
        annotation(declaration, Format.class).map(Format::value),
        component.choices().stream().map(c -> new Option(c.wire(), c.label())).toList(),
        kind.isReference() ? List.of(resourceName(component.target())) : List.of(),
        conditions(declaration.getAnnotationsByType(When.class)),
        Optional.empty(),
        fallback(declaration, kind, traits.contains(Trait.NULLABLE)));
  }

  static FieldType read(Children children) {
    return new FieldType(
        children.field(),
        Kind.CHILDREN,
        children.label(),
        children.help(),
        children.section(),
        Set.of(),
        NO_LIMITS,
        Optional.empty(),
        List.of(),
        List.of(resourceName(children.of())),
        List.of(),
        Optional.of(new Ownership(children.by(), children.order())),
        Optional.of(new Fallback(List.of(), false)));
  }

  static FieldType read(Inverse inverse) {
    return new FieldType(
        inverse.field(),
        Kind.INVERSE,
        inverse.label(),
        inverse.help(),
        inverse.section(),
        inverse.embedded() ? Set.of(Trait.EMBEDDED) : Set.of(),
        new Limits(0, Inverse.MAX_LENGTH, NO_LIMITS.min(), NO_LIMITS.max()),
        Optional.empty(),
        List.of(),
        Stream.of(inverse.of()).map(FieldReader::resourceName).toList(),
        conditions(inverse.when()),
        Optional.of(new Ownership(inverse.by(), "")),
        Optional.of(new Fallback(List.of(), false)));
  }

  private static List<Condition> conditions(When[] all) {
    return Stream.of(all).map(when -> new Condition(when.field(), List.of(when.is()))).toList();
  }

  static String resourceName(Class<?> type) {
    Resource resource = type.getAnnotation(Resource.class);
    if (resource == null) {
      throw new IllegalArgumentException(type + " lacks @Resource");
    }
    return resource.name();
  }

  private static <A extends java.lang.annotation.Annotation> Optional<A> annotation(
      RecordComponent component, Class<A> type) {
    return Optional.ofNullable(component.getAnnotation(type));
  }

  private static Set<Trait> traits(RecordComponent component, Field field) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    add(traits, Trait.NULLABLE, component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    add(traits, Trait.UNIQUE, field.unique());
    add(traits, Trait.CASE_MATTERS, field.caseMatters());
    add(traits, Trait.INDEXED, field.indexed());
    add(traits, Trait.SECRET, component.isAnnotationPresent(Secret.class));
    add(traits, Trait.READ_ONLY, field.readOnly());
    add(traits, Trait.CREATE_ONLY, field.createOnly());
    add(traits, Trait.EMBEDDED, component.isAnnotationPresent(Embedded.class));
    add(traits, Trait.NOT_EMBEDDED, field.notEmbedded());
    add(
        traits,
        Trait.DEFAULT_FOR_NULL,
        annotation(component, Default.class).filter(Default::forNull).isPresent());
    add(traits, Trait.MULTILINE, field.multiline());
    add(traits, Trait.NEEDS_RESTART, field.needsRestart());
    add(traits, Trait.ENDS_CALLS, field.endsCalls());
    add(traits, Trait.CHANGED_BY_API_ONLY, field.changedByApiOnly());
    return traits;
  }

  private static void add(Set<Trait> traits, Trait trait, boolean present) {
    if (present) {
      traits.add(trait);
    }
  }

  private static Limits limits(RecordComponent declaration, Component component) {
    Optional<Length> length = annotation(declaration, Length.class);
    Optional<Range> range = annotation(declaration, Range.class);
    long min = Math.max(component.min(), range.map(Range::min).orElse(Long.MIN_VALUE));
    long max = Math.min(component.max(), range.map(Range::max).orElse(Long.MAX_VALUE));
    return new Limits(
        length.map(Length::min).orElse(0),
        length.map(Length::max).orElse(Integer.MAX_VALUE),
        min,
        max);
  }

  private static Optional<Fallback> fallback(
      RecordComponent declaration, Kind kind, boolean nullable) {
    Default value = declaration.getAnnotation(Default.class);
    if (value == null) {
      return nullable ? Optional.of(new Fallback(null, false)) : Optional.empty();
    }
    if (kind == Kind.TIME && value.value().equals("now")) {
      return Optional.of(new Fallback(null, true));
    }
    return Optional.of(new Fallback(parse(declaration, kind, value.value()), false));
  }

  private static Object parse(RecordComponent declaration, Kind kind, String text) {
    return switch (kind) {
      case TEXT, CHOICE -> text;
      case INTEGER -> Long.valueOf(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case TEXTS, CHOICES -> elements(text).toList();
      case REFERENCES -> elements(text).map(Long::valueOf).toList();
      case TIME, REFERENCE, CHILDREN, INVERSE ->
          throw new IllegalArgumentException(declaration + " cannot have this default");
    };
  }

  private static Stream<String> elements(String text) {
    return Stream.of(text.split(",", -1)).map(String::strip).filter(e -> !e.isEmpty());
  }
}
