package org.plenum.model.config;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenum.model.access.Area;
import org.plenum.model.config.FieldType.Condition;

/**
 * A configuration resource as its record declares it: names, fields, and conversion between the
 * record and the dynamic form. Immutable.
 *
 * @param <T> the record
 */
public final class ResourceType<T extends Record> {
  private final Class<T> recordClass;
  private final Resource declaration;
  private final RecordShape shape;
  private final Map<String, Component> components;
  private final Map<String, FieldType> fields;
  private final List<FieldType> fieldList;
  private final List<FieldType> childFields;
  private final List<FieldType> inverseFields;
  private final Texts texts;

  /**
   * What people read about a resource.
   *
   * @param label what one object is called
   * @param plural what several are called
   * @param help what the resource is for
   */
  public record Texts(String label, String plural, String help) {}

  private ResourceType(Class<T> recordClass) {
    this.recordClass = recordClass;
    Resource resource = recordClass.getAnnotation(Resource.class);
    if (resource == null) {
      throw new IllegalArgumentException(recordClass + " lacks @Resource");
    }
    this.declaration = resource;
    this.texts = new Texts(resource.label(), resource.plural(), resource.help());
    this.shape = RecordShape.of(recordClass);
    Map<String, Component> readers = new LinkedHashMap<>();
    Map<String, FieldType> types = new LinkedHashMap<>();
    for (Component component : shape.components()) {
      readers.put(component.name(), component);
      types.put(component.name(), FieldReader.read(component));
    }
    Children children = recordClass.getAnnotation(Children.class);
    if (children != null) {
      types.put(children.field(), FieldReader.read(children));
    }
    for (Inverse inverse : recordClass.getAnnotationsByType(Inverse.class)) {
      types.put(inverse.field(), FieldReader.read(inverse));
    }
    this.components = Collections.unmodifiableMap(readers);
    this.fields = Collections.unmodifiableMap(types);
    this.fieldList = List.copyOf(types.values());
    this.childFields = ofKind(Kind.CHILDREN, fieldList);
    this.inverseFields = ofKind(Kind.INVERSE, fieldList);
    fieldList.forEach(field -> checkConditions(field, List.of()));
    for (String name : List.of(declaration.title(), declaration.titleDetail())) {
      if (!name.isEmpty() && !fields.containsKey(name)) {
        throw new IllegalArgumentException(recordClass + " has no field " + name);
      }
    }
  }

  /** Whether a field counts must come to an end. */
  private void checkConditions(FieldType field, List<String> dependents) {
    if (dependents.contains(field.name())) {
      throw new IllegalArgumentException("%s.%s depends on itself".formatted(name(), field.name()));
    }
    List<String> path = Stream.concat(dependents.stream(), Stream.of(field.name())).toList();
    for (Condition condition : field.conditions()) {
      field(condition.field()).ifPresent(other -> checkConditions(other, path));
    }
  }

  private ResourceType(ResourceType<T> original, Texts texts, Map<String, FieldType> fields) {
    this.recordClass = original.recordClass;
    this.declaration = original.declaration;
    this.shape = original.shape;
    this.components = original.components;
    this.fields = Collections.unmodifiableMap(fields);
    this.fieldList = List.copyOf(fields.values());
    this.childFields = ofKind(Kind.CHILDREN, fieldList);
    this.inverseFields = ofKind(Kind.INVERSE, fieldList);
    this.texts = texts;
  }

  private static List<FieldType> ofKind(Kind kind, List<FieldType> fields) {
    return fields.stream().filter(field -> field.kind() == kind).toList();
  }

  /** The same resource with other texts, and with fields that differ in their texts alone. */
  ResourceType<T> with(Texts otherTexts, UnaryOperator<FieldType> fieldTexts) {
    Map<String, FieldType> others = new LinkedHashMap<>();
    fields.forEach((name, field) -> others.put(name, fieldTexts.apply(field)));
    return new ResourceType<>(this, otherTexts, others);
  }

  /**
   * Reads the declaration of a record.
   *
   * @throws IllegalArgumentException if the declaration is incomplete or contradictory
   */
  public static <T extends Record> ResourceType<T> of(Class<T> recordClass) {
    return new ResourceType<>(recordClass);
  }

  /** The record. */
  public Class<T> recordClass() {
    return recordClass;
  }

  /** Name in the API, for instance {@code dns_server}. */
  public String name() {
    return declaration.name();
  }

  /** What one object is called. */
  public String label() {
    return texts.label();
  }

  /** What several objects are called. */
  public String plural() {
    return texts.plural();
  }

  /** What the resource is for. */
  public String help() {
    return texts.help();
  }

  /** Where the console lists it. */
  public Menu menu() {
    return declaration.menu();
  }

  /** Exactly one object with identifier 1. */
  public boolean singleton() {
    return declaration.singleton();
  }

  /** Whether only the platform makes, changes and deletes objects. */
  public boolean managed() {
    return declaration.managed();
  }

  /** Which permissions reading and writing need. */
  public Area area() {
    return declaration.area().length == 0 ? menu().area() : declaration.area()[0];
  }

  /** Whether nodes get it. */
  public boolean replicated() {
    return declaration.replicated();
  }

  /** Field that stands for an object in lists; empty where the label does. */
  public Optional<String> titleField() {
    return Optional.of(declaration.title()).filter(title -> !title.isEmpty());
  }

  /** What an object is called in lists. */
  public String title(Values object) {
    String title = titleField().map(object::text).orElseGet(this::label);
    String detail = object.text(declaration.titleDetail());
    return detail.isEmpty() ? title : "%s (%s)".formatted(title, detail);
  }

  /** All fields in the order of their declaration, lists of other objects last. */
  public List<FieldType> fields() {
    return fieldList;
  }

  /** The field with this wire name. */
  public Optional<FieldType> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** Whether a field means something for an object, as its conditions say. */
  public boolean counts(FieldType field, Values object) {
    return field.conditions().isEmpty()
        || field.conditions().stream()
            .anyMatch(
                condition ->
                    condition.holds(object)
                        && field(condition.field()).filter(f -> counts(f, object)).isPresent());
  }

  /** Lists of objects that belong to one of these. */
  public List<FieldType> childFields() {
    return childFields;
  }

  /** Lists of objects that refer to one of these. */
  public List<FieldType> inverseFields() {
    return inverseFields;
  }

  /** What of these values is part of an object: all but lists of other objects. */
  public Values stored(Values values) {
    Values stored = values;
    for (FieldType field : fieldList) {
      stored = field.kind().isStored() ? stored : stored.without(field.name());
    }
    return stored;
  }

  /** Path of the resource in the configuration API. */
  public String path() {
    return ResourceUri.BASE + name() + "/";
  }

  /** Address of an object in the configuration API. */
  public String uri(long id) {
    return ResourceUri.of(name(), id);
  }

  /** Method of a declaration that reads a field in Java; empty for lists of other objects. */
  public Optional<Method> accessor(String field) {
    return Optional.ofNullable(components.get(field))
        .map(component -> component.declaration().getAccessor());
  }

  /** The dynamic form of an object: every field of the record. */
  public Values toValues(T object) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Iterator<@Nullable Object> parts = shape.takeApart(object).iterator();
    components.keySet().forEach(name -> values.put(name, parts.next()));
    return Values.of(values);
  }

  /**
   * The record with these values; lists of other objects are ignored.
   *
   * @throws IllegalArgumentException if a value is missing or of the wrong type, which {@link
   *     Validator} would have reported
   */
  public T toRecord(Values values) {
    try {
      return recordClass.cast(shape.make(component -> argument(component, values)));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(name() + " cannot be made of these values", e);
    }
  }

  private @Nullable Object argument(Component component, Values values) {
    String name = component.name();
    Object value = values.get(name);
    FieldType field = fields.get(name);
    if (value == null && (field == null || !field.nullable())) {
      throw new IllegalArgumentException(name() + "." + name + " has no value");
    }
    try {
      return component.argument(value);
    } catch (ClassCastException | ArithmeticException e) {
      throw new IllegalArgumentException(name() + "." + name + " has an unsuitable value", e);
    }
  }

  /**
   * The values and, for fields that are absent, their defaults; required fields stay absent.
   *
   * @param now time for fields whose default is the time of creation
   */
  public Values withDefaults(Values values, Instant now) {
    Map<String, @Nullable Object> complete = new LinkedHashMap<>();
    for (FieldType field : fieldList) {
      if (values.has(field.name())) {
        complete.put(field.name(), values.get(field.name()));
      } else if (field.kind().isStored() && field.fallback().isPresent()) {
        complete.put(field.name(), field.fallback().get().at(now));
      }
    }
    return Values.of(complete);
  }

  @Override
  public String toString() {
    return name();
  }
}
