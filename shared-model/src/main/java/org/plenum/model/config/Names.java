package org.plenum.model.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
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

  private static final Pattern DTMF = Pattern.compile("[0-9*#,]+");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]+");
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** RFC 3261 section 25.1, without what an alias has no use for: passwords and parameters. */
  private static final Pattern SIP_USER = Pattern.compile("[\\p{L}\\p{N}!#$%&'()*+,./:;=?_~-]++");

  private static final Pattern SIP_SCHEME = Pattern.compile("(?i)^sips?:");
  private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");

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
    return isAddress(text, "http", "https");
  }

  static boolean isSecureWebAddress(String text) {
    return isAddress(text, "https");
  }

  static boolean isRtmpAddress(String text) {
    return isAddress(text, "rtmp", "rtmps");
  }

  private static boolean isAddress(String text, String... schemes) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null
          && Arrays.stream(schemes).anyMatch(scheme -> scheme.equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** A user, a host, or both; a user alone is completed by the call control system. */
  static boolean isSipAddress(String text) {
    String address = SIP_SCHEME.matcher(text).replaceFirst("");
    int at = address.lastIndexOf('@');
    if (at < 0) {
      return SIP_USER.matcher(address).matches();
    }
    String host = PORT.matcher(address.substring(at + 1)).replaceFirst("");
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return SIP_USER.matcher(address.substring(0, at)).matches()
        && (bracketed
            ? Addresses.isIpv6(host.substring(1, host.length() - 1))
            : Addresses.isIp(host) || isDomain(host));
  }

  static boolean isDtmfSequence(String text) {
    return DTMF.matcher(text).matches();
  }

  static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  static boolean isIdentifier(String text) {
    return IDENTIFIER.matcher(text).matches();
  }

  static boolean isPin(String text) {
    return PIN.matcher(text).matches();
  }
}
