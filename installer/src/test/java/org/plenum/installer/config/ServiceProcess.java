package org.plenum.installer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.plenum.model.pki.CertificateFingerprint;
import org.plenum.model.pki.CredentialStore;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.PemText;

/** A management service in a process of its own, and commands against it in others. */
final class ServiceProcess implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";

  private final Path folder;
  private final Process process;
  private final String server;
  private final Credentials identity;

  /** How a command ended, and what it printed. */
  record Result(int status, String output) {}

  private ServiceProcess(Path folder, Process process, String server, Credentials identity) {
    this.folder = folder;
    this.process = process;
    this.server = server;
    this.identity = identity;
  }

  /** Starts a service whose data is in a folder. */
  static ServiceProcess start(Path folder) throws IOException {
    Path data = folder.resolve("data");
    Process process =
        process(
                "management",
                "--data",
                data.toString(),
                "--bind",
                "127.0.0.1",
                "--https-port",
                "0",
                "--console-port",
                "0")
            .redirectErrorStream(false)
            .redirectError(folder.resolve("errors").toFile())
            .start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    while (line != null && !line.startsWith("READY https://")) {
      line = output.readLine();
    }
    assertThat(line).isNotNull();
    return new ServiceProcess(
        folder,
        process,
        line.substring("READY https://".length()).replace("/", ""),
        new CredentialStore(data.resolve("identity")).load().orElseThrow());
  }

  private static ProcessBuilder process(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "org.plenum.installer.PlenumCommand"));
    command.addAll(List.of(arguments));
    return withPassword(new ProcessBuilder(command), PASSWORD).redirectErrorStream(true);
  }

  private static ProcessBuilder withPassword(ProcessBuilder builder, String password) {
    builder.environment().put(ServerOptions.PASSWORD_VARIABLE, password);
    return builder;
  }

  /** Runs {@code plenum} with these arguments. */
  static Result plenum(String... arguments) throws IOException, InterruptedException {
    return run(process(arguments));
  }

  /** Runs {@code plenum config} against this service. */
  Result config(String command, String... more) throws IOException, InterruptedException {
    return configWith(PASSWORD, command, more);
  }

  /** Runs {@code plenum config} against this service with another password. */
  Result configWith(String password, String command, String... more)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("config", command, "--server", server));
    arguments.addAll(List.of(more));
    return run(withPassword(process(arguments.toArray(String[]::new)), password));
  }

  /** Runs a command that asks nothing. */
  static Result run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  /** Host and HTTPS port. */
  String server() {
    return server;
  }

  /** Fingerprint of its certificate. */
  String fingerprint() {
    return CertificateFingerprint.of(identity.certificate()).value();
  }

  /** A file with the platform's authority. */
  String authority() throws IOException {
    return file("authority.pem", PemText.of(identity.root()));
  }

  /** A file in the folder. */
  String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }
}
