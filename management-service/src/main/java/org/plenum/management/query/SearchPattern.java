package org.plenum.management.query;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of a filter. It may come from anyone who may read, so the work for one text
 * is bounded: what is not found within the bound counts as not found. Immutable.
 */
public final class SearchPattern {
  private static final int MAX_PATTERN = 500;
  private static final int MAX_STEPS = 100_000;

  private final String source;
  private final boolean ignoreCase;
  private final Pattern pattern;

  private SearchPattern(String source, boolean ignoreCase, Pattern pattern) {
    this.source = source;
    this.ignoreCase = ignoreCase;
    this.pattern = pattern;
  }

  /**
   * Checks an expression before it is used.
   *
   * @param parameter parameter of the request that it comes with
   * @throws InvalidQueryException if it is wrong or too long
   */
  public static void check(String parameter, String source) {
    if (source.length() > MAX_PATTERN) {
      throw new InvalidQueryException(
          parameter, "The expression is longer than %d characters.".formatted(MAX_PATTERN));
    }
    try {
      Pattern.compile(source);
    } catch (PatternSyntaxException e) {
      throw new InvalidQueryException(
          parameter, "Invalid regular expression: %s.".formatted(e.getDescription()));
    }
  }

  /** Translates an expression that has been checked. */
  public static SearchPattern compile(String source, boolean ignoreCase) {
    int flags = ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
    return new SearchPattern(source, ignoreCase, Pattern.compile(source, flags));
  }

  /** Whether this is what compiling these would give. */
  public boolean isFor(String otherSource, boolean otherIgnoreCase) {
    return ignoreCase == otherIgnoreCase && source.equals(otherSource);
  }

  /** Whether a part of the text matches. */
  public boolean found(String text) {
    try {
      return pattern.matcher(new Metered(text, new int[] {MAX_STEPS})).find();
    } catch (WorkExceeded | StackOverflowError e) {
      return false;
    }
  }

  /** Breaks off when the matcher has looked at too many characters, which backtracking does. */
  private record Metered(CharSequence text, int[] budget) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (--budget[0] < 0) {
        throw new WorkExceeded();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Metered(text.subSequence(start, end), budget);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  private static final class WorkExceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkExceeded() {
      super(null, null, false, false);
    }
  }
}
