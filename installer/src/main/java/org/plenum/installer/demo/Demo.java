package org.plenum.installer.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

/** Runs a deployment on this machine, until Ctrl-C or until a part of it ends. */
final class Demo {

  static final String USER = "admin";
  private static final Duration START_PATIENCE = Duration.ofSeconds(60);

  private final DemoSettings settings;
  private final PrintStream out;
  private final DemoProcesses processes;

  Demo(DemoSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
    this.processes = new DemoProcesses(settings);
  }

  /** Starts everything and waits. */
  void run() throws IOException, InterruptedException {
    prepareDataFolder();
    settings.ports().requireFree(settings.address());
    String password = DemoPassword.choose(settings.data(), settings.adminPassword());
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(processes::close));
    try (processes) {
      start(password);
      greet(password);
      processes.anyExit().join();
    }
  }

  private void prepareDataFolder() {
    try {
      Files.createDirectories(settings.data());
    } catch (IOException e) {
      throw unusable(e);
    }
    if (!Files.isReadable(settings.data()) || !Files.isWritable(settings.data())) {
      throw unusable(null);
    }
  }

  private StartupException unusable(@Nullable IOException cause) {
    return new StartupException(
        ExitCode.DATA_UNUSABLE,
        "The data folder "
            + settings.data()
            + " cannot be used: it must be a folder that this user may read and write.",
        cause);
  }

  private void start(String password) throws IOException, InterruptedException {
    ChildProcess management = processes.startManagement(password);
    // An enrolled node needs nobody to start: its virtual machine warms up meanwhile.
    Optional<ChildProcess> enrolled =
        DemoDeployment.isEnrolled(settings.nodeFolder())
            ? Optional.of(processes.startNode(Optional.empty()))
            : Optional.empty();
    management.awaitReady(START_PATIENCE);
    try (DemoDeployment deployment = new DemoDeployment(settings, USER, password)) {
      Optional<Path> document = deployment.configure();
      ChildProcess node = enrolled.isPresent() ? enrolled.get() : processes.startNode(document);
      node.awaitReady(START_PATIENCE);
      deployment.awaitNode(START_PATIENCE);
    }
    if (settings.console()) {
      processes.startConsole();
    }
  }

  private void greet(String password) {
    DemoPorts ports = settings.ports();
    out.printf(
        """

        Plenum is ready.

          Dial    sip:meet@%1$s:%2$d             meeting room "Meet" (UDP or TCP)
                  sip:townhall@%1$s:%2$d         auditorium "Town hall"
                  sip:meet@%1$s:%3$d;transport=tls
          Log in  console to %1$s:%4$d as %5$s, password %6$s
          REST    https://%1$s:%4$d/api/admin/configuration/v1/
          Data    %7$s

        Ctrl-C stops everything.
        """,
        settings.host(),
        ports.sip(),
        ports.sipTls(),
        ports.managementHttps(),
        USER,
        settings.adminPassword() == null ? password : "as given",
        settings.data());
    out.flush();
  }
}
