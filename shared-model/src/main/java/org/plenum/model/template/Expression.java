package org.plenum.model.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression of a template. Those that can fail know their index in the source. */
sealed interface Expression {
  /** A value that the template states. */
  record Literal(@Nullable Object value) implements Expression {}

  /** The value of a name: None if there is none. */
  record Variable(String name, int at) implements Expression {}

  /** {@code target.name} or {@code target[key]}. */
  record Member(Expression target, Expression key) implements Expression {}

  /** {@code [a, b]}. */
  record ListOf(List<Expression> elements) implements Expression {}

  /** <code>{"key": value}</code>. */
  record MapOf(List<Entry> entries) implements Expression {
    /** One entry. */
    record Entry(Expression key, Expression value, int at) {}
  }

  /** {@code not x}. */
  record Not(Expression operand) implements Expression {}

  /** {@code a and b}, {@code a or b}: the value of the operand that decides. */
  record Logic(boolean and, Expression left, Expression right) implements Expression {}

  /** An operator of two values. */
  record Binary(Operator operator, Expression left, Expression right, int at)
      implements Expression {}

  /** {@code a if condition else b}. */
  record Conditional(Expression condition, Expression then, Expression otherwise)
      implements Expression {}

  /**
   * A filter with its input, or a function.
   *
   * @param input what is filtered; null for a function
   * @param arguments in the order of the parameters; null for one that is left out
   */
  record Call(
      Operation operation, @Nullable Expression input, List<@Nullable Expression> arguments, int at)
      implements Expression {}

  /** Operators of two values. */
  enum Operator {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    IN,
    NOT_IN,
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    DIVIDE_DOWN,
    REMAINDER,
    JOIN_TEXTS
  }
}
