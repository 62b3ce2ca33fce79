package org.plenum.model.resource;

import java.util.stream.Stream;
import org.plenum.model.config.Check;

/** Rules that hold for conferencing nodes and the management service alike. */
final class NodeRules {
  private NodeRules() {}

  /** Host names are unique over all nodes and the management service (INST-118). */
  static void checkHostnameIsFree(Check check, String hostname, Class<?> type) {
    Stream<String> nodes =
        check
            .view()
            .all(WorkerVm.class)
            .filter(node -> type != WorkerVm.class || node.id() != check.id())
            .map(node -> node.value().hostname());
    Stream<String> management =
        check
            .view()
            .all(ManagementVm.class)
            .filter(node -> type != ManagementVm.class || node.id() != check.id())
            .map(node -> node.value().hostname());
    if (Stream.concat(nodes, management).anyMatch(hostname::equalsIgnoreCase)) {
      check.reject("hostname", "Another node has this host name already.");
    }
  }

  /** SNMPv3 with authentication and privacy works with all three credentials only. */
  static void checkSnmp(
      Check check, SnmpMode mode, String user, String privacy, String authentication) {
    if (mode == SnmpMode.AUTHPRIV) {
      check.require(!user.isEmpty(), "snmp_username", "SNMPv3 needs a user name.");
      check.require(
          !privacy.isEmpty(), "snmp_privacy_password", "SNMPv3 needs a privacy password.");
      check.require(
          !authentication.isEmpty(),
          "snmp_authentication_password",
          "SNMPv3 needs an authentication password.");
    }
  }
}
