package org.plenum.node.sip;

import java.net.InetAddress;

/**
 * Where SIP messages are received.
 *
 * @param transport UDP, TCP or TLS
 * @param address of an interface of this machine; it is written in Contact and Via, so the wildcard
 *     address will not do
 * @param port 1 to 65535
 */
public record ListeningAddress(SipTransport transport, InetAddress address, int port) {
  public ListeningAddress {
    if (address.isAnyLocalAddress()) {
      throw new IllegalArgumentException(
          "SIP " + transport + " needs the address of an interface, not the wildcard address");
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("SIP " + transport + " port " + port + " is not a port");
    }
  }

  /** As in {@code 192.0.2.1:5060/TCP}. */
  @Override
  public String toString() {
    return address.getHostAddress() + ":" + port + "/" + transport;
  }
}
