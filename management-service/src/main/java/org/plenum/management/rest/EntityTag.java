package org.plenum.management.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plenum.management.store.StoredObject;

/**
 * Entity tags (RFC 9110 section 8.8.3): the revision of the object and, where its answer shows
 * other objects whole, which change without it, a hash of the answer. An update compares revisions
 * alone.
 */
final class EntityTag {
  private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})(?:\\.[0-9a-f]{8})?\"");

  private EntityTag() {}

  static String of(long revision) {
    return "\"" + revision + "\"";
  }

  /** The tag of an answer that shows an object. */
  static String of(StoredObject object, ObjectNode shown) {
    boolean showsOthers =
        object.type().fields().stream()
            .anyMatch(field -> field.kind().isReference() && field.embedded());
    return showsOthers
        ? "\"%d.%08x\"".formatted(object.revision(), shown.toString().hashCode())
        : of(object.revision());
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
    Matcher tag = TAG.matcher(header);
    if (!tag.matches()) {
      throw RestException.of(412, "The header If-Match is none of this object's entity tags.");
    }
    return OptionalLong.of(Long.parseLong(tag.group(1)));
  }
}
