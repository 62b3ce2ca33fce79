package org.plenum.node.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.model.config.Ref;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.config.json.ReplicaJson;
import org.plenum.model.resource.PlenumResources;
import org.plenum.model.routing.CallProtocol;
import org.plenum.model.routing.CallRequest;
import org.plenum.model.routing.Router;
import org.plenum.model.routing.RoutingDecision;
import org.plenum.model.routing.RoutingDecision.ToService;
import org.plenum.node.conference.NodeIdentity;
import org.plenum.node.replica.ReplicaEntry;
import org.plenum.node.replica.ReplicaException;
import org.plenum.node.replica.ReplicaKey;
import org.plenum.node.replica.ReplicatedConfiguration;

class ReplicatedNodeConfigurationTest {
  private final ReplicatedConfiguration replica =
      new ReplicatedConfiguration(PlenumResources.catalog());
  private final NodeConfiguration configuration = new ReplicatedNodeConfiguration(replica, 7);

  @Test
  void beforeTheFirstSnapshotTheNodeIsUnknownAndSettingsAreDefaults() {
    assertThat(configuration.node()).isEmpty();
    assertThat(configuration.location()).isEmpty();
    assertThat(configuration.identity()).isEqualTo(new NodeIdentity(0, "", "", 0, ""));
    assertThat(configuration.global().guestsOnlyTimeout()).isEqualTo(60);
  }

  @Test
  void snapshotSaysWhichNodeThisIs() throws ReplicaException {
    replica.onReplaced(
        List.of(
                entry(
                    "system_location",
                    2,
                    Map.of("name", "Oslo", "dns_servers", List.of(1L), "ntp_servers", List.of(1L))),
                entry(
                    "worker_vm",
                    7,
                    Map.of(
                        "name", "node7",
                        "hostname", "node7",
                        "domain", "example.com",
                        "address", "192.0.2.7",
                        "netmask", "255.255.255.0",
                        "gateway", "192.0.2.1",
                        "system_location", 2L)))
            ::forEach);

    assertThat(configuration.identity())
        .isEqualTo(new NodeIdentity(7, "node7", "192.0.2.7", 2, "Oslo"));
  }

  @Test
  @Tag("SVC-052")
  void changeTakesEffectForTheNextCall() throws ReplicaException {
    replica.onReplaced(
        List.of(
                entry("conference", 1, Map.of("name", "Meet")),
                entry("conference_alias", 1, Map.of("alias", "meet", "conference", 1L)))
            ::forEach);
    assertThat(serviceOf("meet")).isEqualTo("Meet");

    replica.onChanged(
        List.of(
            entry("conference", 1, Map.of("name", "Renamed")),
            entry("conference_alias", 2, Map.of("alias", "other", "conference", 1L)),
            new ReplicaEntry(new ReplicaKey("conference_alias", 1), Optional.empty())));

    assertThat(serviceOf("other")).isEqualTo("Renamed");
    assertThat(serviceOf("meet")).isEmpty();

    replica.onChanged(List.of(new ReplicaEntry(new ReplicaKey("conference", 1), Optional.empty())));
    assertThat(serviceOf("other")).isEmpty();
  }

  private String serviceOf(String alias) {
    RoutingDecision decision =
        Router.route(
                configuration.routingTable(),
                CallRequest.incoming(alias, CallProtocol.SIP, new Ref<>(1)))
            .decision();
    return decision instanceof ToService to ? to.service().value().name() : "";
  }

  private static ReplicaEntry entry(
      String resource, long id, Map<String, ? extends @Nullable Object> fields) {
    ResourceType<?> type = PlenumResources.catalog().find(resource).orElseThrow();
    Values values = type.withDefaults(Values.of(fields), Instant.EPOCH);
    return new ReplicaEntry(
        new ReplicaKey(resource, id), Optional.of(new ReplicaJson().write(type, values)));
  }
}
