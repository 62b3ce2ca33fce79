package org.plenum.model.template;

import java.util.List;
import org.plenum.model.template.Token.Kind;

/** The tokens of a template, read one after the other. For one use. */
final class TokenStream {
  private final String source;
  private final List<Token> tokens;
  private int next;

  TokenStream(String source) {
    this.source = source;
    this.tokens = Lexer.tokens(source);
  }

  Token peek() {
    return tokens.get(next);
  }

  Token peekSecond() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  Token take() {
    Token token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }

  /** Takes the next token if it is this symbol. */
  boolean take(String symbol) {
    boolean found = peek().is(symbol);
    if (found) {
      take();
    }
    return found;
  }

  /** Takes the next token if it is this name. */
  boolean takeName(String name) {
    boolean found = peek().isName(name);
    if (found) {
      take();
    }
    return found;
  }

  void expect(String symbol) {
    if (!take(symbol)) {
      throw unexpected("'" + symbol + "'");
    }
  }

  Token expect(Kind kind, String description) {
    if (peek().kind() != kind) {
      throw unexpected(description);
    }
    return take();
  }

  TemplateException unexpected(String expected) {
    return problem(peek().at(), "%s is expected, not %s.".formatted(expected, peek().shown()));
  }

  TemplateException problem(int at, String problem) {
    return TemplateException.at(source, at, problem);
  }
}
