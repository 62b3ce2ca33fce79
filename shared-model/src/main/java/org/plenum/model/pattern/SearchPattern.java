package org.plenum.model.pattern;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.plenum.model.pattern.AliasPattern.Outcome;

/**
 * A regular expression that is searched for anywhere in a text, in Perl's dialect; case matters.
 * Work is bounded as for an {@link AliasPattern}. Immutable.
 */
public final class SearchPattern {
  /** Longest expression: beyond it, the depth of the translation's recursion is a danger. */
  static final int MAX_SOURCE = 512;

  private static final String TOO_LONG = "It has more than " + MAX_SOURCE + " characters";

  private final Pattern pattern;

  private SearchPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Result of a replacement.
   *
   * @param outcome MATCHED if it was done, be it without an occurrence
   * @param text the new text; empty if it was not done
   * @param steps characters that were looked at
   */
  public record Result(Outcome outcome, String text, int steps) {}

  /**
   * Translates an expression.
   *
   * @throws PatternSyntaxException if it is not valid, or longer than {@link #MAX_SOURCE}
   */
  public static SearchPattern compile(String source) {
    if (source.length() > MAX_SOURCE) {
      throw new PatternSyntaxException(TOO_LONG, source, -1);
    }
    return new SearchPattern(PerlDialect.compile(source, 0));
  }

  /** What is wrong with an expression; empty if nothing is. */
  public static Optional<String> problem(String source) {
    return source.length() > MAX_SOURCE ? Optional.of(TOO_LONG) : PerlDialect.problem(source);
  }

  /**
   * Replaces all occurrences. An empty text stays empty, as work on it is not bounded.
   *
   * @param replacement text in which {@code \1} stands for the first group and so on
   * @param maxSteps characters that may be looked at
   */
  public Result replaceAll(String text, String replacement, int maxSteps) {
    if (text.isEmpty()) {
      return new Result(Outcome.MATCHED, text, 0);
    }
    int limit = Math.min(maxSteps, AliasPattern.MAX_STEPS);
    if (text.length() > AliasPattern.MAX_TEXT || text.indexOf('\0') >= 0) {
      return new Result(Outcome.TOO_EXPENSIVE, "", 0);
    }
    StepBudget budget = new StepBudget(limit);
    Matcher matcher = pattern.matcher(new MeteredText(text, budget));
    Replacement made = Replacement.parse(replacement);
    try {
      StringBuilder result = new StringBuilder();
      int end = 0;
      while (matcher.find()) {
        result.append(text, end, matcher.start()).append(made.apply(matcher));
        end = matcher.end();
      }
      result.append(text, end, text.length());
      return new Result(Outcome.MATCHED, result.toString(), limit - budget.left());
    } catch (StepBudget.Exhausted | StackOverflowError e) {
      return new Result(Outcome.TOO_EXPENSIVE, "", limit - budget.left());
    }
  }
}
