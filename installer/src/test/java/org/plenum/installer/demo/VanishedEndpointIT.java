package org.plenum.installer.demo;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.installer.peer.Baresip;
import org.plenum.installer.peer.BaresipAccount;
import org.plenum.installer.peer.FreePorts;

/** An endpoint that loses its power leaves the conference, though it never says BYE. */
class VanishedEndpointIT {

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
  void leavesWhenItsMediaStops() throws Exception {
    try (Baresip stays = endpoint("stays", 440);
        Baresip vanishes = endpoint("vanishes", 1000)) {
      stays.dial(deployment.uri("meet", "udp"));
      vanishes.dial(deployment.uri("meet", "udp"));
      deployment.awaitParticipants(2);

      vanishes.kill();

      // Media is missed after 30 s.
      await("one participant")
          .atMost(Duration.ofSeconds(45))
          .pollInterval(Duration.ofMillis(500))
          .until(() -> deployment.participants().size() == 1);
    }
    deployment.awaitParticipants(0);
  }

  private static Baresip endpoint(String name, int tone) throws Exception {
    return new Baresip(
        folder, BaresipAccount.audio(name, "udp", "PCMU/8000/1", tone, ""), FreePorts.block(12));
  }
}
