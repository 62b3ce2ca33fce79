package org.plenum.model.config.json;

import java.util.List;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;

/**
 * What a JSON object of a request says.
 *
 * @param values fields that could be read
 * @param violations fields that could not
 * @param claims what it says of what it cannot change; right in an object that is sent back as it
 *     was read
 */
public record Parsed(Values values, Violations violations, List<Claim> claims) {
  public Parsed {
    claims = List.copyOf(claims);
  }

  /** An object that says nothing of what it cannot change. */
  public Parsed(Values values, Violations violations) {
    this(values, violations, List.of());
  }
}
