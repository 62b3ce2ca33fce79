package org.plenum.node.sip;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javax.sip.header.ContentTypeHeader;
import javax.sip.message.Request;

/** Digits in INFO requests: {@code application/dtmf-relay} and {@code application/dtmf}. */
final class DtmfInfo {
  private static final String DIGITS = "0123456789*#ABCD";

  private DtmfInfo() {}

  /** True if the request has a body that may hold a digit. */
  static boolean isDtmf(Request info) {
    String type = subtype(info);
    return type.equals("dtmf-relay") || type.equals("dtmf");
  }

  /** The digit, or empty if the body holds none. */
  static Optional<Character> digit(Request info) {
    byte[] content = info.getRawContent();
    String body = content == null ? "" : new String(content, StandardCharsets.UTF_8).strip();
    return subtype(info).equals("dtmf-relay") ? relayed(body) : digit(body);
  }

  /** Lines like {@code Signal=5} and {@code Duration=160}. */
  private static Optional<Character> relayed(String body) {
    return body.lines()
        .map(line -> line.split("=", 2))
        .filter(parts -> parts.length == 2 && parts[0].strip().equalsIgnoreCase("signal"))
        .findFirst()
        .flatMap(parts -> digit(parts[1].strip()));
  }

  private static Optional<Character> digit(String text) {
    // Some endpoints write the event number of RFC 4733 for the two keys that are not digits.
    String name =
        switch (text) {
          case "10" -> "*";
          case "11" -> "#";
          default -> text.toUpperCase(Locale.ROOT);
        };
    return name.length() == 1 && DIGITS.contains(name)
        ? Optional.of(name.charAt(0))
        : Optional.empty();
  }

  private static String subtype(Request info) {
    return info.getHeader(ContentTypeHeader.NAME) instanceof ContentTypeHeader type
            && type.getContentType().equalsIgnoreCase("application")
        ? type.getContentSubType().toLowerCase(Locale.ROOT)
        : "";
  }
}
