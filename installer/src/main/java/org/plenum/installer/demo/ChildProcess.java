package org.plenum.installer.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

/**
 * A command of Plenum running in a process of its own. It prints {@value #READY} on standard output
 * once it serves; what it writes to standard error goes to a log file.
 */
final class ChildProcess implements AutoCloseable {

  /** The line with which a service says that it serves. */
  static final String READY = "READY";

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  private final String name;
  private final Process process;
  private final Path log;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  private ChildProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts {@code plenum ARGUMENTS} on the Java runtime and class path of this process.
   *
   * @param jvmOptions options of the virtual machine
   * @param environment additional variables, for what must not show in the process list
   */
  static ChildProcess start(
      String name,
      List<String> jvmOptions,
      List<String> arguments,
      java.util.Map<String, String> environment,
      Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(jvmOptions);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("org.plenum.installer.PlenumCommand");
    command.addAll(arguments);
    Files.createDirectories(log.toAbsolutePath().getParent());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Process process = builder.start();
    ChildProcess child = new ChildProcess(name, process, log);
    Thread.ofVirtual().name(name + "-output").start(child::readOutput);
    return child;
  }

  private void readOutput() {
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.equals(READY) || line.startsWith(READY + " ")) {
          ready.complete(null);
        }
      }
      ready.completeExceptionally(new IOException("ended"));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }

  /**
   * Waits until the command serves.
   *
   * @throws StartupException with the command's own sentence and exit code if it ended, or if it is
   *     not ready in time
   */
  void awaitReady(Duration patience) throws InterruptedException {
    try {
      ready.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new StartupException(
          ExitCode.NOT_READY,
          "The " + name + " is not ready after " + patience.toSeconds() + " s; see " + log + ".",
          e);
    } catch (ExecutionException e) {
      throw new StartupException(exitCode(process.waitFor()), lastSentence(), e);
    }
  }

  private static ExitCode exitCode(int status) {
    for (ExitCode code : ExitCode.values()) {
      if (code.code() == status && code != ExitCode.OK) {
        return code;
      }
    }
    return ExitCode.FAILED;
  }

  /** The last line of the log, where a command says why it did not start. */
  private String lastSentence() {
    @Nullable String last = null;
    try (var lines = Files.lines(log)) {
      last = lines.filter(line -> !line.isBlank()).reduce((a, b) -> b).orElse(null);
    } catch (IOException e) {
      last = null;
    }
    return last == null ? "The " + name + " ended at its start; see " + log + "." : last;
  }

  /** Identifier given by the operating system. */
  long pid() {
    return process.pid();
  }

  /** Ends the process at once, as a crash would. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Completes when the process has ended. */
  CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /** Asks the process to stop, and kills it if it does not within ten seconds. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
