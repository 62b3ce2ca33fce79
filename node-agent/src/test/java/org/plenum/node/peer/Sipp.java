package org.plenum.node.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A run of SIPp (package sip-tester) as caller with a scenario of {@code src/test/resources/sipp}.
 * Every run is a process of its own with its own ports; a failure shows what SIPp logged.
 */
public final class Sipp {
  private static final int LOG_CHARACTERS = 12_000;

  private final String scenario;
  private final InetSocketAddress target;
  private final List<String> arguments = new ArrayList<>();
  private String service = "meet";
  private int calls = 1;

  private Sipp(String scenario, InetSocketAddress target) {
    this.scenario = scenario;
    this.target = target;
  }

  /**
   * @param scenario file name without {@code .xml}
   * @param target whom SIPp calls
   */
  public static Sipp caller(String scenario, InetSocketAddress target) {
    return new Sipp(scenario, target);
  }

  /** The user part that is dialled; {@code meet} otherwise. */
  public Sipp dialling(String user) {
    service = user;
    return this;
  }

  /** One TCP connection for all calls, instead of UDP. */
  public Sipp overTcp() {
    return with("-t", "t1");
  }

  /** One TCP connection per call, instead of UDP. */
  public Sipp overTcpConnections() {
    return with("-t", "tn");
  }

  /** Several calls instead of one. */
  public Sipp calls(int total, int perSecond) {
    calls = total;
    return with("-r", String.valueOf(perSecond));
  }

  /** Further command line arguments. */
  public Sipp with(String... more) {
    arguments.addAll(List.of(more));
    return this;
  }

  /**
   * Runs the scenario to its end.
   *
   * @throws AssertionError a call did not go as scripted, or not in time
   */
  public void run(Duration timeout) {
    try {
      Path folder = Files.createTempDirectory("sipp");
      try {
        run(folder, timeout);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while SIPp ran", e);
    }
  }

  private void run(Path folder, Duration timeout) throws IOException, InterruptedException {
    Path script = folder.resolve(scenario + ".xml");
    try (InputStream resource = Sipp.class.getResourceAsStream("/sipp/" + scenario + ".xml")) {
      if (resource == null) {
        throw new AssertionError("there is no scenario " + scenario);
      }
      Files.copy(resource, script);
    }
    Process process = start(folder, script);
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failure("did not end within " + timeout, folder);
      }
      if (process.exitValue() != 0) {
        throw failure("ended with exit code " + process.exitValue(), folder);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private Process start(Path folder, Path script) throws IOException {
    int mediaPort = 20_000 + 2 * ThreadLocalRandom.current().nextInt(8_000);
    List<String> command =
        new ArrayList<>(
            List.of(
                "sipp",
                target.getAddress().getHostAddress() + ":" + target.getPort(),
                "-sf",
                script.toString(),
                "-s",
                service,
                "-i",
                "127.0.0.1",
                "-mp",
                String.valueOf(mediaPort),
                "-m",
                String.valueOf(calls),
                "-nostdin",
                "-trace_err",
                "-error_file",
                folder.resolve("errors.log").toString(),
                "-trace_msg",
                "-message_file",
                folder.resolve("messages.log").toString()));
    command.addAll(arguments);
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("screen.log").toFile())
          .start();
    } catch (IOException e) {
      throw new IOException("SIPp (Debian package sip-tester) cannot be started", e);
    }
  }

  private AssertionError failure(String problem, Path folder) throws IOException {
    StringBuilder text = new StringBuilder("SIPp scenario " + scenario + " " + problem);
    for (String name : List.of("errors.log", "messages.log")) {
      Path log = folder.resolve(name);
      if (Files.exists(log)) {
        String content = Files.readString(log);
        String tail = content.substring(Math.max(0, content.length() - LOG_CHARACTERS));
        text.append("\n--- ").append(name).append('\n').append(tail);
      }
    }
    return new AssertionError(text.toString());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
