package org.plenum.model.template;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as text: as Python prints them, or as JSON. */
final class ValueWriter {
  private static final double PLAIN_FROM = 1e-4;
  private static final double PLAIN_BELOW = 1e16;

  private final boolean json;
  private final BoundedText out;

  private ValueWriter(boolean json, Work work) {
    this.json = json;
    this.out = new BoundedText(work);
  }

  /** What <code>{{ value }}</code> gives. */
  static String text(@Nullable Object value, Work work) {
    return value instanceof String text ? text : write(value, false, work);
  }

  static String json(@Nullable Object value, Work work) {
    return write(value, true, work);
  }

  private static String write(@Nullable Object value, boolean json, Work work) {
    ValueWriter writer = new ValueWriter(json, work);
    writer.write(value, 0);
    return writer.out.toString();
  }

  private void write(@Nullable Object value, int depth) {
    if (depth > ValueRules.MAX_DEPTH) {
      throw new Work.Failure("the value is nested too deeply.");
    }
    switch (value) {
      case null -> out.append(json ? "null" : "None");
      case Boolean flag -> out.append(json ? flag.toString() : flag ? "True" : "False");
      case Double number -> out.append(number(number));
      case String text -> out.append(quoted(text));
      case List<?> list -> writeAll("[", list, "]", depth);
      case Map<?, ?> map -> writeAll("{", map.entrySet(), "}", depth);
      case Map.Entry<?, ?> entry -> {
        write(entry.getKey(), depth);
        out.append(": ");
        write(entry.getValue(), depth);
      }
      default -> out.append(value.toString());
    }
  }

  private void writeAll(String open, Iterable<?> elements, String close, int depth) {
    out.append(open);
    Iterator<?> iterator = elements.iterator();
    while (iterator.hasNext()) {
      write(iterator.next(), depth + 1);
      if (iterator.hasNext()) {
        out.append(", ");
      }
    }
    out.append(close);
  }

  private String quoted(String text) {
    if (json) {
      return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
    String quote = text.contains("'") && !text.contains("\"") ? "\"" : "'";
    String escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    return quote + (quote.equals("'") ? escaped.replace("'", "\\'") : escaped) + quote;
  }

  private static String number(double number) {
    double size = Math.abs(number);
    if (size != 0 && (size < PLAIN_FROM || size >= PLAIN_BELOW)) {
      return Double.toString(number).replace(".0E", "E").replace("E-", "e-").replace("E", "e+");
    }
    String plain = new BigDecimal(Double.toString(number)).toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }

  /** Characters of a text, elements of a list, keys of a map; none of anything else. */
  static List<?> elements(@Nullable Object value, Work work) {
    return switch (value) {
      case String text -> {
        work.spend(text.length());
        yield text.codePoints().mapToObj(Character::toString).toList();
      }
      case List<?> list -> list;
      case Map<?, ?> map -> List.copyOf(map.keySet());
      case null, default -> Collections.emptyList();
    };
  }
}
