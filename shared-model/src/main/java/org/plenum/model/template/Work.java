package org.plenum.model.template;

/**
 * The work that one rendering may take, in characters that are read or made and steps of regular
 * expressions. Counted instead of timed, so that a template works always or never.
 */
final class Work {
  /** Some 10 milliseconds; an ordinary policy script takes a few thousand. */
  static final int MAX_STEPS = 1_000_000;

  /** Longest text that an expression or a template may give, in UTF-16 units. */
  static final int MAX_TEXT = 131_072;

  private int left = MAX_STEPS;

  /** Ends a rendering; the evaluator adds the place. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String problem) {
      super(problem, null, false, false);
    }
  }

  int left() {
    return left;
  }

  void spend(long steps) {
    if (steps > left) {
      left = 0;
      throw new Failure("the template takes too much work.");
    }
    left -= (int) steps;
  }

  /** Counts the search for a part in a text, which may compare it at each place. */
  void spendSearch(String text, String part) {
    spend((long) text.length() * Math.max(1, part.length()));
  }
}
