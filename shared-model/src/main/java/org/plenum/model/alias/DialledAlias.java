package org.plenum.model.alias;

import java.util.List;

/**
 * A destination as a call names it.
 *
 * @param received text as it arrived
 * @param parsed without scheme, parameters, port and appended IP address, in the case it was
 *     dialled in: what routing rules match against
 * @param key {@code parsed} in the form in which aliases are compared
 * @param steps what was done, in words; empty if nothing had to be
 */
public record DialledAlias(String received, String parsed, String key, List<String> steps) {
  public DialledAlias {
    steps = List.copyOf(steps);
  }
}
