package org.plenum.management.version;

import java.util.List;

/**
 * What a rollback would do.
 *
 * @param version version whose state comes back
 * @param current version of the configuration that was looked at
 * @param changes what would be changed; empty if it is refused
 * @param problems why it would be refused, in sentences; empty if it would not
 * @param notes what does not come back as it was, in sentences
 */
public record RollbackPreview(
    long version,
    long current,
    List<ObjectDifference> changes,
    List<String> problems,
    List<String> notes) {
  public RollbackPreview {
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }
}
