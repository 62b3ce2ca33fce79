package org.plenum.model.enrolment;

import java.util.List;
import java.util.Optional;

/**
 * Interfaces and network services of a node (INST-120 to INST-132).
 *
 * @param address IPv4 address of the primary interface
 * @param netmask of the primary interface
 * @param gateway IPv4 default gateway
 * @param secondaryAddress IPv4 address of the interface for clients, if there are two
 * @param secondaryNetmask set exactly when the secondary address is
 * @param ipv6Address of the interface for clients
 * @param ipv6Gateway if absent, learned from router advertisements
 * @param staticNatAddress public IPv4 address in front of the node
 * @param staticRoutes in their order
 * @param dnsServers names or addresses, in order of preference
 * @param ntpServers names or addresses
 */
public record NodeNetwork(
    String address,
    String netmask,
    String gateway,
    Optional<String> secondaryAddress,
    Optional<String> secondaryNetmask,
    Optional<String> ipv6Address,
    Optional<String> ipv6Gateway,
    Optional<String> staticNatAddress,
    List<StaticRoute> staticRoutes,
    List<String> dnsServers,
    List<String> ntpServers) {

  /** Checks each field. */
  public NodeNetwork {
    Fields.ipv4("address", address);
    Fields.netmask("netmask", netmask);
    Fields.ipv4("gateway", gateway);
    secondaryAddress.ifPresent(value -> Fields.ipv4("secondary-address", value));
    secondaryNetmask.ifPresent(value -> Fields.netmask("secondary-netmask", value));
    Fields.require(
        "secondary-netmask",
        secondaryAddress.isPresent() == secondaryNetmask.isPresent(),
        "must be given exactly when secondary-address is");
    Fields.ipv6("ipv6-address", ipv6Address);
    Fields.ipv6("ipv6-gateway", ipv6Gateway);
    staticNatAddress.ifPresent(value -> Fields.ipv4("static-nat-address", value));
    staticRoutes = Fields.list("static-route", staticRoutes, 0);
    dnsServers = Fields.list("dns-server", dnsServers, 0);
    dnsServers.forEach(server -> Fields.hostOrAddress("dns-server", server));
    ntpServers = Fields.list("ntp-server", ntpServers, 0);
    ntpServers.forEach(server -> Fields.hostOrAddress("ntp-server", server));
  }

  /** One IPv4 interface and nothing else. */
  public static NodeNetwork ofPrimary(String address, String netmask, String gateway) {
    return new NodeNetwork(
        address,
        netmask,
        gateway,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The same interfaces with these servers. */
  public NodeNetwork withServers(List<String> dns, List<String> ntp) {
    return new NodeNetwork(
        address,
        netmask,
        gateway,
        secondaryAddress,
        secondaryNetmask,
        ipv6Address,
        ipv6Gateway,
        staticNatAddress,
        staticRoutes,
        dns,
        ntp);
  }
}
