package org.plenum.model.template;

import java.util.List;

/** A part of a template. */
sealed interface Statement {
  /** Text as it is. */
  record Text(String text) implements Statement {}

  /** <code>{{ expression }}</code>. */
  record Output(Expression expression) implements Statement {}

  /** <code>{% set name = value %}</code>. */
  record Assignment(String name, Expression value) implements Statement {}

  /** <code>{% if %} … {% elif %} … {% else %} … {% endif %}</code>. */
  record Choice(List<Branch> branches, List<Statement> otherwise) implements Statement {
    /** What is rendered if the condition holds and none before it did. */
    record Branch(Expression condition, List<Statement> body) {}
  }
}
