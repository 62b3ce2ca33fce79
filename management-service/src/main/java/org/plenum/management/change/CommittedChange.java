package org.plenum.management.change;

import java.time.Instant;
import java.util.List;

/**
 * A change set that is on disk.
 *
 * @param version configuration version that it made: one above the one before
 * @param time when it was made
 * @param author who made it: an account's name, or a part of the platform
 * @param source where it came from
 * @param changes what it did, in the order in which it was done; each object appears once
 */
public record CommittedChange(
    long version, Instant time, String author, ChangeSource source, List<ObjectChange> changes) {
  public CommittedChange {
    changes = List.copyOf(changes);
  }
}
