package org.plenum.installer.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs SIPp scenarios of this module's test resources. */
public final class Sipp {

  private final Path folder;

  /**
   * @param folder for scenarios, sounds and logs
   */
  public Sipp(Path folder) throws Exception {
    this.folder = Files.createDirectories(folder.toAbsolutePath());
    Process sox =
        new ProcessBuilder(
                "sox", "-n", "-r", "8000", "-c", "1", "-t", "ul", "tone.ul", "synth", "4", "sine",
                "800", "vol", "0.3")
            .directory(this.folder.toFile())
            .inheritIO()
            .start();
    assertThat(sox.waitFor()).as("sox").isZero();
  }

  /**
   * Runs calls and fails with SIPp's own report unless all went as scripted.
   *
   * @param scenario file name
   * @param calls number of calls
   * @param perSecond new calls per second
   */
  public void run(
      String scenario, String service, int sipPort, int calls, int perSecond, Duration patience)
      throws Exception {
    Path file = folder.resolve(scenario);
    try (InputStream content = Sipp.class.getResourceAsStream("/sipp/" + scenario)) {
      Files.write(file, content.readAllBytes());
    }
    int ports = FreePorts.block(2 + 2 * calls);
    List<String> command =
        new ArrayList<>(
            List.of(
                "sipp",
                "127.0.0.1:" + sipPort,
                "-sf",
                file.toString(),
                "-s",
                service,
                "-i",
                "127.0.0.1",
                "-p",
                String.valueOf(ports),
                "-m",
                String.valueOf(calls),
                "-r",
                String.valueOf(perSecond),
                "-l",
                String.valueOf(calls),
                "-nostdin",
                "-trace_err",
                "-timeout",
                patience.toSeconds() + "s",
                "-timeout_error"));
    Path log = folder.resolve("sipp.log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(patience.toSeconds() + 5, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended && process.exitValue() == 0).as(() -> report(log)).isTrue();
  }

  private static String report(Path log) {
    try {
      String text = Files.readString(log);
      return "SIPp failed:\n" + text.substring(Math.max(0, text.length() - 3_000));
    } catch (IOException e) {
      return "SIPp failed and left no log";
    }
  }
}
