package org.plenum.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.installer.peer.Baresip;
import org.plenum.installer.peer.BaresipAccount;
import org.plenum.installer.peer.FreePorts;

/** The management service crashes while it is written to and while calls are up. */
class ManagementOutageIT {

  @TempDir static Path folder;
  private static Deployment deployment;

  @BeforeAll
  static void start() throws Exception {
    deployment = Deployment.start(folder);
  }

  @AfterAll
  static void stop() {
    deployment.close();
  }

  @Test
  @Tag("PLAT-003")
  @Tag("PLAT-077")
  void callsGoOnAndNoAcknowledgedWriteIsLost() throws Exception {
    try (Baresip first = endpoint("first", 440);
        Baresip second = endpoint("second", 1000)) {
      first.dial(deployment.uri("meet", "udp"));
      first.awaitEvent("CALL_ESTABLISHED");
      deployment.awaitParticipants(1);

      Set<String> acknowledged = new ConcurrentSkipListSet<>();
      Set<String> attempted = new ConcurrentSkipListSet<>();
      Thread writer = Thread.ofVirtual().start(() -> writeUntilItFails(acknowledged, attempted));
      await("some writes").until(() -> acknowledged.size() >= 20);
      deployment.killManagement();
      writer.join(Duration.ofSeconds(20));

      second.dial(deployment.uri("meet", "udp"));
      second.awaitEvent("CALL_ESTABLISHED");
      assertThat(first.saw("CALL_CLOSED")).as("the first call ended").isFalse();

      deployment.restartManagement();
      Instant restarted = Instant.now();
      deployment.awaitParticipants(2);
      deployment.awaitSynchronised();
      assertThat(Duration.between(restarted, Instant.now())).isLessThan(Duration.ofSeconds(5));

      Set<String> stored = storedNames();
      assertThat(stored).containsAll(acknowledged);
      // The last write may have been made without its answer arriving; nothing else was invented.
      assertThat(attempted).containsAll(stored);

      String newest = ((TreeSet<String>) new TreeSet<>(acknowledged)).last();
      try (Baresip third = endpoint("third", 1700)) {
        third.dial(deployment.uri(newest, "udp"));
        third.awaitEvent("CALL_ESTABLISHED");
      }
    }
  }

  private static void writeUntilItFails(Set<String> acknowledged, Set<String> attempted) {
    try (ManagementClient client = deployment.client()) {
      for (int i = 0; i < 100_000; i++) {
        String name = "outage-%06d".formatted(i);
        attempted.add(name);
        client.create(
            "conference",
            Map.of(
                "name",
                name,
                "service_type",
                "conference",
                "aliases",
                List.of(Map.of("alias", name))));
        acknowledged.add(name);
      }
    } catch (IOException | RuntimeException e) {
      // The service was killed: the rest cannot be written.
    }
  }

  private static Set<String> storedNames() throws IOException {
    Set<String> names = new TreeSet<>();
    try (ManagementClient client = deployment.client()) {
      for (JsonNode object : client.list("conference", "name__startswith=outage-&limit=0")) {
        names.add(object.path("name").asText());
      }
    }
    return names;
  }

  private static Baresip endpoint(String name, int tone) throws Exception {
    return new Baresip(
        folder, BaresipAccount.audio(name, "udp", "PCMU/8000/1", tone, ""), FreePorts.block(12));
  }
}
