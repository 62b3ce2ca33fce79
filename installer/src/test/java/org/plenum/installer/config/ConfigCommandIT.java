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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.model.pki.CertificateFingerprint;
import org.plenum.model.pki.CredentialStore;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.PemText;
import org.plenum.model.process.ExitCode;

/** {@code plenum config} against a management service, each in a process of its own. */
class ConfigCommandIT {
  private static final String PASSWORD = "correct horse battery";
  private static final String TEXT =
      """
      conference:
        - name: Meet
          description: Ground floor
          aliases:
            - alias: meet
      """;

  @TempDir static Path folder;
  private static Process management;
  private static String server = "";
  private static Credentials identity;

  private record Result(int status, String output) {}

  @BeforeAll
  static void start() throws IOException {
    Path data = folder.resolve("data");
    management =
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
    BufferedReader output = management.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    while (line != null && !line.startsWith("READY https://")) {
      line = output.readLine();
    }
    assertThat(line).isNotNull();
    server = line.substring("READY https://".length()).replace("/", "");
    identity = new CredentialStore(data.resolve("identity")).load().orElseThrow();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    management.destroy();
    assertThat(management.waitFor(20, TimeUnit.SECONDS)).isTrue();
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
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put(ServerOptions.PASSWORD_VARIABLE, PASSWORD);
    return builder;
  }

  private static Result config(String command, String... more)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("config", command, "--server", server));
    arguments.addAll(List.of(more));
    return run(process(arguments.toArray(String[]::new)));
  }

  private static Result run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  private static String fingerprint() {
    return CertificateFingerprint.of(identity.certificate()).value();
  }

  private static String authority() throws IOException {
    return Files.writeString(folder.resolve("authority.pem"), PemText.of(identity.root()))
        .toString();
  }

  private static String file(String text) throws IOException {
    return Files.writeString(folder.resolve("configuration.yaml"), text).toString();
  }

  @Test
  void aFileIsComparedAppliedAndExported() throws Exception {
    String file = file(TEXT);
    String pin = fingerprint();

    Result before = config("diff", "--fingerprint", pin, file);
    assertThat(before.output())
        .contains("+ conference \"Meet\"", "description: \"Ground floor\"", "2 to create");
    assertThat(before.status()).isEqualTo(ConfigDiffCommand.DIFFERENT);

    Result unasked = config("apply", "--fingerprint", pin, file);
    assertThat(unasked.output()).contains("Nothing was changed.");
    assertThat(unasked.status()).isEqualTo(ExitCode.FAILED.code());

    Result applied = config("apply", "--ca", authority(), "--yes", file);
    assertThat(applied.output()).contains("Done: this is version");
    assertThat(applied.status()).isZero();
    assertThat(config("diff", "--fingerprint", pin, file)).isEqualTo(new Result(0, ""));

    Path exported = folder.resolve("exported.yaml");
    assertThat(config("export", "--fingerprint", pin, exported.toString()).status()).isZero();
    assertThat(exported).content().contains("  - name: Meet\n    description: Ground floor\n");
    assertThat(config("diff", "--fingerprint", pin, "--prune", exported.toString()).status())
        .isZero();
  }

  @Test
  void whatGoesWrongHasAnExitStatusAndASentence() throws Exception {
    String pin = fingerprint();

    Result refused = config("diff", "--fingerprint", pin, file("fax: []\n"));
    assertThat(refused.status()).isEqualTo(ExitCode.FAILED.code());
    assertThat(refused.output()).contains("There is no resource fax.").doesNotContain("\tat ");

    Result unknown = config("export");
    assertThat(unknown.status()).isEqualTo(ExitCode.UNREACHABLE.code());

    ProcessBuilder wrong = process("config", "export", "--server", server, "--fingerprint", pin);
    wrong.environment().put(ServerOptions.PASSWORD_VARIABLE, "wrong");
    assertThat(run(wrong).status()).isEqualTo(ExitCode.WRONG_PASSWORD.code());
  }
}
