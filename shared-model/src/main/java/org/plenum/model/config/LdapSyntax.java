package org.plenum.model.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** Syntax of LDAP names and filters; what they mean is for the directory to say. */
public final class LdapSyntax {
  private static final int MAX_DEPTH = 32;

  private static final String NAME = "(?:[A-Za-z][A-Za-z0-9-]*+|[0-9]++(?:\\.[0-9]++)++)";
  private static final String ATTRIBUTE = NAME + "(?:;[A-Za-z0-9-]++)*+";
  private static final String ESCAPED = "\\\\[0-9A-Fa-f]{2}";
  private static final String VALUE = "(?:[^()*\\\\\\x00]|" + ESCAPED + ")*+";
  private static final String SUBSTRINGS = "(?:[^()\\\\\\x00]|" + ESCAPED + ")*+";

  private static final Pattern ATTRIBUTE_NAME = Pattern.compile(ATTRIBUTE);
  private static final Pattern ITEM =
      Pattern.compile(
          ("ATTRIBUTE(?:=SUBSTRINGS|[~<>]=VALUE|(?::dn)?(?::NAME)?:=VALUE)"
                  + "|(?::dn)?:NAME:=VALUE")
              .replace("ATTRIBUTE", ATTRIBUTE)
              .replace("SUBSTRINGS", SUBSTRINGS)
              .replace("NAME", NAME)
              .replace("VALUE", VALUE));

  /** The JDK reads past a separator that nothing follows. */
  private static final Pattern ENDS_OPEN = Pattern.compile("(?<!\\\\)[,+]\\s*$");

  /** A separator of RFC 2253, which the JDK reads; RFC 4514 has it no more. */
  private static final Pattern SEMICOLON = Pattern.compile("(?<!\\\\);");

  private final String text;
  private final StringBuilder strict = new StringBuilder();
  private int position;

  private LdapSyntax(String text) {
    this.text = text;
  }

  /** Whether a text is a distinguished name (RFC 4514). */
  public static boolean isDn(String text) {
    try {
      return !new LdapName(text).isEmpty()
          && !ENDS_OPEN.matcher(text).find()
          && !SEMICOLON.matcher(text).find();
    } catch (InvalidNameException e) {
      return false;
    }
  }

  /** The one form of a distinguished name: without spaces around its separators. */
  static String canonicalDn(String text) {
    try {
      return new LdapName(new LdapName(text).getRdns()).toString();
    } catch (InvalidNameException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Whether a text is the name of an attribute, with or without options (RFC 4512). */
  public static boolean isAttribute(String text) {
    return ATTRIBUTE_NAME.matcher(text).matches();
  }

  /**
   * Whether a text is a filter (RFC 4515), extensible matches included, also as people write it:
   * with blanks around filters, and without parentheses around the whole (SVC-278).
   */
  public static boolean isFilter(String text) {
    return strictFilter(text).isPresent();
  }

  /** The form of RFC 4515, which every directory understands. */
  static String canonicalFilter(String text) {
    return strictFilter(text).orElseThrow(() -> new IllegalArgumentException(text));
  }

  private static Optional<String> strictFilter(String text) {
    String filter = text.strip();
    LdapSyntax reading = new LdapSyntax(filter.startsWith("(") ? filter : "(" + filter + ")");
    boolean valid = reading.filter(0) && reading.position == reading.text.length();
    return Optional.of(reading.strict.toString()).filter(written -> valid);
  }

  private boolean filter(int depth) {
    skipBlanks();
    if (depth > MAX_DEPTH || !next('(')) {
      return false;
    }
    boolean valid;
    if (next('&') || next('|')) {
      valid = filters(depth);
    } else if (next('!')) {
      valid = filter(depth + 1);
    } else {
      valid = item();
    }
    boolean closed = valid && next(')');
    skipBlanks();
    return closed;
  }

  private void skipBlanks() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  /** None at all means true or false (RFC 4526). */
  private boolean filters(int depth) {
    skipBlanks();
    while (position < text.length() && text.charAt(position) == '(') {
      if (!filter(depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean item() {
    Matcher item = ITEM.matcher(text).region(position, text.length());
    if (!item.lookingAt()) {
      return false;
    }
    position = item.end();
    strict.append(item.group());
    return true;
  }

  private boolean next(char expected) {
    boolean found = position < text.length() && text.charAt(position) == expected;
    if (found) {
      position++;
      strict.append(expected);
    }
    return found;
  }
}
