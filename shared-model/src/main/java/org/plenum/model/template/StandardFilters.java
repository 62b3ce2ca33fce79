package org.plenum.model.template;

import static org.plenum.model.template.Operation.Parameter.optional;
import static org.plenum.model.template.Operation.Parameter.required;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenum.model.template.Operation.Type;

/** The filters of jinja2 that are enabled (SVC-292), as jinja2 3 has them. */
final class StandardFilters {
  private static final int TRUNCATED_LENGTH = 255;
  private static final int LEEWAY = 5;
  private static final int DECIMAL = 10;

  static final List<Operation> ALL =
      List.of(
          Operation.of("abs", StandardFilters::abs),
          Operation.of("capitalize", arguments -> capitalize(arguments.text())),
          Operation.of(
              "default",
              StandardFilters::fallback,
              optional("default_value", Type.ANY),
              optional("boolean", Type.ANY)),
          Operation.of("first", arguments -> element(arguments, false)),
          Operation.of(
              "float",
              arguments -> Arithmetic.parse(arguments.input(), orZero(arguments, 0.0)),
              optional("default", Type.ANY)),
          Operation.ofMany(
              "format",
              arguments ->
                  new PercentFormat(arguments.text(), arguments.work()).format(arguments.all())),
          Operation.of(
              "int",
              StandardFilters::whole,
              optional("default", Type.ANY),
              optional("base", Type.NUMBER)),
          Operation.of("join", StandardFilters::join, optional("d", Type.ANY)),
          Operation.of("last", arguments -> element(arguments, true)),
          Operation.of("lower", arguments -> arguments.text().toLowerCase(Locale.ROOT)),
          Operation.of(
              "replace",
              StandardFilters::replace,
              required("old", Type.ANY),
              required("new", Type.ANY),
              optional("count", Type.NUMBER)),
          Operation.of(
              "round",
              StandardFilters::round,
              optional("precision", Type.ANY),
              optional("method", Type.TEXT)),
          Operation.of("striptags", arguments -> MarkupText.strip(arguments.text())),
          Operation.of("trim", StandardFilters::trim, optional("chars", Type.TEXT)),
          Operation.of(
              "truncate",
              StandardFilters::truncate,
              optional("length", Type.NUMBER),
              optional("killwords", Type.ANY),
              optional("end", Type.TEXT),
              optional("leeway", Type.NUMBER)),
          Operation.of("upper", arguments -> arguments.text().toUpperCase(Locale.ROOT)));

  private StandardFilters() {}

  private static Object abs(Arguments arguments) {
    return switch (arguments.input()) {
      case Long number when number != Long.MIN_VALUE -> Math.abs(number);
      case Double number -> Math.abs(number);
      case null, default -> throw arguments.failure("needs a number.");
    };
  }

  private static String capitalize(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int rest = text.offsetByCodePoints(0, 1);
    return text.substring(0, rest).toUpperCase(Locale.ROOT)
        + text.substring(rest).toLowerCase(Locale.ROOT);
  }

  /** None is what jinja2 calls undefined: a field that the directory lacks. */
  private static @Nullable Object fallback(Arguments arguments) {
    Object input = arguments.input();
    boolean missing = arguments.flag(1) ? !ValueRules.isTrue(input) : input == null;
    if (!missing) {
      return input;
    }
    return arguments.has(0) ? arguments.value(0) : "";
  }

  private static @Nullable Object orZero(Arguments arguments, Object zero) {
    return arguments.has(0) ? arguments.value(0) : zero;
  }

  private static @Nullable Object whole(Arguments arguments) {
    int base = arguments.count(1, DECIMAL);
    if (base < Character.MIN_RADIX || base > Character.MAX_RADIX) {
      throw arguments.failure("needs a base from 2 to 36.");
    }
    return Arithmetic.parseWhole(arguments.input(), orZero(arguments, 0L), base);
  }

  private static @Nullable Object element(Arguments arguments, boolean last) {
    List<?> elements = ValueWriter.elements(arguments.input(), arguments.work());
    if (elements.isEmpty()) {
      return arguments.input() == null ? null : "";
    }
    return last ? elements.getLast() : elements.getFirst();
  }

  private static String join(Arguments arguments) {
    String separator = arguments.text(0, "");
    BoundedText joined = new BoundedText(arguments.work());
    Iterator<?> elements = ValueWriter.elements(arguments.input(), arguments.work()).iterator();
    while (elements.hasNext()) {
      joined.append(ValueWriter.text(elements.next(), arguments.work()));
      joined.append(elements.hasNext() ? separator : "");
    }
    return joined.toString();
  }

  private static String replace(Arguments arguments) {
    String text = arguments.text();
    String old = arguments.text(0, "None");
    String replacement = arguments.text(1, "None");
    int left = arguments.count(2, Integer.MAX_VALUE);
    if (old.isEmpty()) {
      throw arguments.failure("needs a text to look for.");
    }
    arguments.work().spendSearch(text, old);
    BoundedText result = new BoundedText(arguments.work());
    int from = 0;
    int found = text.indexOf(old);
    while (found >= 0 && left-- > 0) {
      result.append(text.substring(from, found)).append(replacement);
      from = found + old.length();
      found = text.indexOf(old, from);
    }
    return result.append(text.substring(from)).toString();
  }

  private static Object round(Arguments arguments) {
    if (!(arguments.input() instanceof Number number)) {
      throw arguments.failure("needs a number.");
    }
    Object places = arguments.has(0) ? arguments.value(0) : Long.valueOf(0);
    if (!(places instanceof Long precision)) {
      throw arguments.failure("needs a whole number as precision.");
    }
    return Arithmetic.round(number, precision, arguments.text(1, "common"));
  }

  private static String trim(Arguments arguments) {
    String text = arguments.text();
    if (!arguments.has(0)) {
      return text.strip();
    }
    String chars = arguments.text(0, "");
    arguments.work().spendSearch(text, chars);
    int start = 0;
    int end = text.length();
    while (start < end && chars.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && chars.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Cuts at a word; a text that is only a little longer stays whole. */
  private static String truncate(Arguments arguments) {
    String text = arguments.text();
    int length = arguments.count(0, TRUNCATED_LENGTH);
    String end = arguments.text(2, "...");
    int leeway = arguments.count(3, LEEWAY);
    int kept = length - end.length();
    if (kept < 0) {
      throw arguments.failure("needs a length of at least " + end.length() + ".");
    }
    int size = text.codePointCount(0, text.length());
    if (size <= (long) length + leeway) {
      return text;
    }
    String start = text.substring(0, text.offsetByCodePoints(0, kept));
    int space = start.lastIndexOf(' ');
    return (arguments.flag(1) || space < 0 ? start : start.substring(0, space)) + end;
  }
}
