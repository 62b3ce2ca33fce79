package org.plenum.model.enrolment;

import org.plenum.model.config.Addresses;

/**
 * A route that a node needs besides its default gateway (INST-132).
 *
 * @param destination network address, IPv4 or IPv6
 * @param prefix length of the network part, 0 to 32 or 0 to 128 bits
 * @param gateway address of the same IP version
 */
public record StaticRoute(String destination, int prefix, String gateway) {
  /** Checks each field. */
  public StaticRoute {
    if (Addresses.isIpv6(destination)) {
      Fields.require("static-route prefix", prefix >= 0 && prefix <= 128, "must be 0 to 128");
      Fields.require(
          "static-route gateway", Addresses.isIpv6(gateway), "must be an IPv6 address here");
    } else {
      Fields.ipv4("static-route destination", destination);
      Fields.require("static-route prefix", prefix >= 0 && prefix <= 32, "must be 0 to 32");
      Fields.ipv4("static-route gateway", gateway);
    }
  }
}
