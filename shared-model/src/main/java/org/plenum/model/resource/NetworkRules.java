package org.plenum.model.resource;

import org.plenum.model.config.Addresses;
import org.plenum.model.config.Check;

/** Rules for networks that are written as an address and a prefix. */
final class NetworkRules {
  private static final int MAX_IPV4_PREFIX = 32;

  private NetworkRules() {}

  /** The fields {@code address} and {@code prefix} together are a network. */
  static void checkNetwork(Check check, String address, int prefix) {
    check.require(
        prefix <= MAX_IPV4_PREFIX || !Addresses.isIpv4(address),
        "prefix",
        "The prefix of an IPv4 network is at most 32.");
    check.require(
        Addresses.isNetwork(address, prefix),
        "address",
        "All bits beyond the prefix must be zero.");
  }
}
