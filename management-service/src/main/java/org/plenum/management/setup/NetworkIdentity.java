package org.plenum.management.setup;

import java.util.ArrayList;
import java.util.List;
import org.plenum.model.pki.SubjectNames;

/**
 * Names and addresses of the management service, as the installer or the host gives them.
 *
 * @param hostname first part of the full host name
 * @param domain rest of the full host name
 * @param address IPv4 address
 * @param netmask mask of its subnet
 * @param gateway router out of the subnet
 * @param dnsServers addresses of name servers, at least one
 * @param ntpServers names or addresses of time servers, at least one
 */
public record NetworkIdentity(
    String hostname,
    String domain,
    String address,
    String netmask,
    String gateway,
    List<String> dnsServers,
    List<String> ntpServers) {
  public NetworkIdentity {
    dnsServers = List.copyOf(dnsServers);
    ntpServers = List.copyOf(ntpServers);
  }

  /** Full host name. */
  public String fqdn() {
    return hostname + "." + domain;
  }

  /** Names under which clients may reach the service, for its certificate. */
  public SubjectNames subjectNames() {
    return SubjectNames.of(
        new ArrayList<>(List.of(fqdn(), hostname, address, "localhost", "127.0.0.1")));
  }
}
