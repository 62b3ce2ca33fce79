package org.plenum.model.pattern;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression for aliases: Perl style, without case, matched against the whole alias
 * (OPS-221 to OPS-228). Work is bounded: an expression that backtracks beyond {@link #MAX_STEPS}
 * counts as too expensive for that alias instead of holding up the call. Immutable.
 */
public final class AliasPattern {
  /** Characters that may be looked at in one match; an ordinary match takes some hundreds. */
  static final int MAX_STEPS = 200_000;

  /** Longest text that is matched: beyond it, the depth of the matcher's recursion is a danger. */
  public static final int MAX_TEXT = 512;

  private final String source;
  private final Pattern pattern;

  private AliasPattern(String source, Pattern pattern) {
    this.source = source;
    this.pattern = pattern;
  }

  /** How a match ended. */
  public enum Outcome {
    MATCHED,
    NOT_MATCHED,
    /** Neither: the work was broken off. */
    TOO_EXPENSIVE
  }

  /**
   * Result of a match.
   *
   * @param outcome how it ended
   * @param text the alias that the replacement makes, or the text itself without a replacement;
   *     empty unless it matched
   */
  public record Result(Outcome outcome, String text) {}

  /**
   * Translates an expression.
   *
   * @throws PatternSyntaxException if it is not valid
   */
  public static AliasPattern compile(String source) {
    return new AliasPattern(
        source, PerlDialect.compile(source, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }

  /** What is wrong with an expression; empty if nothing is. */
  public static Optional<String> problem(String source) {
    return PerlDialect.problem(source);
  }

  /** What is wrong with a replacement for this expression; empty if nothing is. */
  public Optional<String> problemOfReplacement(String replacement) {
    int groups = pattern.matcher("").groupCount();
    int highest = Replacement.parse(replacement).highestGroup();
    return highest > groups
        ? Optional.of("\\" + highest + " refers to a group that the expression does not have")
        : Optional.empty();
  }

  /** Whether the whole text matches. */
  public Outcome matches(String text) {
    return replace(text, "").outcome();
  }

  /**
   * Matches the whole text and builds the new alias. Callers keep empty texts away: on them, work
   * is not bounded. A text with a NUL never matches.
   *
   * @param replacement text in which {@code \1} stands for the first group and so on; empty: the
   *     text stays as it is
   */
  public Result replace(String text, String replacement) {
    if (text.length() > MAX_TEXT) {
      return new Result(Outcome.TOO_EXPENSIVE, "");
    }
    if (text.indexOf('\0') >= 0) {
      return new Result(Outcome.NOT_MATCHED, "");
    }
    Matcher matcher = pattern.matcher(new MeteredText(text, new StepBudget(MAX_STEPS)));
    try {
      if (!matcher.matches()) {
        return new Result(Outcome.NOT_MATCHED, "");
      }
    } catch (StepBudget.Exhausted | StackOverflowError e) {
      return new Result(Outcome.TOO_EXPENSIVE, "");
    }
    String result = replacement.isEmpty() ? text : Replacement.parse(replacement).apply(matcher);
    return new Result(Outcome.MATCHED, result);
  }

  /** The expression as it was written. */
  @Override
  public String toString() {
    return source;
  }
}
