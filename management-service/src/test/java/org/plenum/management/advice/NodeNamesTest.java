package org.plenum.management.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.resource.PlenumResources;
import org.plenum.model.resource.WorkerVm;

/** Names of nodes in DNS. */
@Tag("SVC-039")
class NodeNamesTest {
  private final Map<String, Optional<Set<InetAddress>>> dns = new HashMap<>();
  private final NodeNames names =
      new NodeNames(name -> dns.getOrDefault(name, Optional.of(Set.of())));

  private static WorkerVm node(String fqdn) {
    ResourceType<WorkerVm> type = PlenumResources.catalog().type(WorkerVm.class);
    Values given =
        Values.of(
                Map.of(
                    "name", "a",
                    "system_location", 1L,
                    "hostname", "node",
                    "domain", "example.org",
                    "address", "192.0.2.2",
                    "netmask", "255.255.255.0",
                    "gateway", "192.0.2.1",
                    "alternative_fqdn", fqdn))
            .with("secondary_address", "203.0.113.2")
            .with("static_nat_address", "198.51.100.2")
            .with("ipv6_address", "2001:db8::2");
    return type.toRecord(type.withDefaults(given, Instant.EPOCH));
  }

  private void entry(String name, String... addresses) {
    dns.put(
        name,
        Optional.of(Stream.of(addresses).map(InetAddress::ofLiteral).collect(Collectors.toSet())));
  }

  @Test
  void aNameWithoutAnEntryIsDoubtful() {
    entry("node.example.org", "192.0.2.2");

    assertThat(names.advice(node("sip.example.org")).messages())
        .containsOnlyKeys("alternative_fqdn");
    assertThat(names.advice(node("node.example.org")).isEmpty()).isTrue();
    assertThat(names.advice(node("")).isEmpty()).isTrue();
  }

  @Test
  @Tag("INST-119")
  void soIsTheHostNameItself() {
    assertThat(names.advice(node("node.example.org")).messages())
        .containsOnlyKeys("hostname", "alternative_fqdn");
    assertThat(names.advice(node("")).messages()).containsOnlyKeys("hostname");
  }

  @ParameterizedTest
  @Tag("INST-119")
  @ValueSource(strings = {"192.0.2.2", "203.0.113.2", "198.51.100.2", "2001:db8:0:0::2"})
  void anEntryMayLeadToAnyAddressOfTheNode(String address) {
    entry("node.example.org", address);
    entry("sip.example.org", address);

    assertThat(names.advice(node("sip.example.org")).isEmpty()).isTrue();
  }

  @Test
  @Tag("INST-119")
  void anEntryThatLeadsElsewhereIsDoubtful() {
    entry("node.example.org", "192.0.2.2", "192.0.2.9");
    entry("sip.example.org", "2001:db8:0:0::9");

    assertThat(names.advice(node("sip.example.org")).messages())
        .containsExactly(
            Map.entry(
                "hostname",
                List.of(
                    "The DNS entry for node.example.org has an address that this node does not"
                        + " have: 192.0.2.9.")),
            Map.entry(
                "alternative_fqdn",
                List.of(
                    "The DNS entry for sip.example.org has an address that this node does not"
                        + " have: 2001:db8::9.")));
  }

  @Test
  @Tag("INST-119")
  void onlyTheFirstAddressesOfALongEntryAreNamed() {
    entry("node.example.org", "192.0.2.3", "192.0.2.4", "192.0.2.5", "192.0.2.6");

    assertThat(names.advice(node("")).messages().get("hostname"))
        .singleElement()
        .asString()
        .endsWith("192.0.2.3, 192.0.2.4, 192.0.2.5.");
  }

  @Test
  void aNameServerThatIsAwaySaysNothing() {
    dns.put("node.example.org", Optional.empty());
    dns.put("sip.example.org", Optional.empty());

    assertThat(names.advice(node("sip.example.org")).isEmpty()).isTrue();
  }
}
