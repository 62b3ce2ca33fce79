package org.plenum.management.rest;

import java.util.Arrays;
import java.util.OptionalLong;

/** Revisions of objects as entity tags (RFC 9110 section 8.8.3). */
final class EntityTag {
  private EntityTag() {}

  static String of(long revision) {
    return "\"" + revision + "\"";
  }

  /** Whether a list of tags, or the asterisk, fits a tag. */
  static boolean lists(String header, String tag) {
    return Arrays.stream(header.split(",", 20))
        .map(String::strip)
        .map(known -> known.startsWith("W/") ? known.substring(2) : known)
        .anyMatch(known -> known.equals("*") || known.equals(tag));
  }

  /**
   * The revision that an update expects.
   *
   * @throws RestException if the header is not one tag of this service
   */
  static OptionalLong expected(RestRequest request) {
    String header = request.header("If-Match").map(String::strip).orElse("*");
    if (header.equals("*")) {
      return OptionalLong.empty();
    }
    if (!header.matches("\"[0-9]{1,18}\"")) {
      throw RestException.of(412, "The header If-Match is none of this object's entity tags.");
    }
    return OptionalLong.of(Long.parseLong(header.substring(1, header.length() - 1)));
  }
}
