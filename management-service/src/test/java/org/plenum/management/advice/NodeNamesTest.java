package org.plenum.management.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.management.advice.NameLookup.Answer;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.resource.PlenumResources;
import org.plenum.model.resource.WorkerVm;

/** Names of nodes in DNS. */
@Tag("SVC-039")
class NodeNamesTest {
  private final Map<String, Answer> dns = new HashMap<>();
  private final NodeNames names = new NodeNames(name -> dns.getOrDefault(name, Answer.UNKNOWN));

  private static WorkerVm node(String fqdn) {
    ResourceType<WorkerVm> type = PlenumResources.catalog().type(WorkerVm.class);
    return type.toRecord(
        type.withDefaults(
            Values.of(
                Map.of(
                    "name", "a",
                    "system_location", 1L,
                    "hostname", "node",
                    "domain", "example.org",
                    "address", "192.0.2.2",
                    "netmask", "255.255.255.0",
                    "gateway", "192.0.2.1",
                    "alternative_fqdn", fqdn)),
            java.time.Instant.EPOCH));
  }

  @Test
  void aNameWithoutAnEntryIsDoubtful() {
    dns.put("node.example.org", Answer.KNOWN);

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

  @Test
  void aNameServerThatIsAwaySaysNothing() {
    dns.put("node.example.org", Answer.NONE);
    dns.put("sip.example.org", Answer.NONE);

    assertThat(names.advice(node("sip.example.org")).isEmpty()).isTrue();
  }
}
