package org.plenum.model.pattern;

/** Counts the steps of a match and ends it when there are too many; for one match. */
final class StepBudget {
  private int left;

  StepBudget(int steps) {
    this.left = steps;
  }

  /** Ends a match from inside the matcher, which offers no other way. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exhausted() {
      super("too many steps", null, false, false);
    }
  }

  int left() {
    return Math.max(0, left);
  }

  void step() {
    if (--left < 0) {
      throw new Exhausted();
    }
  }
}
