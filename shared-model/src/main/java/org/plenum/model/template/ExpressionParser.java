package org.plenum.model.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenum.model.template.Expression.Binary;
import org.plenum.model.template.Expression.Call;
import org.plenum.model.template.Expression.Literal;
import org.plenum.model.template.Expression.Logic;
import org.plenum.model.template.Expression.Member;
import org.plenum.model.template.Expression.Operator;
import org.plenum.model.template.Operation.Parameter;
import org.plenum.model.template.Token.Kind;

/** Reads expressions, with the precedences of jinja2: filters bind most, {@code if} least. */
final class ExpressionParser {
  static final int MAX_NESTING = 50;

  private static final Map<String, Operator> COMPARISONS =
      Map.of(
          "==", Operator.EQUAL,
          "!=", Operator.NOT_EQUAL,
          "<", Operator.LESS,
          "<=", Operator.LESS_OR_EQUAL,
          ">", Operator.GREATER,
          ">=", Operator.GREATER_OR_EQUAL);
  private static final Map<String, Operator> SUMS =
      Map.of("+", Operator.ADD, "-", Operator.SUBTRACT);
  private static final Map<String, Operator> JOINS = Map.of("~", Operator.JOIN_TEXTS);
  private static final Map<String, Operator> PRODUCTS =
      Map.of(
          "*", Operator.MULTIPLY,
          "/", Operator.DIVIDE,
          "//", Operator.DIVIDE_DOWN,
          "%", Operator.REMAINDER);
  static final Set<String> RESERVED =
      Set.of(
          "and", "or", "not", "in", "is", "if", "elif", "else", "true", "True", "false", "False",
          "none", "None");

  private final TokenStream tokens;
  private final TemplateDialect dialect;
  private int depth;

  ExpressionParser(TokenStream tokens, TemplateDialect dialect) {
    this.tokens = tokens;
    this.dialect = dialect;
  }

  Expression parse() {
    if (++depth > MAX_NESTING) {
      throw tokens.problem(tokens.peek().at(), "the expression is nested too deeply.");
    }
    Expression expression = or();
    while (tokens.takeName("if")) {
      Expression condition = or();
      Expression otherwise = tokens.takeName("else") ? parse() : new Literal("");
      expression = new Expression.Conditional(condition, expression, otherwise);
    }
    depth--;
    return expression;
  }

  private Expression or() {
    Expression left = and();
    while (tokens.takeName("or")) {
      left = new Logic(false, left, and());
    }
    return left;
  }

  private Expression and() {
    Expression left = not();
    while (tokens.takeName("and")) {
      left = new Logic(true, left, not());
    }
    return left;
  }

  private Expression not() {
    boolean negated = false;
    boolean any = false;
    while (tokens.takeName("not")) {
      any = true;
      negated = !negated;
    }
    Expression operand = comparison();
    if (!any) {
      return operand;
    }
    Expression not = new Expression.Not(operand);
    return negated ? not : new Expression.Not(not);
  }

  private Expression comparison() {
    Expression left = sum();
    Optional<Binary> comparison = comparisonWith(left);
    if (comparison.isPresent() && (comparisonWith(comparison.get()).isPresent())) {
      throw tokens.problem(
          comparison.get().at(), "comparisons cannot be chained: join them by 'and'.");
    }
    return comparison.map(Expression.class::cast).orElse(left);
  }

  private Optional<Binary> comparisonWith(Expression left) {
    Token token = tokens.peek();
    Operator operator = COMPARISONS.get(token.kind() == Kind.SYMBOL ? token.text() : "");
    if (token.isName("in")) {
      operator = Operator.IN;
    } else if (token.isName("not") && tokens.peekSecond().isName("in")) {
      tokens.take();
      operator = Operator.NOT_IN;
    } else if (token.isName("is")) {
      throw tokens.problem(token.at(), "'is' cannot be used: compare with '=='.");
    }
    if (operator == null) {
      return Optional.empty();
    }
    tokens.take();
    return Optional.of(new Binary(operator, left, sum(), token.at()));
  }

  private Expression sum() {
    Expression left = join();
    for (Optional<Operator> next = next(SUMS); next.isPresent(); next = next(SUMS)) {
      int at = tokens.take().at();
      left = new Binary(next.get(), left, join(), at);
    }
    return left;
  }

  private Expression join() {
    Expression left = product();
    for (Optional<Operator> next = next(JOINS); next.isPresent(); next = next(JOINS)) {
      int at = tokens.take().at();
      left = new Binary(next.get(), left, product(), at);
    }
    return left;
  }

  private Expression product() {
    Expression left = filtered();
    for (Optional<Operator> next = next(PRODUCTS); next.isPresent(); next = next(PRODUCTS)) {
      int at = tokens.take().at();
      left = new Binary(next.get(), left, filtered(), at);
    }
    return left;
  }

  private Optional<Operator> next(Map<String, Operator> operators) {
    return tokens.peek().kind() == Kind.SYMBOL
        ? Optional.ofNullable(operators.get(tokens.peek().text()))
        : Optional.empty();
  }

  private Expression filtered() {
    Token sign = tokens.peek();
    boolean negative = false;
    while (tokens.peek().is("-") || tokens.peek().is("+")) {
      negative ^= tokens.take().is("-");
    }
    Expression expression = members(primary());
    if (negative) {
      expression = new Binary(Operator.SUBTRACT, new Literal(0L), expression, sign.at());
    }
    while (tokens.take("|")) {
      Token name = tokens.expect(Kind.NAME, "the name of a filter");
      expression = call(name, expression, dialect.filter(name.text()));
    }
    return expression;
  }

  private Expression members(Expression start) {
    Expression target = start;
    while (true) {
      if (tokens.take(".")) {
        Token name = tokens.expect(Kind.NAME, "the name of a member");
        if (tokens.peek().is("(")) {
          throw tokens.problem(
              name.at(), "there are no methods such as '%s'.".formatted(name.text()));
        }
        target = new Member(target, new Literal(name.text()));
      } else if (tokens.take("[")) {
        target = new Member(target, parse());
        tokens.expect("]");
      } else {
        return target;
      }
    }
  }

  private Expression primary() {
    Token token = tokens.take();
    return switch (token.kind()) {
      case STRING -> new Literal(token.text());
      case WHOLE_NUMBER -> new Literal(whole(token));
      case FRACTION -> new Literal(fraction(token));
      case NAME -> named(token);
      case SYMBOL -> bracketed(token);
      default -> throw unexpected(token);
    };
  }

  private TemplateException unexpected(Token token) {
    return tokens.problem(token.at(), "a value is expected, not %s.".formatted(token.shown()));
  }

  private long whole(Token token) {
    try {
      return Long.parseLong(token.text());
    } catch (NumberFormatException e) {
      throw tokens.problem(token.at(), "the number is too large.");
    }
  }

  private double fraction(Token token) {
    double value = Double.parseDouble(token.text());
    if (Double.isInfinite(value)) {
      throw tokens.problem(token.at(), "the number is too large.");
    }
    return value;
  }

  private Expression named(Token name) {
    return switch (name.text()) {
      case "true", "True" -> new Literal(true);
      case "false", "False" -> new Literal(false);
      case "none", "None" -> new Literal(null);
      default -> {
        if (RESERVED.contains(name.text())) {
          throw unexpected(name);
        }
        yield tokens.peek().is("(")
            ? call(name, null, dialect.function(name.text()))
            : new Expression.Variable(name.text(), name.at());
      }
    };
  }

  void refuseReserved(Token name) {
    if (RESERVED.contains(name.text())) {
      throw tokens.problem(name.at(), "'%s' cannot be set.".formatted(name.text()));
    }
  }

  private Expression bracketed(Token token) {
    return switch (token.text()) {
      case "(" -> {
        Expression inner = parse();
        tokens.expect(")");
        yield inner;
      }
      case "[" -> new Expression.ListOf(list());
      case "{" -> new Expression.MapOf(entries());
      default -> throw unexpected(token);
    };
  }

  private List<Expression> list() {
    List<Expression> elements = new ArrayList<>();
    while (!tokens.take("]")) {
      elements.add(parse());
      if (!tokens.peek().is("]")) {
        tokens.expect(",");
      }
    }
    return List.copyOf(elements);
  }

  private List<Expression.MapOf.Entry> entries() {
    List<Expression.MapOf.Entry> entries = new ArrayList<>();
    while (!tokens.take("}")) {
      int at = tokens.peek().at();
      Expression key = parse();
      tokens.expect(":");
      entries.add(new Expression.MapOf.Entry(key, parse(), at));
      if (!tokens.peek().is("}")) {
        tokens.expect(",");
      }
    }
    return List.copyOf(entries);
  }

  /** A filter with its input, or a function without one. */
  private Expression call(Token name, @Nullable Expression input, Optional<Operation> operation) {
    String kind = input == null ? "function" : "filter";
    Operation called =
        operation.orElseThrow(
            () ->
                tokens.problem(
                    name.at(), "there is no %s '%s' here.".formatted(kind, name.text())));
    return new Call(called, input, arguments(name, called), name.at());
  }

  private List<@Nullable Expression> arguments(Token name, Operation operation) {
    List<Parameter> parameters = operation.parameters();
    @Nullable Expression[] arguments = new Expression[parameters.size()];
    List<@Nullable Expression> given = new ArrayList<>();
    if (tokens.take("(")) {
      while (!tokens.take(")")) {
        Token start = tokens.peek();
        int index = given.size();
        if (start.kind() == Kind.NAME && tokens.peekSecond().is("=")) {
          index = indexOf(parameters, start.text());
          tokens.take();
          tokens.take();
        } else if (!operation.more() && index >= parameters.size()) {
          throw wrongArguments(start, operation);
        }
        Expression argument = parse();
        if (operation.more()) {
          given.add(argument);
        } else {
          if (index < 0 || arguments[index] != null) {
            throw wrongArguments(start, operation);
          }
          check(operation, index, argument, start);
          arguments[index] = argument;
          given.add(argument);
        }
        if (!tokens.peek().is(")")) {
          tokens.expect(",");
        }
      }
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).required() && arguments[i] == null) {
        throw wrongArguments(name, operation);
      }
    }
    return operation.more() ? given : Arrays.asList(arguments);
  }

  private static int indexOf(List<Parameter> parameters, String name) {
    return parameters.stream().map(Parameter::name).collect(Collectors.toList()).indexOf(name);
  }

  private void check(Operation operation, int index, Expression argument, Token start) {
    Parameter parameter = operation.parameters().get(index);
    String problem =
        argument instanceof Literal(Object value) ? parameter.type().problem(value) : "";
    if (!problem.isEmpty()) {
      throw tokens.problem(
          start.at(), "%s of '%s' %s.".formatted(parameter.name(), operation.name(), problem));
    }
  }

  private TemplateException wrongArguments(Token at, Operation operation) {
    return tokens.problem(
        at.at(),
        "the arguments of '%s' do not fit: it is used as %s."
            .formatted(operation.name(), operation.signature()));
  }
}
