package org.plenum.management.text;

import java.util.List;

/**
 * What a text would do, or did.
 *
 * @param version version of the configuration that was looked at, or that was made
 * @param changes object by object, in the order in which they are made
 */
public record TextOutcome(long version, List<TextChange> changes) {
  public TextOutcome {
    changes = List.copyOf(changes);
  }
}
