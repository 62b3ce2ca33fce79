package org.plenum.management.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.plenum.management.query.Filter;
import org.plenum.management.query.Operator;

/** Translates conditions of filters on columns to SQL, and collects their values. For one use. */
final class ConditionSql {
  /** No backslash: the parser of statements would take it for the escape of a quote. */
  private static final String ESCAPE = "!";

  private final List<Object> parameters = new ArrayList<>();

  /** Values for the placeholders, in the order in which the conditions were asked for. */
  List<Object> parameters() {
    return List.copyOf(parameters);
  }

  /** Adds the value of a placeholder that the caller writes. */
  void parameter(Object value) {
    parameters.add(value);
  }

  /**
   * The condition of a filter on a column.
   *
   * @param isFolded whether the column has texts in the form in which they are compared without
   *     case
   */
  String compare(String column, Filter filter, boolean isFolded) {
    List<Object> operands = filter.operands();
    return switch (filter.operator()) {
      case EXACT -> binary(column, "=", operands.getFirst());
      case LT -> binary(column, "<", operands.getFirst());
      case LTE -> binary(column, "<=", operands.getFirst());
      case GT -> binary(column, ">", operands.getFirst());
      case GTE -> binary(column, ">=", operands.getFirst());
      case RANGE -> {
        parameters.add(toColumn(operands.getFirst()));
        parameters.add(toColumn(operands.getLast()));
        yield column + " BETWEEN ? AND ?";
      }
      case IN -> {
        operands.forEach(operand -> parameters.add(toColumn(operand)));
        yield "%s IN (%s)"
            .formatted(column, operands.stream().map(any -> "?").collect(Collectors.joining(", ")));
      }
      default -> text(column, filter.operator(), (String) operands.getFirst(), isFolded);
    };
  }

  private String binary(String column, String operator, Object operand) {
    parameters.add(toColumn(operand));
    return "%s %s ?".formatted(column, operator);
  }

  private String text(String column, Operator operator, String operand, boolean isFolded) {
    return switch (operator) {
      case IEXACT -> {
        parameters.add(SqlFunctions.fold(operand));
        yield isFolded ? column + " = ?" : "%s(%s) = ?".formatted(SqlFunctions.FOLD, column);
      }
      case CONTAINS -> {
        parameters.add(operand);
        yield "instr(%s, ?) > 0".formatted(column);
      }
      case STARTSWITH -> {
        parameters.add(operand);
        parameters.add(operand);
        yield "substr(%s, 1, length(?)) = ?".formatted(column);
      }
      case ENDSWITH -> {
        // A negative start counts from the end; zero would not.
        parameters.add(operand);
        parameters.add(operand);
        parameters.add(operand);
        yield "(? = '' OR substr(%s, -length(?)) = ?)".formatted(column);
      }
      case ICONTAINS -> like(column, containing(operand));
      case ISTARTSWITH -> like(column, escaped(operand) + "%");
      case IENDSWITH -> like(column, ending(operand));
      case REGEX, IREGEX -> {
        parameters.add(operand);
        parameters.add(operator == Operator.IREGEX ? 1L : 0L);
        yield "%s(?, ?, %s)".formatted(SqlFunctions.FOUND, column);
      }
      default -> throw new IllegalArgumentException(operator + " does not compare text");
    };
  }

  /** LIKE ignores case for ASCII only, and is a hundred times faster than a function of ours. */
  String like(String column, String pattern) {
    return pattern.chars().allMatch(c -> c < 0x80)
        ? pattern(column, pattern)
        : pattern(SqlFunctions.FOLD + "(" + column + ")", SqlFunctions.fold(pattern));
  }

  /** Whether a column, or an expression, matches a pattern as it is. */
  String pattern(String text, String pattern) {
    parameters.add(pattern);
    return "%s LIKE ? ESCAPE '%s'".formatted(text, ESCAPE);
  }

  /** The pattern of texts that contain another. */
  static String containing(String text) {
    return "%" + escaped(text) + "%";
  }

  /** The pattern of texts that end with another. */
  static String ending(String text) {
    return "%" + escaped(text);
  }

  private static String escaped(String text) {
    return text.replace(ESCAPE, ESCAPE + ESCAPE)
        .replace("%", ESCAPE + "%")
        .replace("_", ESCAPE + "_");
  }

  private static Object toColumn(Object operand) {
    return switch (operand) {
      case Boolean flag -> flag ? 1L : 0L;
      case java.time.Instant time -> ColumnCodec.micros(time);
      default -> operand;
    };
  }
}
