package org.plenum.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.installer.peer.FreePorts;
import org.plenum.model.process.ExitCode;

/** {@code plenum demo} as its user meets it: what it prints, how it ends, what it keeps. */
class DemoIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final int basePort = FreePorts.find(60, 61, 3_443, 3_444, 3_543, 3_544);

  @Test
  void startsStopsAndKeepsWhatItHas() throws Exception {
    Path data = folder.resolve("data");
    Process first = demo(data, "--admin-password", "first password");
    awaitOutput("Plenum is ready.");
    List<ProcessHandle> children = first.descendants().toList();
    assertThat(children).hasSizeGreaterThanOrEqualTo(2);
    stop(first);
    assertThat(children).noneMatch(ProcessHandle::isAlive);

    Process stranger = demo(data, "--admin-password", "another password");
    assertThat(exitCode(stranger)).isEqualTo(ExitCode.WRONG_PASSWORD.code());
    assertThat(output()).contains("password").doesNotContain("\tat ");

    Process second = demo(data, "--admin-password", "first password");
    awaitOutput("Plenum is ready.");
    stop(second);
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (ServerSocket taken =
        new ServerSocket(basePort + 3_443, 1, InetAddress.getLoopbackAddress())) {
      Process demo = demo(folder.resolve("data"));

      assertThat(exitCode(demo)).isEqualTo(ExitCode.PORT_IN_USE.code());
      assertThat(output()).contains(String.valueOf(taken.getLocalPort())).doesNotContain("\tat ");
    }
  }

  @Test
  void aDataFolderThatIsAFileIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");

    Process demo = demo(file);

    assertThat(exitCode(demo)).isEqualTo(ExitCode.DATA_UNUSABLE.code());
    assertThat(output()).contains(file.toString()).doesNotContain("\tat ");
  }

  private Process demo(Path data, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.plenum.installer.PlenumCommand",
                "demo",
                "--no-console",
                "--base-port",
                String.valueOf(basePort),
                "--data",
                data.toString()));
    command.addAll(List.of(options));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(outputFile().toFile())
        .start();
  }

  private Path outputFile() {
    return folder.resolve("output");
  }

  private String output() throws IOException {
    return Files.readString(outputFile());
  }

  private void awaitOutput(String text) {
    await(text).atMost(PATIENCE).until(() -> output().contains(text));
  }

  private static int exitCode(Process process) throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** As Ctrl-C does, but for the signal's number. */
  private static void stop(Process process) throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }
}
