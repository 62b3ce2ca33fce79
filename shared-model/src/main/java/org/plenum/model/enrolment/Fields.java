package org.plenum.model.enrolment;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of single fields; each error begins with the field's name. */
final class Fields {
  /** Entries of any list in a document. */
  private static final int MAX_ENTRIES = 64;

  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern HOSTNAME = Pattern.compile("(?![0-9]+$)" + LABEL);
  private static final Pattern DOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
  private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");

  /** Control characters, lone surrogates, and what XML 1.0 cannot hold. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cntrl}\\p{Cs}\\x{FFFE}\\x{FFFF}]");

  private Fields() {}

  /** JSON can leave out, or set to null, what the records' types promise. */
  static void present(String field, @Nullable Object value) {
    require(field, value != null, "is missing");
  }

  static String text(String field, String value, int maxLength) {
    require(field, !value.isBlank(), "must not be empty");
    require(field, value.length() <= maxLength, "is longer than " + maxLength + " characters");
    require(field, !UNPRINTABLE.matcher(value).find(), "has characters that cannot be shown");
    return value;
  }

  /** SVC-011. */
  static String hostname(String field, String value) {
    require(
        field,
        HOSTNAME.matcher(value).matches(),
        "must be 1 to 63 letters, digits and hyphens, not digits alone");
    return value;
  }

  static String domain(String field, String value, int maxLength) {
    require(
        field,
        value.length() <= maxLength && DOMAIN.matcher(value).matches(),
        "must be a DNS name of at most " + maxLength + " characters");
    return value;
  }

  static String ipv4(String field, String value) {
    require(field, address(value) instanceof Inet4Address, "must be an IPv4 address");
    return value;
  }

  static String netmask(String field, String value) {
    ipv4(field, value);
    int mask = ByteBuffer.wrap(InetAddress.ofLiteral(value).getAddress()).getInt();
    require(
        field,
        mask != 0 && Integer.bitCount(mask) == Integer.numberOfLeadingZeros(~mask),
        "must be a contiguous network mask");
    return value;
  }

  static Optional<String> ipv6(String field, Optional<String> value) {
    value.ifPresent(
        given -> require(field, address(given) instanceof Inet6Address, "must be an IPv6 address"));
    return value;
  }

  static String hostOrAddress(String field, String value) {
    boolean name =
        value.length() <= 253
            && !DIGITS_AND_DOTS.matcher(value).matches()
            && DOMAIN.matcher(value).matches();
    require(field, name || address(value) != null, "must be a host name or an IP address");
    return value;
  }

  static int port(String field, int value) {
    require(field, value >= 1 && value <= 65_535, "must be a port from 1 to 65535");
    return value;
  }

  static <T> List<T> list(String field, List<T> values, int min) {
    require(
        field,
        values.size() >= min && values.size() <= MAX_ENTRIES,
        "must have %d to %d entries".formatted(min, MAX_ENTRIES));
    return List.copyOf(values);
  }

  static void require(String field, boolean condition, String rule) {
    if (!condition) {
      throw new IllegalArgumentException(field + " " + rule);
    }
  }

  private static @Nullable InetAddress address(String literal) {
    // Java also takes "1" and "0x7f.1" for IPv4 addresses, and zones behind IPv6 addresses.
    if (!IPV4.matcher(literal).matches() && !literal.contains(":") || literal.contains("%")) {
      return null;
    }
    try {
      return InetAddress.ofLiteral(literal);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
