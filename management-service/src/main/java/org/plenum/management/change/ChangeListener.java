package org.plenum.management.change;

/** Learns of every change set. */
@FunctionalInterface
public interface ChangeListener {
  /**
   * Called once for each change set, in the order of versions, before {@link ChangeSets#apply}
   * returns. The next writer waits meanwhile: hand over and return; never change the configuration
   * from here.
   */
  void committed(CommittedChange change);
}
