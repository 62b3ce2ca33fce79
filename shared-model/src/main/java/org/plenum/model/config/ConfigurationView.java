package org.plenum.model.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Read access to the configuration, for rules that concern more than one object. */
public interface ConfigurationView {
  /** The object with this identifier. */
  <T extends Record> Optional<Stored<T>> find(Class<T> type, long id);

  /** Whether there is an object with this identifier. */
  default boolean exists(Class<? extends Record> type, long id) {
    return find(type, id).isPresent();
  }

  /**
   * The object whose field has this value; texts are compared without case.
   *
   * @param field wire name of a field that is declared as unique
   * @param value value in its form of {@link Values}
   */
  <T extends Record> Optional<Stored<T>> findUnique(Class<T> type, String field, Object value);

  /**
   * Objects whose field has this very text, in the order of their identifiers.
   *
   * @param field wire name of a text that is declared as indexed
   * @param limit objects that are given at most, the first ones
   */
  <T extends Record> List<Stored<T>> findEqual(Class<T> type, String field, String text, int limit);

  /** All objects of a resource in the order of their identifiers. */
  <T extends Record> Stream<Stored<T>> all(Class<T> type);

  /**
   * Whether some object refers to an object.
   *
   * @param by resource of those that may refer
   * @param field wire name of their reference
   */
  boolean isReferredTo(Class<? extends Record> by, String field, long id);

  /** The object that a reference leads to. */
  default <T extends Record> Optional<Stored<T>> find(Class<T> type, Ref<T> ref) {
    return find(type, ref.id());
  }
}
