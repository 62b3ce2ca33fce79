package org.plenum.model.template;

/**
 * The smallest part of a template.
 *
 * @param kind what it is
 * @param text its text; of a text literal, what it stands for
 * @param at index in the source
 */
record Token(Kind kind, String text, int at) {
  /** Kinds of tokens. */
  enum Kind {
    /** Text outside of braces. */
    TEXT,
    /** <code>{{</code> and <code>{%</code>. */
    OPEN,
    /** <code>}}</code> and <code>%}</code>. */
    CLOSE,
    NAME,
    STRING,
    WHOLE_NUMBER,
    FRACTION,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }

  /** For messages. */
  String shown() {
    return kind == Kind.END ? "the end of the template" : "'" + text + "'";
  }
}
