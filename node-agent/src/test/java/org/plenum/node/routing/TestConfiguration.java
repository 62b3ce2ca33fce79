package org.plenum.node.routing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.ConfigurationSnapshot;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Stored;
import org.plenum.model.config.Values;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.PemText;
import org.plenum.model.resource.BreakInAllowListAddress;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.ConferenceAlias;
import org.plenum.model.resource.GatewayRoutingRule;
import org.plenum.model.resource.Global;
import org.plenum.model.resource.PlenumResources;
import org.plenum.model.resource.SystemLocation;
import org.plenum.model.resource.TlsCertificate;
import org.plenum.model.resource.WorkerVm;
import org.plenum.model.routing.RoutingTable;

/** A configuration that a test makes up: node 1 in location 1. */
public final class TestConfiguration implements NodeConfiguration {
  private ConfigurationSnapshot objects = ConfigurationSnapshot.empty(PlenumResources.catalog());

  public TestConfiguration() {
    locationSettings();
    node("maintenance_mode", false);
    globalSettings();
  }

  /** Sets this node with some fields set otherwise. */
  public TestConfiguration node(@Nullable Object... changes) {
    Object[] all = {
      "name", "node1",
      "hostname", "node1",
      "domain", "example.com",
      "address", "192.0.2.10",
      "netmask", "255.255.255.0",
      "gateway", "192.0.2.1",
      "system_location", 1L
    };
    return put(WorkerVm.class, 1, joined(all, changes));
  }

  /** Sets the global settings with some fields set otherwise. */
  public TestConfiguration globalSettings(@Nullable Object... changes) {
    return put(Global.class, 1, changes);
  }

  /** Adds a service with an alias of its own. */
  public TestConfiguration service(long id, String alias, @Nullable Object... changes) {
    put(ConferenceAlias.class, id, "alias", alias, "conference", id);
    return put(Conference.class, id, joined(new Object[] {"name", "Service " + id}, changes));
  }

  /** Adds a call routing rule. */
  public TestConfiguration rule(long id, String match) {
    return put(
        GatewayRoutingRule.class, id, "name", "Rule " + id, "priority", id, "match_string", match);
  }

  /** Trusts a network. */
  public TestConfiguration trust(long id, String address, long prefix) {
    return put(
        BreakInAllowListAddress.class,
        id,
        "name",
        "Network " + id,
        "address",
        address,
        "prefix",
        prefix);
  }

  /** Sets the location with some fields set otherwise. */
  public TestConfiguration locationSettings(@Nullable Object... changes) {
    return location(1, joined(new Object[] {"name", "Oslo"}, changes));
  }

  /** Adds a location. */
  public TestConfiguration location(long id, @Nullable Object... changes) {
    Object[] all = {"dns_servers", List.of(1L), "ntp_servers", List.of(1L)};
    return put(SystemLocation.class, id, joined(all, changes));
  }

  /** Adds a TLS certificate. */
  public TestConfiguration certificate(long id, Credentials credentials) {
    return put(
        TlsCertificate.class,
        id,
        "certificate",
        PemText.of(credentials.chain()),
        "private_key",
        PemText.of(credentials.privateKey()),
        "subject_name",
        "node1",
        "issuer_name",
        "node1",
        "start_date",
        Instant.EPOCH,
        "end_date",
        Instant.MAX,
        "serial_no",
        "1");
  }

  /** Forgets which node this is, as before enrolment. */
  public TestConfiguration withoutNode() {
    objects = objects.without(WorkerVm.class, 1);
    return this;
  }

  @Override
  public RoutingTable routingTable() {
    return RoutingTable.of(objects);
  }

  @Override
  public Global global() {
    return objects.find(Global.class, 1).orElseThrow().value();
  }

  @Override
  public List<BreakInAllowListAddress> allowList() {
    return objects.all(BreakInAllowListAddress.class).map(Stored::value).toList();
  }

  @Override
  public Optional<Stored<WorkerVm>> node() {
    return objects.find(WorkerVm.class, 1);
  }

  @Override
  public Optional<Stored<SystemLocation>> location() {
    return node()
        .flatMap(node -> objects.find(SystemLocation.class, node.value().systemLocation()));
  }

  @Override
  public Optional<TlsCertificate> tlsCertificate() {
    return node()
        .map(node -> node.value().tlsCertificate())
        .flatMap(assigned -> objects.find(TlsCertificate.class, assigned))
        .map(Stored::value);
  }

  private <T extends Record> TestConfiguration put(
      Class<T> type, long id, @Nullable Object... fields) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      values.put(String.valueOf(fields[i]), fields[i + 1]);
    }
    ResourceType<T> resource = PlenumResources.catalog().type(type);
    objects =
        objects.with(
            id, resource.toRecord(resource.withDefaults(Values.of(values), Instant.EPOCH)));
    return this;
  }

  private static @Nullable Object[] joined(Object[] first, @Nullable Object[] second) {
    @Nullable Object[] all = new @Nullable Object[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
