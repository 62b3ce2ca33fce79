package org.plenum.model.pattern;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Translates a regular expression in Perl's dialect to Java's. The two agree on nearly everything;
 * they differ inside character classes (Java nests and intersects them, Perl knows POSIX classes
 * there), on braces that are no quantifier, and on a few spellings of groups.
 *
 * <p>The translation also makes every branch of a match read a character, so that {@link
 * StepBudget} counts it: at the end of the text, Java tries empty alternatives without reading, in
 * number exponential to their count. For one use.
 */
final class PerlDialect {
  private static final Map<String, String> POSIX_CLASSES =
      Map.ofEntries(
          Map.entry("alnum", "\\p{Alnum}"),
          Map.entry("alpha", "\\p{Alpha}"),
          Map.entry("ascii", "\\p{ASCII}"),
          Map.entry("blank", "\\p{Blank}"),
          Map.entry("cntrl", "\\p{Cntrl}"),
          Map.entry("digit", "\\p{Digit}"),
          Map.entry("graph", "\\p{Graph}"),
          // Without case, upper and lower are any letter, as in Perl with /i.
          Map.entry("lower", "\\p{Alpha}"),
          Map.entry("print", "\\p{Print}"),
          Map.entry("punct", "\\p{Punct}"),
          Map.entry("space", "\\p{Space}"),
          Map.entry("upper", "\\p{Alpha}"),
          Map.entry("word", "\\w"),
          Map.entry("xdigit", "\\p{XDigit}"));

  /** Always holds, as no text has a NUL, and reads the character before it. */
  private static final String METER = "(?<!\\x00)";

  private static final String FLAGS = "dimsux-";

  private static final Map<String, String> NEGATED_WORD = Map.of("word", "\\W");

  private final String source;
  private final StringBuilder out = new StringBuilder();
  private int at;

  PerlDialect(String source) {
    this.source = source;
  }

  /**
   * Compiles an expression.
   *
   * @param flags flags of {@link Pattern}
   * @throws PatternSyntaxException if it is not valid
   */
  static Pattern compile(String source, int flags) {
    return Pattern.compile(new PerlDialect(source).translate(), flags);
  }

  /** What is wrong with an expression; empty if nothing is. */
  static Optional<String> problem(String source) {
    try {
      compile(source, 0);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      // A position in the translation would mean nothing to the reader.
      boolean known = e.getIndex() >= 0 && source.equals(e.getPattern());
      String where = known ? " near position " + (e.getIndex() + 1) : "";
      return Optional.of(e.getDescription() + where);
    }
  }

  /**
   * The expression in Java's dialect.
   *
   * @throws PatternSyntaxException if it ends inside a class or an escape
   */
  String translate() {
    while (at < source.length()) {
      char c = source.charAt(at);
      switch (c) {
        case '\\' -> translateEscape();
        case '[' -> translateClass();
        case '{' -> translateBrace();
        case '(' -> translateGroup();
        case '|' -> {
          out.append('|').append(METER);
          at++;
        }
        case '^', '$' -> {
          out.append(c);
          at++;
          refuseQuantifier();
        }
        default -> {
          out.append(c);
          at++;
        }
      }
    }
    return out.toString();
  }

  private boolean looksAt(String text) {
    return source.startsWith(text, at);
  }

  private void copyEscape() {
    if (at + 1 == source.length()) {
      throw new PatternSyntaxException("A backslash at the end escapes nothing", source, at);
    }
    if (looksAt("\\Q")) {
      int end = source.indexOf("\\E", at + 2);
      int stop = end < 0 ? source.length() : end + 2;
      out.append(source, at, stop);
      at = stop;
    } else {
      out.append(source, at, at + 2);
      at += 2;
    }
  }

  private void translateEscape() {
    char c = at + 1 < source.length() ? source.charAt(at + 1) : ' ';
    if (c >= '1' && c <= '9') {
      int end = at + 2;
      // As in both dialects: the second digit counts if there are that many groups.
      if (end < source.length()
          && isDigit(source.charAt(end))
          && groupsSoFar() >= numberAt(at + 1)) {
        end++;
      }
      appendReference(source.substring(at, end), end);
    } else if (looksAt("\\g{")) {
      int end = endOf('}');
      appendReference("\\" + source.substring(at + 3, end), end + 1);
    } else if (looksAt("\\k<")) {
      int end = endOf('>') + 1;
      appendReference(source.substring(at, end), end);
    } else {
      copyEscape();
      if ("AzZG".indexOf(c) >= 0) {
        refuseQuantifier();
      }
    }
  }

  private int endOf(char closing) {
    int end = source.indexOf(closing, at);
    if (end < 0) {
      throw new PatternSyntaxException("The reference has no end", source, at);
    }
    return end;
  }

  private int numberAt(int index) {
    return Integer.parseInt(source.substring(index, index + 2));
  }

  private long groupsSoFar() {
    return source.substring(0, at).chars().filter(c -> c == '(').count();
  }

  /** A reference to a group that matched nothing reads nothing by itself. */
  private void appendReference(String reference, int next) {
    out.append("(?:").append(METER).append(reference).append(')');
    at = next;
  }

  /** A repeated anchor means nothing, and reads nothing. */
  private void refuseQuantifier() {
    if (at < source.length() && ("*+?".indexOf(source.charAt(at)) >= 0 || quantifierEnd() > 0)) {
      throw new PatternSyntaxException("An anchor cannot be repeated", source, at);
    }
  }

  private void translateBrace() {
    int end = quantifierEnd();
    if (end > 0) {
      out.append(source, at, end);
      at = end;
    } else {
      out.append("\\{");
      at++;
    }
  }

  /**
   * A brace is a quantifier in the forms {n}, {n,} and {n,m} only, otherwise it is literal. Answers
   * where the quantifier at this position ends, or -1 if there is none.
   */
  private int quantifierEnd() {
    if (source.charAt(at) != '{') {
      return -1;
    }
    int end = endOfDigits(at + 1);
    if (end == at + 1) {
      return -1;
    }
    if (end < source.length() && source.charAt(end) == ',') {
      end = endOfDigits(end + 1);
    }
    return end < source.length() && source.charAt(end) == '}' ? end + 1 : -1;
  }

  private int endOfDigits(int start) {
    int end = start;
    while (end < source.length() && isDigit(source.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void translateGroup() {
    if (looksAt("(?#")) {
      int end = source.indexOf(')', at);
      if (end < 0) {
        throw new PatternSyntaxException("The comment has no end", source, at);
      }
      at = end + 1;
    } else if (looksAt("(?P<")) {
      openGroup("(?<", 4);
    } else if (looksAt("(?<") && !looksAt("(?<=") && !looksAt("(?<!")) {
      openGroup("(?<", 3);
    } else if (looksAt("(?<")) {
      out.append(source, at, at + 4).append(METER);
      at += 4;
    } else if (looksAt("(?:") || looksAt("(?=") || looksAt("(?!") || looksAt("(?>")) {
      out.append(source, at, at + 3).append(METER);
      at += 3;
    } else if (looksAt("(?")) {
      translateFlags();
    } else {
      out.append('(').append(METER);
      at++;
    }
  }

  /** A named group. */
  private void openGroup(String opening, int length) {
    int end = source.indexOf('>', at);
    if (end < 0) {
      throw new PatternSyntaxException("The name of the group has no end", source, at);
    }
    out.append(opening).append(source, at + length, end + 1).append(METER);
    at = end + 1;
  }

  /** {@code (?i)}, or {@code (?i:} and so on. */
  private void translateFlags() {
    int end = at + 2;
    while (end < source.length() && FLAGS.indexOf(source.charAt(end)) >= 0) {
      end++;
    }
    boolean group = end < source.length() && source.charAt(end) == ':';
    boolean flags = end < source.length() && source.charAt(end) == ')';
    if (!group && !flags) {
      throw new PatternSyntaxException("This kind of group is not supported", source, at);
    }
    if (source.substring(at, end).indexOf('x') >= 0) {
      throw new PatternSyntaxException("Free spacing (x) is not supported", source, at);
    }
    out.append(source, at, end + 1).append(group ? METER : "");
    at = end + 1;
  }

  private void translateClass() {
    int start = at++;
    out.append('[');
    if (at < source.length() && source.charAt(at) == '^') {
      out.append('^');
      at++;
    }
    boolean first = true;
    while (at < source.length() && (first || source.charAt(at) != ']')) {
      translateClassElement();
      first = false;
    }
    if (at == source.length()) {
      throw new PatternSyntaxException("The character class has no closing bracket", source, start);
    }
    out.append(']');
    at++;
  }

  private void translateClassElement() {
    char c = source.charAt(at);
    if (c == '[' && looksAt("[:") && source.indexOf(":]", at + 2) > 0) {
      translatePosixClass();
    } else if (c == '\\') {
      if (looksAt("\\b")) {
        out.append("\\x08");
        at += 2;
      } else {
        copyEscape();
      }
    } else if (c == '[' || c == ']' || c == '&' || c == '^') {
      out.append('\\').append(c);
      at++;
    } else {
      out.append(c);
      at++;
    }
  }

  private void translatePosixClass() {
    int end = source.indexOf(":]", at + 2);
    String name = source.substring(at + 2, end);
    boolean negated = name.startsWith("^");
    String bare = negated ? name.substring(1) : name;
    String translated = POSIX_CLASSES.get(bare);
    if (translated == null) {
      throw new PatternSyntaxException("There is no character class " + name, source, at);
    }
    out.append(
        negated ? NEGATED_WORD.getOrDefault(bare, translated.replace("\\p", "\\P")) : translated);
    at = end + 2;
  }
}
