package org.plenum.model.resource;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenum.model.config.Check;
import org.plenum.model.config.Stored;

/** Rules that hold between conferencing nodes, the management service and locations. */
final class NodeRules {
  private NodeRules() {}

  /** Host names are unique over all nodes and the management service (INST-118). */
  static void checkHostnameIsFree(Check check, String hostname, Class<?> type) {
    Stream<String> nodes = others(check, WorkerVm.class, type).map(WorkerVm::hostname);
    Stream<String> management = others(check, ManagementVm.class, type).map(ManagementVm::hostname);
    check.require(
        Stream.concat(nodes, management).noneMatch(hostname::equalsIgnoreCase),
        "hostname",
        "Another node has this host name already.");
  }

  /**
   * No two nodes share an address, whichever of their interfaces has it (SYS-328). The management
   * service may run on the host of a node and is not compared.
   */
  static void checkAddressesAreFree(Check check, WorkerVm node) {
    Set<String> taken =
        others(check, WorkerVm.class, WorkerVm.class)
            .flatMap(other -> Stream.of(other.address(), other.secondaryAddress()))
            .collect(Collectors.toSet());
    String message = "Another node has this address already.";
    check.require(!taken.contains(node.address()), "address", message);
    check.require(
        node.secondaryAddress() == null || !taken.contains(node.secondaryAddress()),
        "secondary_address",
        message);
  }

  /** The SIP TLS FQDN of a node is no name of another one; it may be its own (SVC-037, SVC-040). */
  static void checkNamesAreFree(Check check, WorkerVm node) {
    List<WorkerVm> others = others(check, WorkerVm.class, WorkerVm.class).toList();
    Stream<String> management =
        others(check, ManagementVm.class, WorkerVm.class).map(ManagementVm::fqdn);
    check.require(
        Stream.concat(others.stream().map(WorkerVm::fqdn), management)
            .noneMatch(node.alternativeFqdn()::equalsIgnoreCase),
        "alternative_fqdn",
        "Another node has this host name.");
    check.require(
        others.stream().map(WorkerVm::alternativeFqdn).noneMatch(node.fqdn()::equalsIgnoreCase),
        "hostname",
        "Another node has this name as its SIP TLS FQDN.");
  }

  /** Traps of a node go to the NMS of its location (SYS-154). */
  static void checkNmsOfLocation(Check check, WorkerVm node) {
    boolean known =
        check
            .view()
            .find(SystemLocation.class, node.systemLocation())
            .filter(location -> location.value().snmpNetworkManagementSystem() == null)
            .isEmpty();
    check.require(
        !node.snmp().enabled() || known,
        "snmp_mode",
        "Choose an SNMP NMS in the location of the node first.");
  }

  /** A location whose nodes have SNMP enabled needs an NMS (SYS-154). */
  static void checkNmsOfNodes(Check check, SystemLocation location) {
    if (location.snmpNetworkManagementSystem() == null) {
      check
          .view()
          .all(WorkerVm.class)
          .map(Stored::value)
          .filter(node -> check.isSelf(node.systemLocation()))
          .filter(node -> node.snmp().enabled())
          .findFirst()
          .ifPresent(
              node ->
                  check.reject(
                      "snmp_network_management_system",
                      "The node %s of this location has SNMP enabled.".formatted(node.name())));
    }
  }

  private static <T extends Record> Stream<T> others(Check check, Class<T> type, Class<?> own) {
    return check
        .view()
        .all(type)
        .filter(object -> type != own || object.id() != check.id())
        .map(Stored::value);
  }
}
