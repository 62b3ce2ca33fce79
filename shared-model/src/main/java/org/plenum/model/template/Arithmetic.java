package org.plenum.model.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.plenum.model.template.Expression.Operator;

/** Calculations with numbers, as Python does them. */
final class Arithmetic {
  private static final int MAX_PLACES = 20;

  private Arithmetic() {}

  static int compare(Number a, Number b) {
    return a instanceof Long x && b instanceof Long y
        ? Long.compare(x, y)
        : Double.compare(a.doubleValue() + 0.0, b.doubleValue() + 0.0);
  }

  static Number calculate(Operator operator, @Nullable Object left, @Nullable Object right) {
    if (!(left instanceof Number a) || !(right instanceof Number b)) {
      throw new Work.Failure(
          "%s and %s cannot be calculated with."
              .formatted(ValueRules.name(left), ValueRules.name(right)));
    }
    try {
      if (a instanceof Long x && b instanceof Long y && operator != Operator.DIVIDE) {
        return whole(operator, x, y);
      }
      return checked(fraction(operator, a.doubleValue(), b.doubleValue()));
    } catch (ArithmeticException e) {
      throw new Work.Failure("the result is no number, or one that is too large.");
    }
  }

  private static long whole(Operator operator, long a, long b) {
    return switch (operator) {
      case ADD -> Math.addExact(a, b);
      case SUBTRACT -> Math.subtractExact(a, b);
      case MULTIPLY -> Math.multiplyExact(a, b);
      case DIVIDE_DOWN -> Math.floorDiv(a, b);
      case REMAINDER -> Math.floorMod(a, b);
      default -> throw new IllegalArgumentException(operator.name());
    };
  }

  private static double fraction(Operator operator, double a, double b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case DIVIDE_DOWN -> Math.floor(a / b);
      case REMAINDER -> a - b * Math.floor(a / b);
      default -> throw new IllegalArgumentException(operator.name());
    };
  }

  private static double checked(double value) {
    if (!Double.isFinite(value)) {
      throw new ArithmeticException();
    }
    return value;
  }

  static double round(Number value, long places, String method) {
    if (Math.abs(places) > MAX_PLACES) {
      throw new Work.Failure("a number can be rounded to at most 20 places.");
    }
    RoundingMode mode =
        switch (method) {
          case "common" -> RoundingMode.HALF_EVEN;
          case "ceil" -> RoundingMode.CEILING;
          case "floor" -> RoundingMode.FLOOR;
          default -> throw new Work.Failure("a number is rounded by common, ceil or floor.");
        };
    return new BigDecimal(value.doubleValue()).setScale((int) places, mode).doubleValue();
  }

  /** The number in a text; the fallback if there is none. */
  static @Nullable Object parse(@Nullable Object value, @Nullable Object fallback) {
    if (value instanceof Double || value instanceof Long) {
      return ((Number) value).doubleValue();
    }
    if (value instanceof Boolean flag) {
      return flag ? 1.0 : 0.0;
    }
    if (value instanceof String text && text.strip().matches("[+-]?[0-9.]{1,30}([eE][+-]?\\d+)?")) {
      try {
        double number = Double.parseDouble(text.strip());
        return Double.isFinite(number) ? (Object) number : fallback;
      } catch (NumberFormatException e) {
        return fallback;
      }
    }
    return fallback;
  }

  /** The whole number in a text or of a number; the fallback if there is none. */
  static @Nullable Object parseWhole(@Nullable Object value, @Nullable Object fallback, int base) {
    if (value instanceof Long) {
      return value;
    }
    if (value instanceof String text) {
      try {
        return Long.parseLong(text.strip(), base);
      } catch (NumberFormatException e) {
        // It may be a number with a fraction.
      }
    }
    return base == 10
            && parse(value, null) instanceof Double number
            && Math.abs(number) < Long.MAX_VALUE
        ? (Object) number.longValue()
        : fallback;
  }
}
