package org.plenum.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.setup.Administrator;
import org.plenum.management.testing.RestClient;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

class ManagementServiceTest {
  @TempDir Path folder;

  private ManagementConfig config() {
    return ServiceFixture.config(folder.resolve("data"));
  }

  private static ManagementService start(ManagementConfig config) {
    return ManagementService.start(config, InstantSource.system());
  }

  private static void assertRefused(ManagementConfig config, ExitCode code, String reason) {
    assertThatExceptionOfType(StartupException.class)
        .isThrownBy(() -> start(config).close())
        .withMessageContaining(reason)
        .matches(e -> e.exitCode() == code, "exit code");
  }

  private ManagementConfig with(Optional<Administrator> administrator) {
    ManagementConfig config = config();
    return new ManagementConfig(
        config.dataFolder(),
        config.bindAddress(),
        config.httpsPort(),
        config.consolePort(),
        administrator,
        config.network(),
        config.limits());
  }

  @Test
  @Tag("SYS-090")
  void makesWhatAPlatformNeedsOnceAndKeepsIt() {
    UUID uuid;
    String certificate;
    long version;
    try (ManagementService service = start(config())) {
      uuid = service.core().deployment().uuid();
      certificate = service.core().keys().authority().certificate().toString();
      version = service.core().store().read(reader -> reader.version());
      try (RestClient client =
          new RestClient(
              service.httpsPort(),
              service.core().keys().authority().certificate(),
              ServiceFixture.ADMIN)) {
        assertThat(client.get("management_vm/1/").body()).contains("\"hostname\":\"mgr\"");
        assertThat(client.get("global/1/").statusCode()).isEqualTo(200);
      }
    }

    try (ManagementService again = start(with(Optional.empty()))) {
      assertThat(again.core().deployment().uuid()).isEqualTo(uuid);
      assertThat(again.core().keys().authority().certificate().toString()).isEqualTo(certificate);
      assertThat((long) again.core().store().read(reader -> reader.version())).isEqualTo(version);
    }
  }

  @Test
  void keepsItsDataForItsOwnerOnly() throws IOException {
    start(config()).close();

    assertThat(permissions("")).isEqualTo("rwx------");
    for (String file : new String[] {"plenum.db", "secrets.key", "authority/credentials.pem"}) {
      assertThat(permissions(file)).as(file).isEqualTo("rw-------");
    }
  }

  private String permissions(String file) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(folder.resolve("data").resolve(file)));
  }

  @Test
  void needsAnAdministratorForTheFirstStart() {
    assertRefused(with(Optional.empty()), ExitCode.USAGE, "administrator");
    assertRefused(
        with(Optional.of(new Administrator("admin", "short"))), ExitCode.USAGE, "password");
  }

  @Test
  void refusesAnotherPasswordLater() {
    start(config()).close();

    assertRefused(
        with(Optional.of(new Administrator("admin", "another password"))),
        ExitCode.WRONG_PASSWORD,
        "password");
  }

  @Test
  void refusesADataFolderThatIsInUse() {
    try (ManagementService first = start(config())) {
      assertThat(first.httpsPort()).isPositive();
      assertRefused(config(), ExitCode.DATA_UNUSABLE, "in use");
    }
  }

  @Test
  void refusesADataFolderThatIsAFile() throws IOException {
    Files.writeString(folder.resolve("data"), "");

    assertRefused(config(), ExitCode.DATA_UNUSABLE, "is not a folder");
  }

  @Test
  void refusesADamagedDatabase() throws IOException {
    start(config()).close();
    Files.write(
        folder.resolve("data/plenum.db"), "no database at all".getBytes(StandardCharsets.US_ASCII));

    assertRefused(config(), ExitCode.DATA_UNUSABLE, "damaged");
  }

  @Test
  void refusesADamagedKeyFile() throws IOException {
    start(config()).close();
    Files.write(folder.resolve("data/secrets.key"), new byte[3]);

    assertRefused(config(), ExitCode.DATA_UNUSABLE, "secrets.key is damaged");
  }

  @Test
  void refusesATakenPortAndLeavesTheFolderFree() throws IOException {
    ManagementConfig free = config();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      ManagementConfig blocked =
          new ManagementConfig(
              free.dataFolder(),
              free.bindAddress(),
              taken.getLocalPort(),
              0,
              free.administrator(),
              free.network(),
              free.limits());
      assertRefused(blocked, ExitCode.PORT_IN_USE, String.valueOf(taken.getLocalPort()));
    }

    start(free).close();
  }
}
