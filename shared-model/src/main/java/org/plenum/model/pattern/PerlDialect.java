package org.plenum.model.pattern;

import java.util.Map;
import java.util.regex.PatternSyntaxException;

/**
 * Translates a regular expression in Perl's dialect to Java's. The two agree on nearly everything;
 * they differ inside character classes (Java nests and intersects them, Perl knows POSIX classes
 * there), on braces that are no quantifier, and on a few spellings of groups. For one use.
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

  private static final Map<String, String> NEGATED_WORD = Map.of("word", "\\W");

  private final String source;
  private final StringBuilder out = new StringBuilder();
  private int at;

  PerlDialect(String source) {
    this.source = source;
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
        case '\\' -> copyEscape();
        case '[' -> translateClass();
        case '{' -> translateBrace();
        case '(' -> translateGroup();
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
    } else if (looksAt("\\g{")) {
      int end = source.indexOf('}', at);
      if (end < 0) {
        throw new PatternSyntaxException("The reference has no closing brace", source, at);
      }
      out.append('\\').append(source, at + 3, end);
      at = end + 1;
    } else {
      out.append(source, at, at + 2);
      at += 2;
    }
  }

  /** A brace is a quantifier in the forms {n}, {n,} and {n,m} only, otherwise it is literal. */
  private void translateBrace() {
    int end = at + 1;
    int digits = end;
    while (end < source.length() && isDigit(source.charAt(end))) {
      end++;
    }
    boolean quantifier = end > digits;
    if (quantifier && end < source.length() && source.charAt(end) == ',') {
      end++;
      while (end < source.length() && isDigit(source.charAt(end))) {
        end++;
      }
    }
    quantifier = quantifier && end < source.length() && source.charAt(end) == '}';
    if (quantifier) {
      out.append(source, at, end + 1);
      at = end + 1;
    } else {
      out.append("\\{");
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void translateGroup() {
    if (looksAt("(?P<")) {
      out.append("(?<");
      at += 4;
    } else if (looksAt("(?#")) {
      int end = source.indexOf(')', at);
      if (end < 0) {
        throw new PatternSyntaxException("The comment has no end", source, at);
      }
      at = end + 1;
    } else {
      out.append('(');
      at++;
    }
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
