package org.plenum.model.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plenum.model.template.Token.Kind;

/**
 * Splits a template into tokens. A minus at a brace takes the white space beside it away, and a
 * line with nothing but {@code set} statements gives no output (SVC-284). For one use.
 */
final class Lexer {
  private static final Pattern OPENING = Pattern.compile("\\{[{%#]");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+");
  private static final Pattern NUMBER =
      Pattern.compile("[0-9]++(\\.[0-9]++)?+([eE][+-]?[0-9]++)?+");
  private static final Pattern SYMBOL = Pattern.compile("==|!=|<=|>=|//|[-+*/%~<>=|.,:()\\[\\]{}]");
  private static final Pattern BLANK_REST = Pattern.compile("[ \\t]*+(\\r?\\n|\\z)");
  private static final Pattern TRAILING_BLANKS = Pattern.compile("[ \\t]++\\z");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  /** Index of the first token of the line if the line has only blanks and set statements so far. */
  private int settingLine;

  private Lexer(String source) {
    this.source = source;
  }

  /** The tokens, the last of kind END. */
  static List<Token> tokens(String source) {
    Lexer lexer = new Lexer(source);
    lexer.read();
    return lexer.tokens;
  }

  private void read() {
    // As in jinja2: the last line break belongs to the file.
    int end = source.endsWith("\n") ? source.length() - 1 : source.length();
    Matcher opening = OPENING.matcher(source);
    boolean trim = false;
    while (at < end) {
      boolean found = opening.find(at);
      int start = found ? opening.start() : end;
      boolean trimBefore = found && source.startsWith("-", start + 2);
      text(at, start, trim, trimBefore);
      at = start;
      if (found) {
        trim = source.charAt(start + 1) == '#' ? comment() : code();
      }
    }
    tokens.add(new Token(Kind.END, "", source.length()));
  }

  private void text(int start, int end, boolean trimStart, boolean trimEnd) {
    String text = source.substring(start, end);
    text = trimStart ? text.stripLeading() : text;
    text = trimEnd ? text.stripTrailing() : text;
    if (text.isEmpty()) {
      return;
    }
    int line = text.lastIndexOf('\n') + 1;
    boolean blank = text.substring(line).isBlank();
    if (line > 0) {
      settingLine = blank ? tokens.size() : -1;
    } else if (!blank) {
      settingLine = -1;
    }
    tokens.add(new Token(Kind.TEXT, text, start));
  }

  private boolean comment() {
    int end = source.indexOf("#}", at + 2);
    if (end < 0) {
      throw TemplateException.at(source, at, "the comment has no end.");
    }
    at = end + 2;
    return source.charAt(end - 1) == '-';
  }

  /** Reads an expression or a statement; answers whether white space after it is dropped. */
  private boolean code() {
    int start = at;
    int first = tokens.size();
    String closing = source.charAt(at + 1) == '%' ? "%}" : "}}";
    tokens.add(new Token(Kind.OPEN, source.substring(at, at + 2), at));
    at += 2;
    if (source.startsWith("-", at) || source.startsWith("+", at)) {
      at++;
    }
    int depth = 0;
    while (true) {
      skipSpace();
      if (at >= source.length()) {
        throw TemplateException.at(
            source, start, "'%s' has no '%s'.".formatted(tokens.get(first).text(), closing));
      }
      boolean trim = depth == 0 && source.startsWith("-" + closing, at);
      if (trim || depth == 0 && source.startsWith(closing, at)) {
        at += trim ? 1 : 0;
        tokens.add(new Token(Kind.CLOSE, closing, at));
        at += 2;
        endLine(first);
        return trim;
      }
      Token token = token();
      tokens.add(token);
      if (token.is("(") || token.is("[") || token.is("{")) {
        depth++;
      } else if (token.is(")") || token.is("]") || token.is("}")) {
        depth = Math.max(0, depth - 1);
      }
    }
  }

  private void skipSpace() {
    while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
  }

  /** After the code that starts at a token: drops the line if it only sets variables. */
  private void endLine(int first) {
    if (!tokens.get(first + 1).isName("set")) {
      settingLine = -1;
    }
    Matcher rest = BLANK_REST.matcher(source).region(at, source.length());
    if (settingLine >= 0 && rest.lookingAt()) {
      tokens
          .subList(settingLine, first)
          .replaceAll(
              token ->
                  token.kind() == Kind.TEXT
                      ? new Token(
                          Kind.TEXT,
                          TRAILING_BLANKS.matcher(token.text()).replaceFirst(""),
                          token.at())
                      : token);
      at = rest.end();
      settingLine = tokens.size();
    }
  }

  private Token token() {
    char c = source.charAt(at);
    if (c == '\'' || c == '"') {
      return string(c);
    }
    int start = at;
    for (Pattern pattern : List.of(NAME, NUMBER, SYMBOL)) {
      Matcher matcher = pattern.matcher(source).region(at, source.length());
      if (matcher.lookingAt()) {
        at = matcher.end();
        return new Token(kind(pattern, matcher), matcher.group(), start);
      }
    }
    throw TemplateException.at(
        source,
        at,
        "'%s' has no meaning here.".formatted(Character.toString(source.codePointAt(at))));
  }

  private static Kind kind(Pattern pattern, Matcher matcher) {
    if (pattern == NAME) {
      return Kind.NAME;
    }
    if (pattern == SYMBOL) {
      return Kind.SYMBOL;
    }
    return matcher.group(1) == null && matcher.group(2) == null ? Kind.WHOLE_NUMBER : Kind.FRACTION;
  }

  private Token string(char quote) {
    int start = at++;
    StringBuilder text = new StringBuilder();
    while (at < source.length() && source.charAt(at) != quote) {
      char c = source.charAt(at++);
      if (c == '\\' && at < source.length()) {
        escape(text);
      } else {
        text.append(c);
      }
    }
    if (at == source.length()) {
      throw TemplateException.at(source, start, "the text in quotes has no end.");
    }
    at++;
    return new Token(Kind.STRING, text.toString(), start);
  }

  /** A backslash before anything without a meaning stays, for regular expressions. */
  private void escape(StringBuilder text) {
    char c = source.charAt(at++);
    switch (c) {
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case '\\', '\'', '"' -> text.append(c);
      default -> text.append('\\').append(c);
    }
  }
}
