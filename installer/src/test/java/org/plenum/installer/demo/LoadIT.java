package org.plenum.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.installer.peer.Sipp;

/** Two hundred calls come and go, and nothing of them is left. */
class LoadIT {

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
  void callsLeaveNothingBehind() throws Exception {
    Sipp sipp = new Sipp(folder.resolve("sipp"));
    Duration patience = Duration.ofSeconds(60);
    // Classes are loaded and pools filled by the first calls.
    sipp.run("call-with-sound.xml", "meet", deployment.sipPort(), 20, 20, patience);
    deployment.awaitParticipants(0);
    ProcessResources before = ProcessResources.of(deployment.nodePid());

    sipp.run("call-with-sound.xml", "meet", deployment.sipPort(), 200, 20, patience);

    deployment.awaitParticipants(0);
    // SIP transactions linger for 32 s (RFC 3261, 64 * T1), and with them their objects.
    await("threads, sockets and heap as before")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofSeconds(3))
        .untilAsserted(
            () -> {
              ProcessResources after = ProcessResources.of(deployment.nodePid());
              assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 3);
              assertThat(after.sockets()).isLessThanOrEqualTo(before.sockets() + 1);
              assertThat(after.heapKilobytes()).isLessThan(before.heapKilobytes() + 8_192);
            });
  }
}
