package org.plenum.node.sdp;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The parameters of an {@code a=fmtp} line (RFC 8866 section 6.15) in the usual form {@code
 * name=value;name=value}. Names compare without case.
 */
public record FormatParameters(Map<String, String> values) {

  /** No parameter. */
  public static final FormatParameters NONE = new FormatParameters(Map.of());

  public FormatParameters {
    values = Map.copyOf(values);
  }

  /** Reads what follows the payload type; parts that are not {@code name=value} are skipped. */
  static FormatParameters parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : text.split(";")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        values.putIfAbsent(
            part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
            part.substring(equals + 1).strip());
      }
    }
    return new FormatParameters(values);
  }

  /** The value of a parameter; the name in lower case. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The value of a numeric parameter; empty if it is absent or not a number of 0 or more. */
  public OptionalInt number(String name) {
    String value = values.get(name);
    if (value == null || value.isEmpty() || value.length() > 9) {
      return OptionalInt.empty();
    }
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.of(Integer.parseInt(value));
  }

  /** True if a parameter is 1. */
  public boolean isOne(String name) {
    return "1".equals(values.get(name));
  }
}
