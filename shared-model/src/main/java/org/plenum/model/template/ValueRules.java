package org.plenum.model.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What values mean: as in Python, which templates of this kind are written for. A value is null
 * (None), a {@link Boolean}, {@link Long}, {@link Double}, {@link String}, {@link List} or {@link
 * Map} with texts as keys.
 */
final class ValueRules {
  static final int MAX_DEPTH = 64;

  private ValueRules() {}

  /**
   * A value of the language for one of Java.
   *
   * @throws IllegalArgumentException if it is none that templates can read
   */
  static @Nullable Object of(@Nullable Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("the value is nested too deeply");
    }
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Boolean flag -> flag;
      case Long number -> number;
      case Integer number -> number.longValue();
      case Double number -> number;
      case BigDecimal number -> number.doubleValue();
      case BigInteger number -> number.doubleValue();
      case Float number -> number.doubleValue();
      case Collection<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>();
        list.forEach(element -> copy.add(of(element, depth + 1)));
        yield copy;
      }
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, element) -> copy.put(String.valueOf(key), of(element, depth + 1)));
        yield copy;
      }
      default -> throw new IllegalArgumentException(value.getClass() + " is no value of templates");
    };
  }

  /** None, false, zero and all that is empty are false. */
  static boolean isTrue(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean flag -> flag;
      case Long number -> number != 0;
      case Double number -> number != 0;
      case String text -> !text.isEmpty();
      case List<?> list -> !list.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      default -> true;
    };
  }

  static boolean same(@Nullable Object a, @Nullable Object b, Work work) {
    return same(a, b, work, 0);
  }

  private static boolean same(@Nullable Object a, @Nullable Object b, Work work, int depth) {
    work.spend(1);
    if (depth > MAX_DEPTH) {
      throw new Work.Failure("the values are nested too deeply to be compared.");
    }
    if (a instanceof Number || b instanceof Number) {
      return a instanceof Number x && b instanceof Number y && Arithmetic.compare(x, y) == 0;
    }
    if (a instanceof List<?> x && b instanceof List<?> y) {
      boolean same = x.size() == y.size();
      for (int i = 0; same && i < x.size(); i++) {
        same = same(x.get(i), y.get(i), work, depth + 1);
      }
      return same;
    }
    if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
      return x.keySet().equals(y.keySet())
          && x.entrySet().stream()
              .allMatch(entry -> same(entry.getValue(), y.get(entry.getKey()), work, depth + 1));
    }
    if (a instanceof String x && b instanceof String) {
      work.spend(x.length());
    }
    return Objects.equals(a, b);
  }

  /** Which of two comes first. */
  static int compare(@Nullable Object a, @Nullable Object b, Work work) {
    if (a instanceof Number x && b instanceof Number y) {
      return Arithmetic.compare(x, y);
    }
    if (a instanceof String x && b instanceof String y) {
      work.spend(Math.min(x.length(), y.length()));
      return x.compareTo(y);
    }
    throw new Work.Failure(name(a) + " and " + name(b) + " have no order.");
  }

  /** Whether a part of a text, an element of a list or a key of a map is there. */
  static boolean contains(@Nullable Object container, @Nullable Object part, Work work) {
    return switch (container) {
      case String text when part instanceof String search -> {
        work.spendSearch(text, search);
        yield text.contains(search);
      }
      case List<?> list -> list.stream().anyMatch(element -> same(element, part, work));
      case Map<?, ?> map -> part instanceof String && map.containsKey(part);
      case null -> false;
      default -> throw new Work.Failure(name(part) + " cannot be in " + name(container) + ".");
    };
  }

  /** What kind of value it is, for messages. */
  static String name(@Nullable Object value) {
    return switch (value) {
      case null -> "None";
      case Boolean flag -> "true or false";
      case Number number -> "a number";
      case String text -> "a text";
      case List<?> list -> "a list";
      default -> "a dictionary";
    };
  }
}
