package org.plenum.node.sdp;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * The {@code c=} line (RFC 8866 section 5.7): where media is to be sent.
 *
 * @param address literal address; names are not resolved, because a peer could then make this node
 *     query any name
 */
public record Connection(InetAddress address) {

  /** {@code IP4} or {@code IP6}. */
  public String addressType() {
    return addressTypeOf(address);
  }

  /** True for 0.0.0.0 or ::, which asks to send nothing (RFC 3264 section 8.4). */
  public boolean isUnspecified() {
    return address.isAnyLocalAddress();
  }

  static String addressTypeOf(InetAddress address) {
    return address instanceof Inet6Address ? "IP6" : "IP4";
  }

  static String textOf(InetAddress address) {
    String text = address.getHostAddress();
    int scope = text.indexOf('%');
    return scope < 0 ? text : text.substring(0, scope);
  }
}
