package org.plenum.model.alias;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plenum.model.config.Addresses;
import org.plenum.model.config.CanonicalForm;

/**
 * Brings destinations into the form in which aliases are compared (SVC-198 to SVC-206): no URI
 * scheme, no parameters, no IP address behind the at sign, no port, no case. A domain stays.
 */
public final class AliasNormaliser {
  private static final List<String> SCHEMES = List.of("sip:", "sips:", "h323:");
  private static final Pattern PORT = Pattern.compile("(.*[^:]):[0-9]{1,5}");
  private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]]*)\\](?::[0-9]{1,5})?");

  private AliasNormaliser() {}

  /** Normalises a destination as a call names it. Every text has a result. */
  public static DialledAlias normalise(String received) {
    List<String> steps = new ArrayList<>();
    String rest = received.strip();
    Optional<String> scheme = schemeOf(rest);
    if (scheme.isPresent()) {
      rest = rest.substring(scheme.get().length());
      steps.add("scheme '" + scheme.get() + "' ignored");
    }
    int at = rest.lastIndexOf('@');
    String user = at < 0 ? "" : withoutParameters(rest.substring(0, at));
    String host = withoutParameters(rest.substring(at + 1));
    if (user.length() + host.length() + (at < 0 ? 0 : 1) < rest.length()) {
      steps.add("parameters ignored");
    }
    String parsed =
        at > 0 ? join(user, host, scheme.isPresent(), steps) : bare(host, scheme, steps);
    return new DialledAlias(received, parsed, key(parsed), steps);
  }

  /** The form in which aliases are compared; for a configured alias, this is all that is needed. */
  public static String key(String alias) {
    return CanonicalForm.caseless(alias.strip());
  }

  private static Optional<String> schemeOf(String text) {
    return SCHEMES.stream()
        .filter(scheme -> text.regionMatches(true, 0, scheme, 0, scheme.length()))
        .findFirst();
  }

  /** Parameters and headers of a URI (RFC 3261 section 19.1.1). */
  private static String withoutParameters(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ';' || text.charAt(i) == '?') {
        return text.substring(0, i);
      }
    }
    return text;
  }

  private static String join(String user, String host, boolean uri, List<String> steps) {
    String name = uri ? unescape(user) : user;
    String address = hostWithoutPort(host);
    if (Addresses.isIp(address) && !name.isEmpty()) {
      steps.add("appended IP address ignored");
      return name;
    }
    if (address.length() < host.length()) {
      steps.add("port ignored");
    }
    return name.isEmpty() ? address : name + "@" + address;
  }

  /** Without an at sign: an address alone is the destination itself (SVC-205, SVC-206). */
  private static String bare(String text, Optional<String> scheme, List<String> steps) {
    String address = hostWithoutPort(text);
    if (scheme.isPresent() || Addresses.isIp(address)) {
      if (address.length() < text.length()) {
        steps.add("port ignored");
      }
      return scheme.isPresent() ? unescape(address) : address;
    }
    return text;
  }

  private static String hostWithoutPort(String host) {
    Matcher bracketed = BRACKETED.matcher(host);
    if (bracketed.matches() && Addresses.isIpv6(bracketed.group(1))) {
      return bracketed.group(1);
    }
    if (Addresses.isIpv6(host)) {
      return host;
    }
    Matcher port = PORT.matcher(host);
    return port.matches() ? port.group(1) : host;
  }

  /** RFC 3261 section 19.1.4: an escaped character is equivalent to itself. */
  private static String unescape(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
      if (bytes[i] == '%' && low >= 0) {
        decoded.put((byte) (high << 4 | low));
        i += 2;
      } else {
        decoded.put(bytes[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
    } catch (CharacterCodingException e) {
      return text; // not text in any encoding that a SIP URI may carry
    }
  }
}
