package org.plenum.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.testing.ChildJvm;
import org.plenum.model.process.ExitCode;

/** The management service as a process of its own. */
class ManagementCommandIT {
  @TempDir Path folder;

  private Process start(String password) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("--bind", "127.0.0.1", "--https-port", "0", "--console-port", "0"));
    arguments.addAll(List.of("--data", folder.resolve("data").toString()));
    arguments.addAll(List.of("--admin-password", password));
    return ChildJvm.start(
        ManagementProcess.class, folder.resolve("errors"), arguments.toArray(String[]::new));
  }

  private static void assertReady(Process process) throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String line;
    do {
      line = output.readLine();
    } while (line != null && !line.startsWith("READY "));
    assertThat(line).startsWith("READY https://localhost:");
  }

  @Test
  void servesUntilItIsTerminatedAndStartsAgain() throws IOException, InterruptedException {
    for (int i = 0; i < 2; i++) {
      Process process = start("correct horse");
      try {
        assertReady(process);
        process.destroy(); // SIGTERM
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      } finally {
        process.destroyForcibly();
      }
      // A clean end leaves nothing to recover: the write-ahead log is gone.
      assertThat(folder.resolve("data/plenum.db-wal")).doesNotExist();
    }
  }

  @Test
  void saysInOneSentenceWhyItCannotStart() throws IOException, InterruptedException {
    Process first = start("correct horse");
    try {
      assertReady(first);
      Process second = start("correct horse");
      assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(second.exitValue()).isEqualTo(ExitCode.DATA_UNUSABLE.code());
      assertThat(Files.readString(folder.resolve("errors")))
          .contains("is in use")
          .doesNotContain("\tat ");
    } finally {
      first.destroy();
      assertThat(first.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }
}
