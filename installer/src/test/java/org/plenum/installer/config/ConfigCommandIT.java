package org.plenum.installer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.model.process.ExitCode;

/** {@code plenum config} against a management service, each in a process of its own. */
class ConfigCommandIT {
  private static final String TEXT =
      """
      conference:
        - name: Meet
          description: Ground floor
          aliases:
            - alias: meet
      """;

  @TempDir static Path folder;
  private static ServiceProcess service;

  @BeforeAll
  static void start() throws IOException {
    service = ServiceProcess.start(folder);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    service.close();
  }

  private static String file(String text) throws IOException {
    return service.file("configuration.yaml", text);
  }

  @Test
  void aFileIsComparedAppliedAndExported() throws Exception {
    String file = file(TEXT);
    String pin = service.fingerprint();

    ServiceProcess.Result before = service.config("diff", "--fingerprint", pin, file);
    assertThat(before.output())
        .contains("+ conference \"Meet\"", "description: \"Ground floor\"", "2 to create");
    assertThat(before.status()).isEqualTo(ConfigDiffCommand.DIFFERENT);

    ServiceProcess.Result unasked = service.config("apply", "--fingerprint", pin, file);
    assertThat(unasked.output()).contains("Nothing was changed.");
    assertThat(unasked.status()).isEqualTo(ExitCode.FAILED.code());

    ServiceProcess.Result applied =
        service.config("apply", "--ca", service.authority(), "--yes", file);
    assertThat(applied.output()).contains("Done: this is version");
    assertThat(applied.status()).isZero();
    assertThat(service.config("diff", "--fingerprint", pin, file))
        .isEqualTo(new ServiceProcess.Result(0, ""));

    Path exported = folder.resolve("exported.yaml");
    assertThat(service.config("export", "--fingerprint", pin, exported.toString()).status())
        .isZero();
    assertThat(exported).content().contains("  - name: Meet\n    description: Ground floor\n");
    assertThat(
            service.config("diff", "--fingerprint", pin, "--prune", exported.toString()).status())
        .isZero();
  }

  @Test
  void whatGoesWrongHasAnExitStatusAndASentence() throws Exception {
    String pin = service.fingerprint();

    ServiceProcess.Result refused = service.config("diff", "--fingerprint", pin, file("fax: []\n"));
    assertThat(refused.status()).isEqualTo(ExitCode.FAILED.code());
    assertThat(refused.output()).contains("There is no resource fax.").doesNotContain("\tat ");

    ServiceProcess.Result unknown = service.config("export");
    assertThat(unknown.status()).isEqualTo(ExitCode.UNREACHABLE.code());

    assertThat(service.configWith("wrong", "export", "--fingerprint", pin).status())
        .isEqualTo(ExitCode.WRONG_PASSWORD.code());
  }
}
