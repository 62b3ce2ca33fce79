package org.plenum.management.change;

/** Hears how far a long change set is. */
@FunctionalInterface
public interface ChangeProgress {
  /** Nobody listens. */
  ChangeProgress NONE = done -> {};

  /**
   * Called after each operation, while others wait to write: return soon.
   *
   * @param done operations that have been made
   * @throws RuntimeException to give the change set up; it leaves no trace then
   */
  void operations(int done);
}
