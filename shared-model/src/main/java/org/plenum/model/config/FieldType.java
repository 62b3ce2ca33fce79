package org.plenum.model.config;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of a resource, as its record component declares it.
 *
 * @param name wire name
 * @param kind kind of its values
 * @param label text in forms and table headings
 * @param help meaning
 * @param section group in forms, empty for the first one
 * @param traits what else holds for it
 * @param limits limits of length and value
 * @param syntax syntax of a text
 * @param choices values of a choice, in their order
 * @param targets names of the resources that a reference or a list leads to; several in an inverse
 *     list only
 * @param conditions when the field means something: if one of them holds; none: always
 * @param owner how what is listed refers to this object, for {@link Kind#CHILDREN} and {@link
 *     Kind#INVERSE}
 * @param fallback value of a field that a request does not carry, empty if there must be one
 */
public record FieldType(
    String name,
    Kind kind,
    String label,
    String help,
    String section,
    Set<Trait> traits,
    Limits limits,
    Optional<Syntax> syntax,
    List<Option> choices,
    List<String> targets,
    List<Condition> conditions,
    Optional<Ownership> owner,
    Optional<Fallback> fallback) {

  /** Properties that a field has or has not. */
  public enum Trait {
    /** May be null. */
    NULLABLE,
    /** No two objects have the same value. */
    UNIQUE,
    /** Unique texts may differ in case only. */
    CASE_MATTERS,
    /** Objects are looked up by the value. */
    INDEXED,
    /** Never shown. */
    SECRET,
    /** Set by the platform alone. */
    READ_ONLY,
    /** Cannot be changed after creation. */
    CREATE_ONLY,
    /** References that the API writes as objects. */
    EMBEDDED,
    /** Left out where its object is written inside another. */
    NOT_EMBEDDED,
    /** Null in a request means the default. */
    DEFAULT_FOR_NULL,
    /** Text of several lines. */
    MULTILINE,
    /** In force after a restart of the node. */
    NEEDS_RESTART,
    /** A change ends calls. */
    ENDS_CALLS,
    /** Shown only by the forms of objects that exist. */
    CHANGED_BY_API_ONLY
  }

  /** Limits, all included: lengths of text and lists, values of numbers. */
  public record Limits(int minLength, int maxLength, long min, long max) {}

  /** A value of a choice. */
  public record Option(String wire, String label) {}

  /** Another field, which counts itself, has one of these values (wire form). */
  public record Condition(String field, List<String> values) {
    /** Whether the other field of an object has one of the values. */
    boolean holds(Values object) {
      return values.contains(String.valueOf(object.get(field)));
    }
  }

  /**
   * Wire names, in what is listed, of the reference to the owner and of the position; an inverse
   * list has no order, so that of its position is empty.
   */
  public record Ownership(String by, String order) {}

  /** Value of a field that a request does not carry. */
  public record Fallback(@Nullable Object value, boolean isNow) {
    /** The value for an object that is created at this time. */
    public @Nullable Object at(Instant time) {
      return isNow ? time : value;
    }
  }

  public FieldType {
    traits = Set.copyOf(traits);
    choices = List.copyOf(choices);
    targets = List.copyOf(targets);
    conditions = List.copyOf(conditions);
  }

  /**
   * Name of the resource that a reference or a list leads to, the first where there are several.
   */
  public Optional<String> target() {
    return targets.stream().findFirst();
  }

  /** Whether an object cannot be without a value (an empty text or list is none). */
  public boolean required() {
    return fallback.isEmpty();
  }

  /** Whether a request that creates an object must carry the field. */
  public boolean requiredInRequest() {
    return required() && !readOnly();
  }

  /** Whether the value may be null. */
  public boolean nullable() {
    return traits.contains(Trait.NULLABLE);
  }

  /** Whether a request may have null for it, be it for the default. */
  public boolean acceptsNull() {
    return nullable() || traits.contains(Trait.DEFAULT_FOR_NULL);
  }

  /** Whether no two objects have the same value. */
  public boolean unique() {
    return traits.contains(Trait.UNIQUE);
  }

  /** Whether unique texts may differ in case only. */
  public boolean caseMatters() {
    return traits.contains(Trait.CASE_MATTERS);
  }

  /** Whether objects are looked up by the value, which several may have. */
  public boolean indexed() {
    return traits.contains(Trait.INDEXED);
  }

  /** Whether the value is never shown. */
  public boolean secret() {
    return traits.contains(Trait.SECRET);
  }

  /** Whether only the platform sets it. */
  public boolean readOnly() {
    return traits.contains(Trait.READ_ONLY);
  }

  /** Whether it cannot be changed after creation. */
  public boolean createOnly() {
    return traits.contains(Trait.CREATE_ONLY);
  }

  /** Whether the API writes the references as objects. */
  public boolean embedded() {
    return traits.contains(Trait.EMBEDDED);
  }

  /** Whether it is left out where its object is written inside another. */
  public boolean notEmbedded() {
    return traits.contains(Trait.NOT_EMBEDDED);
  }

  /** Whether the text has several lines. */
  public boolean multiline() {
    return traits.contains(Trait.MULTILINE);
  }

  /** Whether a change is in force at a node only after its restart. */
  public boolean needsRestart() {
    return traits.contains(Trait.NEEDS_RESTART);
  }

  /** Whether a change ends the calls of the node. */
  public boolean endsCalls() {
    return traits.contains(Trait.ENDS_CALLS);
  }

  /** Whether forms of objects that exist do not change it. */
  public boolean changedByApiOnly() {
    return traits.contains(Trait.CHANGED_BY_API_ONLY);
  }

  /** The same field with other texts. */
  FieldType with(String otherLabel, String otherHelp, String otherSection, List<Option> options) {
    return new FieldType(
        name,
        kind,
        otherLabel,
        otherHelp,
        otherSection,
        traits,
        limits,
        syntax,
        options,
        targets,
        conditions,
        owner,
        fallback);
  }

  /** Label of a choice; the value itself if it is none. */
  public String choiceLabel(String wire) {
    return choices.stream()
        .filter(option -> option.wire().equals(wire))
        .map(Option::label)
        .findFirst()
        .orElse(wire);
  }
}
