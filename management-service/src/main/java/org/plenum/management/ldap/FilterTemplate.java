package org.plenum.management.ldap;

import com.unboundid.ldap.sdk.Filter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A filter with places for values, such as {@code (uid={username})}. Values are escaped (RFC 4515),
 * so they can say nothing but themselves; all else goes to the server as it is, extensible matches
 * included (SYS-053).
 */
record FilterTemplate(String text) {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  /** The filter with these values, by the names of their places; others stay. */
  String with(Map<String, String> values) {
    // All at once: a value that looks like a place is none.
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              String value = values.get(place.group(1));
              return Matcher.quoteReplacement(
                  value == null ? place.group() : Filter.encodeValue(value));
            });
  }

  /** What meets both filters. */
  static String both(String first, String second) {
    return "(&" + first + second + ")";
  }
}
