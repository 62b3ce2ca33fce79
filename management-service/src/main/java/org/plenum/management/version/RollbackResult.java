package org.plenum.management.version;

import java.util.List;

/** What became of a rollback. */
public sealed interface RollbackResult {
  /**
   * It is done.
   *
   * @param version version that it made; the current one if there was nothing to change
   */
  record Done(long version) implements RollbackResult {}

  /**
   * Nothing was changed.
   *
   * @param problems why, in sentences
   */
  record Refused(List<String> problems) implements RollbackResult {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
