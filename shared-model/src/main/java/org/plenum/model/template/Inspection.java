package org.plenum.model.template;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenum.model.template.Expression.Literal;
import org.plenum.model.template.Expression.Member;
import org.plenum.model.template.Expression.Variable;

/** Walks through a template: which variables it reads, and that it is not nested too deeply. */
final class Inspection {
  /** Bounds the recursion of the evaluation; a chain of operators or filters nests as well. */
  static final int MAX_DEPTH = 400;

  private final String source;
  private final Map<String, Integer> paths = new LinkedHashMap<>();
  private final Set<String> assigned = new HashSet<>();

  Inspection(String source, List<Statement> statements) {
    this.source = source;
    statements.forEach(this::visit);
  }

  /** What a template reads and does not set: names and members, such as {@code call.alias}. */
  Map<String, Integer> inputs() {
    return paths.entrySet().stream()
        .filter(path -> !assigned.contains(rootOf(path.getKey())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Math::min, TreeMap::new));
  }

  static String rootOf(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  private void visit(Statement statement) {
    switch (statement) {
      case Statement.Text text -> {}
      case Statement.Output(Expression expression) -> visit(expression, 0, 0);
      case Statement.Assignment(String name, Expression value) -> {
        visit(value, 0, 0);
        assigned.add(name);
      }
      case Statement.Choice(var branches, List<Statement> otherwise) -> {
        branches.forEach(
            branch -> {
              visit(branch.condition(), 0, 0);
              branch.body().forEach(this::visit);
            });
        otherwise.forEach(this::visit);
      }
    }
  }

  private void visit(Expression expression, int depth, int near) {
    int at = indexOf(expression, near);
    if (depth > MAX_DEPTH) {
      throw TemplateException.at(source, at, "the expression is too long: set parts of it first.");
    }
    if (!path(expression)) {
      children(expression).filter(Objects::nonNull).forEach(c -> visit(c, depth + 1, at));
    }
  }

  private static int indexOf(Expression expression, int otherwise) {
    return switch (expression) {
      case Variable variable -> variable.at();
      case Expression.Binary binary -> binary.at();
      case Expression.Call call -> call.at();
      default -> otherwise;
    };
  }

  /** Notes a variable or a member of one; answers whether the expression is that. */
  private boolean path(Expression expression) {
    StringBuilder members = new StringBuilder();
    Expression inner = expression;
    while (inner instanceof Member(Expression target, Literal(Object key))
        && key instanceof String name) {
      members.insert(0, "." + name);
      inner = target;
    }
    if (inner instanceof Variable(String name, int at)) {
      paths.merge(name + members, at, Math::min);
      return true;
    }
    return false;
  }

  private static Stream<Expression> children(Expression expression) {
    return switch (expression) {
      case Literal literal -> Stream.empty();
      case Variable variable -> Stream.empty();
      case Member(Expression target, Expression key) -> Stream.of(target, key);
      case Expression.ListOf(List<Expression> elements) -> elements.stream();
      case Expression.MapOf(var entries) ->
          entries.stream().flatMap(entry -> Stream.of(entry.key(), entry.value()));
      case Expression.Not(Expression operand) -> Stream.of(operand);
      case Expression.Logic logic -> Stream.of(logic.left(), logic.right());
      case Expression.Binary binary -> Stream.of(binary.left(), binary.right());
      case Expression.Conditional conditional ->
          Stream.of(conditional.condition(), conditional.then(), conditional.otherwise());
      case Expression.Call call ->
          Stream.concat(Stream.ofNullable(call.input()), call.arguments().stream());
    };
  }
}
