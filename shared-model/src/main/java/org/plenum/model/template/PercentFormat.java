package org.plenum.model.template;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text with places such as {@code %s} and {@code %05.1f} for values. */
final class PercentFormat {
  private static final Pattern PLACE =
      Pattern.compile("%([-+ 0]{0,4})(\\d{0,3})(?:\\.(\\d{1,2}))?([sdifxX%])");

  private final String pattern;
  private final Work work;

  PercentFormat(String pattern, Work work) {
    this.pattern = pattern;
    this.work = work;
  }

  String format(List<@Nullable Object> values) {
    Iterator<@Nullable Object> next = values.iterator();
    BoundedText result = new BoundedText(work);
    Matcher place = PLACE.matcher(pattern);
    int from = 0;
    for (int at = pattern.indexOf('%'); at >= 0; at = pattern.indexOf('%', from)) {
      if (!place.find(at) || place.start() != at) {
        throw new Work.Failure("'%' must be followed by s, d, i, f, x or another '%'.");
      }
      result.append(pattern.substring(from, at));
      result.append(place.group(4).equals("%") ? "%" : value(place, next));
      from = place.end();
    }
    if (next.hasNext()) {
      throw new Work.Failure("there are more values than places in the format.");
    }
    return result.append(pattern.substring(from)).toString();
  }

  private String value(Matcher place, Iterator<@Nullable Object> values) {
    if (!values.hasNext()) {
      throw new Work.Failure("there are fewer values than places in the format.");
    }
    Object value = values.next();
    int precision = place.group(3) == null ? -1 : Integer.parseInt(place.group(3));
    String flags = place.group(1);
    String text =
        switch (place.group(4)) {
          case "s" -> {
            String whole = ValueWriter.text(value, work);
            yield precision >= 0 && precision < whole.length()
                ? whole.substring(0, precision)
                : whole;
          }
          case "f" ->
              signed(
                  flags,
                  String.format(
                      Locale.ROOT,
                      "%." + (precision < 0 ? 6 : precision) + "f",
                      number(value).doubleValue()));
          case "x" -> Long.toString(number(value).longValue(), 16);
          case "X" -> Long.toString(number(value).longValue(), 16).toUpperCase(Locale.ROOT);
          default -> signed(flags, Long.toString(number(value).longValue()));
        };
    return padded(text, flags, place.group(2), place.group(4).equals("s"));
  }

  private static String signed(String flags, String number) {
    if (number.startsWith("-")) {
      return number;
    }
    return (flags.contains("+") ? "+" : flags.contains(" ") ? " " : "") + number;
  }

  private static String padded(String text, String flags, String width, boolean isText) {
    int missing = (width.isEmpty() ? 0 : Integer.parseInt(width)) - text.length();
    if (missing <= 0) {
      return text;
    }
    if (flags.contains("-")) {
      return text + " ".repeat(missing);
    }
    if (isText || !flags.contains("0")) {
      return " ".repeat(missing) + text;
    }
    int sign = "+- ".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
    return text.substring(0, sign) + "0".repeat(missing) + text.substring(sign);
  }

  private static Number number(@Nullable Object value) {
    if (value instanceof Number number) {
      return number;
    }
    throw new Work.Failure("the format needs a number, not " + ValueRules.name(value) + ".");
  }
}
