package org.plenum.model.config;

import io.netty.util.NetUtil;
import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Syntax of IP addresses, without any name lookup. */
public final class Addresses {
  private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,2}");

  private static final int IPV6_BITS = 128;

  private Addresses() {}

  /** Whether a text is a dotted quad. */
  public static boolean isIpv4(String text) {
    return parse(text).isPresent();
  }

  /** Whether a text is an IPv6 address, without brackets or zone. */
  public static boolean isIpv6(String text) {
    if (text.indexOf(':') < 0 || text.indexOf('[') >= 0 || text.indexOf('%') >= 0) {
      return false;
    }
    try {
      Inet6Address.ofLiteral(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The form of RFC 5952; the text must be an IPv6 address. */
  static String canonicalIpv6(String text) {
    return text(Inet6Address.ofLiteral(text));
  }

  /** An address as people write it, IPv6 in the form of RFC 5952. */
  public static String text(InetAddress address) {
    return NetUtil.toAddressString(address);
  }

  /** Whether a text is an IP address of either version. */
  public static boolean isIp(String text) {
    return isIpv4(text) || isIpv6(text);
  }

  /** Whether a text is a mask of 1 to 32 leading bits. */
  public static boolean isNetmask(String text) {
    OptionalInt mask = parse(text);
    return mask.isPresent() && mask.getAsInt() < 0 && Integer.bitCount(~mask.getAsInt() + 1) <= 1;
  }

  /** Whether two IPv4 addresses are in the same subnet. All three must be well-formed. */
  public static boolean sameSubnet(String one, String other, String netmask) {
    int mask = parse(netmask).orElseThrow();
    return (parse(one).orElseThrow() & mask) == (parse(other).orElseThrow() & mask);
  }

  /**
   * Whether an IPv4 address can be that of a host: neither 0.x, multicast nor reserved, and neither
   * first nor last of its subnet. Both must be well-formed.
   */
  public static boolean isHostAddress(String address, String netmask) {
    int value = parse(address).orElseThrow();
    int hostBits = ~parse(netmask).orElseThrow();
    int first = value >>> 24;
    if (first == 0 || first >= 224) {
      return false;
    }
    boolean hasEnds = Integer.bitCount(hostBits) > 1;
    return !hasEnds || ((value & hostBits) != 0 && (value & hostBits) != hostBits);
  }

  /**
   * Whether an IP address of either version is the first of the network with this prefix, so that
   * all bits beyond the prefix are zero. The address must be well-formed.
   */
  public static boolean isNetwork(String address, int prefix) {
    int hostBits = (isIpv4(address) ? Integer.SIZE : IPV6_BITS) - prefix;
    BigInteger value = new BigInteger(1, InetAddress.ofLiteral(address).getAddress());
    return value.signum() == 0 || value.getLowestSetBit() >= hostBits;
  }

  private static OptionalInt parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return OptionalInt.empty();
    }
    int value = 0;
    for (String part : parts) {
      if (!DIGITS.matcher(part).matches() || Integer.parseInt(part) > 255) {
        return OptionalInt.empty();
      }
      value = value << 8 | Integer.parseInt(part);
    }
    return OptionalInt.of(value);
  }

  /**
   * Whether an address belongs to a network.
   *
   * @param network first address of the network
   * @param prefix leading bits that all its addresses have in common
   */
  public static boolean isInNetwork(InetAddress address, String network, int prefix) {
    byte[] one = address.getAddress();
    byte[] other = InetAddress.ofLiteral(network).getAddress();
    if (one.length != other.length) {
      return false;
    }
    BigInteger difference = new BigInteger(1, one).xor(new BigInteger(1, other));
    return difference.bitLength() <= one.length * Byte.SIZE - prefix;
  }
}
