package org.plenum.model.config.json;

import java.util.OptionalLong;
import org.plenum.model.config.Values;

/**
 * What a request says of an object without being able to change it: of its own object the fields
 * that only the platform sets, of an object in a list of references all fields.
 *
 * @param path where it says so: empty in the object itself, else {@code dns_servers[0]}
 * @param resource resource of the object that is spoken of
 * @param id identifier of that object; empty if the request gives its own object none
 * @param values what the fields are said to be
 */
public record Claim(String path, String resource, OptionalLong id, Values values) {
  /** Whether the request speaks of the object that it changes. */
  public boolean isOfItself() {
    return path.isEmpty();
  }
}
