package org.plenum.installer.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.installer.peer.Sipp;

/** Somebody dials one alias after the other to find one that exists. */
class BreakInIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** One more than the global settings allow in ten minutes. */
  private static final int GUESSES = 21;

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
  void whoGuessesAliasesIsKeptOutUntilTheNetworkIsTrusted() throws Exception {
    Sipp sipp = new Sipp(folder.resolve("sipp"));
    call(sipp, "call-with-sound.xml", "meet", 1);

    call(sipp, "unknown-alias.xml", "nobody", GUESSES);
    call(sipp, "kept-out.xml", "nobody", 1);
    call(sipp, "kept-out.xml", "meet", 1);

    try (ManagementClient client = deployment.client()) {
      client.create(
          "break_in_allow_list_address",
          Map.of("name", "Here", "address", "127.0.0.0", "prefix", 8));
    }
    deployment.awaitSynchronised();
    call(sipp, "call-with-sound.xml", "meet", 1);
  }

  private static void call(Sipp sipp, String scenario, String alias, int calls) throws Exception {
    sipp.run(scenario, alias, deployment.sipPort(), calls, 10, PATIENCE);
  }
}
