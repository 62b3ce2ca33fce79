package org.plenum.model.config;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which object is meant, where its resource does not go without saying.
 *
 * @param resource name of the resource
 * @param id identifier, positive
 */
public record ObjectId(String resource, long id) {
  /**
   * The object of one of these resources that an address names. An identifier alone is enough where
   * there is one resource only.
   */
  public static Optional<ObjectId> parse(List<String> resources, String text) {
    for (String resource : resources) {
      OptionalLong id = ResourceUri.parse(resource, text);
      if (id.isPresent() && (resources.size() == 1 || text.strip().startsWith(ResourceUri.BASE))) {
        return Optional.of(new ObjectId(resource, id.getAsLong()));
      }
    }
    return Optional.empty();
  }

  /** Address in the configuration API. */
  public String uri() {
    return ResourceUri.of(resource, id);
  }
}
