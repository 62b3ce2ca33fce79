package org.plenum.model.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Syntax of names: hosts, domains, e-mail and web addresses, PINs. */
final class Names {
  /** RFC 1123 section 2.1. */
  private static final Pattern LABEL =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  private static final Pattern ALL_DIGITS = Pattern.compile("[0-9]+");
  private static final int MAX_NAME = 253;

  /** The dot-atom form of RFC 5322 section 3.4.1. */
  private static final Pattern LOCAL_PART =
      Pattern.compile(
          "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]++(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]++)*+");

  private static final Pattern PIN = Pattern.compile("[0-9]{4,20}|[0-9]{3,19}#");

  private Names() {}

  /** One label; not all digits, so that it cannot be taken for an address. */
  static boolean isHostname(String text) {
    return LABEL.matcher(text).matches() && !ALL_DIGITS.matcher(text).matches();
  }

  static boolean isDomain(String text) {
    if (text.length() > MAX_NAME) {
      return false;
    }
    String[] labels = text.split("\\.", -1);
    for (String label : labels) {
      if (!LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return !ALL_DIGITS.matcher(labels[labels.length - 1]).matches();
  }

  static boolean isFqdn(String text) {
    return text.indexOf('.') > 0 && isDomain(text);
  }

  static boolean isEmail(String text) {
    int at = text.lastIndexOf('@');
    return at > 0
        && LOCAL_PART.matcher(text.substring(0, at)).matches()
        && isDomain(text.substring(at + 1));
  }

  static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme();
      return uri.getHost() != null
          && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  static boolean isPin(String text) {
    return PIN.matcher(text).matches();
  }
}
