package org.plenum.model.config;

/**
 * An object of the configuration with its identifier.
 *
 * @param id identifier, positive; 1 for singletons
 * @param value the object
 */
public record Stored<T extends Record>(long id, T value) {
  /** A reference to this object. */
  public Ref<T> ref() {
    return new Ref<>(id);
  }
}
