package org.plenum.model.enrolment;

/**
 * A route that a node needs besides its default gateway (INST-132).
 *
 * @param destination IPv4 network address
 * @param prefix length of the network part, 0 to 32 bits
 * @param gateway IPv4 address
 */
public record StaticRoute(String destination, int prefix, String gateway) {
  /** Checks each field. */
  public StaticRoute {
    Fields.ipv4("static-route destination", destination);
    Fields.require("static-route prefix", prefix >= 0 && prefix <= 32, "must be 0 to 32");
    Fields.ipv4("static-route gateway", gateway);
  }
}
