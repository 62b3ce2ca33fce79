package org.plenum.model.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.model.template.Expression.Binary;
import org.plenum.model.template.Expression.Operator;

/** One rendering of a template. */
final class Evaluator {
  private static final int MAX_LOG_ENTRIES = 100;

  private final String source;
  private final Map<String, ?> inputs;

  /** Variables that were set or read so far. */
  private final Map<String, @Nullable Object> values = new HashMap<>();

  private final Work work = new Work();
  private final BoundedText output = new BoundedText(work);
  private final List<String> debugLog = new ArrayList<>();

  Evaluator(String source, Map<String, ?> inputs) {
    this.source = source;
    this.inputs = inputs;
  }

  /** Ends a rendering whose result is not to be used. */
  static final class Withhold extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long minLength;

    Withhold(long minLength) {
      super("too short", null, false, false);
      this.minLength = minLength;
    }
  }

  Work work() {
    return work;
  }

  void log(String entry) {
    if (debugLog.size() < MAX_LOG_ENTRIES) {
      debugLog.add(entry);
    }
  }

  Rendering run(List<Statement> statements) {
    try {
      statements.forEach(this::run);
      return new Rendering.Text(output.toString(), debugLog);
    } catch (Withhold withhold) {
      return new Rendering.Withheld(withhold.minLength, debugLog);
    } catch (Work.Failure failure) {
      throw TemplateException.at(source, 0, failure.getMessage());
    }
  }

  private void run(Statement statement) {
    switch (statement) {
      case Statement.Text(String text) -> output.append(text);
      case Statement.Output(Expression expression) ->
          output.append(ValueWriter.text(evaluate(expression), work));
      case Statement.Assignment(String name, Expression value) -> values.put(name, evaluate(value));
      case Statement.Choice(var branches, List<Statement> otherwise) ->
          branches.stream()
              .filter(branch -> ValueRules.isTrue(evaluate(branch.condition())))
              .findFirst()
              .map(Statement.Choice.Branch::body)
              .orElse(otherwise)
              .forEach(this::run);
    }
  }

  private @Nullable Object evaluate(Expression expression) {
    work.spend(1);
    return switch (expression) {
      case Expression.Literal(Object value) -> value;
      case Expression.Variable(String name, int at) -> variable(name, at);
      case Expression.Member(Expression target, Expression key) ->
          member(evaluate(target), evaluate(key));
      case Expression.ListOf(List<Expression> elements) -> evaluateAll(elements);
      case Expression.MapOf(var entries) -> map(entries);
      case Expression.Not(Expression operand) -> !ValueRules.isTrue(evaluate(operand));
      case Expression.Logic(boolean and, Expression left, Expression right) -> {
        Object first = evaluate(left);
        yield ValueRules.isTrue(first) == and ? evaluate(right) : first;
      }
      case Expression.Conditional(Expression condition, Expression then, Expression otherwise) ->
          evaluate(ValueRules.isTrue(evaluate(condition)) ? then : otherwise);
      case Binary binary -> binary(binary);
      case Expression.Call call -> call(call);
    };
  }

  private @Nullable Object variable(String name, int at) {
    if (values.containsKey(name)) {
      return values.get(name);
    }
    try {
      Object value = ValueRules.of(inputs.get(name), 0);
      values.put(name, value);
      return value;
    } catch (IllegalArgumentException e) {
      throw TemplateException.at(source, at, "'%s': %s.".formatted(name, e.getMessage()));
    }
  }

  /** What is not there is None, members of None included. */
  private static @Nullable Object member(@Nullable Object target, @Nullable Object key) {
    if (target instanceof Map<?, ?> map && key instanceof String) {
      return map.get(key);
    }
    if (target instanceof List<?> list && key instanceof Long index) {
      long position = index < 0 ? list.size() + index : index;
      return position >= 0 && position < list.size() ? list.get((int) position) : null;
    }
    if (target instanceof String text && key instanceof Long index) {
      long position = index < 0 ? text.length() + index : index;
      return position >= 0 && position < text.length()
          ? String.valueOf(text.charAt((int) position))
          : null;
    }
    return null;
  }

  private List<@Nullable Object> evaluateAll(List<? extends @Nullable Expression> expressions) {
    List<@Nullable Object> results = new ArrayList<>(expressions.size());
    for (Expression expression : expressions) {
      results.add(expression == null ? null : evaluate(expression));
    }
    return results;
  }

  private Map<String, @Nullable Object> map(List<Expression.MapOf.Entry> entries) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (Expression.MapOf.Entry entry : entries) {
      if (!(evaluate(entry.key()) instanceof String key)) {
        throw TemplateException.at(source, entry.at(), "a key must be a text.");
      }
      map.put(key, evaluate(entry.value()));
    }
    return map;
  }

  private @Nullable Object call(Expression.Call call) {
    Object input = call.input() == null ? null : evaluate(call.input());
    List<@Nullable Object> arguments = evaluateAll(call.arguments());
    try {
      return call.operation().body().apply(new Arguments(call.operation(), input, arguments, this));
    } catch (Work.Failure failure) {
      throw TemplateException.at(source, call.at(), failure.getMessage());
    }
  }

  private @Nullable Object binary(Binary binary) {
    Object left = evaluate(binary.left());
    Object right = evaluate(binary.right());
    try {
      return apply(binary.operator(), left, right);
    } catch (Work.Failure failure) {
      throw TemplateException.at(source, binary.at(), failure.getMessage());
    }
  }

  private Object apply(Operator operator, @Nullable Object left, @Nullable Object right) {
    return switch (operator) {
      case EQUAL -> ValueRules.same(left, right, work);
      case NOT_EQUAL -> !ValueRules.same(left, right, work);
      case LESS -> ValueRules.compare(left, right, work) < 0;
      case LESS_OR_EQUAL -> ValueRules.compare(left, right, work) <= 0;
      case GREATER -> ValueRules.compare(left, right, work) > 0;
      case GREATER_OR_EQUAL -> ValueRules.compare(left, right, work) >= 0;
      case IN -> ValueRules.contains(right, left, work);
      case NOT_IN -> !ValueRules.contains(right, left, work);
      case JOIN_TEXTS -> joined(left, right);
      case ADD ->
          left instanceof String && right instanceof String
              ? joined(left, right)
              : Arithmetic.calculate(operator, left, right);
      default -> Arithmetic.calculate(operator, left, right);
    };
  }

  private String joined(@Nullable Object left, @Nullable Object right) {
    return new BoundedText(work)
        .append(ValueWriter.text(left, work))
        .append(ValueWriter.text(right, work))
        .toString();
  }
}
