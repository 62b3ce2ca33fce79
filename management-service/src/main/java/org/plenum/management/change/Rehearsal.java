package org.plenum.management.change;

import java.util.List;

/**
 * What would become of a change set.
 *
 * @param result how it would end
 * @param changes what it would do, if it were accepted
 */
public record Rehearsal(ChangeResult result, List<ObjectChange> changes) {
  public Rehearsal {
    changes = List.copyOf(changes);
  }
}
