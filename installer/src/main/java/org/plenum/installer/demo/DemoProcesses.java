package org.plenum.installer.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The processes of a demonstration: management service, node and console, each started as in a real
 * deployment. Thread-safe.
 */
final class DemoProcesses implements AutoCloseable {

  private static final String USER = "admin";

  private final DemoSettings settings;
  private final Deque<ChildProcess> children = new ArrayDeque<>();

  DemoProcesses(DemoSettings settings) {
    this.settings = settings;
  }

  /** Starts the management service, which makes the administrator at its first start. */
  ChildProcess startManagement(String password) throws IOException {
    // A handful of requests: compiling them thoroughly would only delay the node's start.
    return start(
        "management service",
        List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        List.of(
            "management",
            "--data",
            settings.managementFolder().toString(),
            "--bind",
            settings.host(),
            "--https-port",
            String.valueOf(settings.ports().managementHttps()),
            "--console-port",
            String.valueOf(settings.ports().consoleGrpc()),
            "--admin-user",
            USER),
        Map.of("PLENUM_ADMIN_PASSWORD", password),
        "management.log");
  }

  /**
   * Starts the node.
   *
   * @param document what it enrols with; absent if it is enrolled
   */
  ChildProcess startNode(Optional<Path> document) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "node",
                "--data",
                settings.nodeFolder().toString(),
                "--bind",
                settings.host(),
                "--https-port",
                String.valueOf(settings.ports().nodeHttps()),
                "--control-port",
                String.valueOf(settings.ports().nodeControl()),
                "--sip-port",
                String.valueOf(settings.ports().sip()),
                "--sip-tls-port",
                String.valueOf(settings.ports().sipTls())));
    document.ifPresent(file -> arguments.addAll(List.of("--document", file.toString())));
    return start("conferencing node", List.of("-Xmx1g"), arguments, Map.of(), "node.log");
  }

  /** Opens the console with the address of the management service filled in. */
  ChildProcess startConsole() throws IOException {
    return start(
        "console",
        List.of("-Xmx512m"),
        List.of("console", "--server", settings.host() + ":" + settings.ports().managementHttps()),
        Map.of(),
        "console.log");
  }

  private ChildProcess start(
      String name,
      List<String> jvmOptions,
      List<String> arguments,
      Map<String, String> environment,
      String log)
      throws IOException {
    List<String> options = new ArrayList<>(jvmOptions);
    options.addAll(ClassArchive.optionsFor(name.replace(' ', '-')));
    options.add("--enable-native-access=ALL-UNNAMED");
    options.add("-XX:+UseCompactObjectHeaders");
    options.add("-Djava.net.preferIPv4Stack=true");
    ChildProcess child =
        ChildProcess.start(
            name, options, arguments, environment, settings.data().resolve("logs").resolve(log));
    synchronized (children) {
      children.push(child);
    }
    return child;
  }

  /** Completes when one of the processes has ended. */
  CompletableFuture<Object> anyExit() {
    synchronized (children) {
      return CompletableFuture.anyOf(
          children.stream().map(ChildProcess::onExit).toArray(CompletableFuture[]::new));
    }
  }

  /** Stops the processes, the last started first. Idempotent. */
  @Override
  public void close() {
    synchronized (children) {
      while (!children.isEmpty()) {
        children.pop().close();
      }
    }
  }
}
