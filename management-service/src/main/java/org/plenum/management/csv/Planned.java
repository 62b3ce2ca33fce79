package org.plenum.management.csv;

import java.util.List;
import org.plenum.management.change.Operation;

/**
 * What has to be done so that some drafts become true: all of it, or none.
 *
 * @param outcome what becomes of the drafts
 * @param drafts drafts that share their fate
 * @param releases what has to happen before the steps of any other draft
 * @param steps what has to happen then; none if everything is so already
 * @param losses what stored objects lose by that, by what it is called: once for each time
 */
record Planned(
    Outcome outcome,
    List<Draft> drafts,
    List<Step> releases,
    List<Step> steps,
    List<String> losses) {
  enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED
  }

  /**
   * An operation.
   *
   * @param draft draft that is to blame if it is refused
   */
  record Step(Operation operation, Draft draft) {}

  static Planned unchanged(Draft draft) {
    return new Planned(Outcome.UNCHANGED, List.of(draft), List.of(), List.of(), List.of());
  }
}
