package org.plenum.model.config;

/**
 * Reference to an object of another resource by its identifier.
 *
 * @param <T> record of the resource that is referred to
 */
@SuppressWarnings("UnusedTypeParameter") // it keeps references to different resources apart
public record Ref<T extends Record>(long id) {
  public Ref {
    if (id <= 0) {
      throw new IllegalArgumentException("identifier " + id + " is not positive");
    }
  }
}
