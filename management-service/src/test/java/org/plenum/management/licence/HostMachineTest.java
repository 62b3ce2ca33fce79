package org.plenum.management.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Operation;
import org.plenum.management.setup.InitialConfiguration;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.config.Values;
import org.plenum.model.licence.MachineIdentity;

/** What makes one machine different from another. */
class HostMachineTest {
  private static final UUID INSTALLATION = UUID.fromString("00000000-0000-4000-8000-000000000001");

  @TempDir Path folder;
  private StoreFixture store;
  private Path systemNumber;

  @BeforeEach
  void start() throws IOException {
    store = new StoreFixture(folder);
    new InitialConfiguration(store.store(), store.changeSets()).ensure(ServiceFixture.NETWORK);
    systemNumber = Files.writeString(folder.resolve("machine-id"), "0123456789abcdef\n");
  }

  @AfterEach
  void stop() {
    store.close();
  }

  private MachineIdentity machine(UUID installation) {
    return new HostMachine(installation, store.store(), systemNumber).get();
  }

  @Test
  @Tag("SYS-265")
  @Tag("INST-027")
  void aMachineIsKnownByHashesOfSeveralSources() {
    MachineIdentity machine = machine(INSTALLATION);

    assertThat(machine.hashes()).containsOnlyKeys("address", "installation", "system");
    assertThat(machine.hashes().values()).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    assertThat(machine(INSTALLATION)).isEqualTo(machine);
  }

  @Test
  @Tag("SYS-266")
  @Tag("OPS-116")
  void anotherAddressSystemOrInstallationIsAnotherMachine() throws IOException {
    MachineIdentity before = machine(INSTALLATION);

    assertThat(machine(UUID.randomUUID()).differences(before)).contains("installation");
    Files.writeString(systemNumber, "another");
    assertThat(machine(INSTALLATION).differences(before)).containsExactly("system");
    Files.delete(systemNumber);
    assertThat(machine(INSTALLATION).differences(before)).containsExactly("system");
    store
        .changeSets()
        .apply(
            "alice",
            ChangeSource.REST,
            List.of(
                Operation.update("management_vm", 1, Values.of(Map.of("address", "192.0.2.11")))));
    assertThat(machine(INSTALLATION).differences(before)).containsExactly("address", "system");
  }

  @Test
  void theCardWithTheAddressCountsWhereThereIsOne() {
    assertThat(HostMachine.networkCard("127.0.0.1")).isEmpty();
    assertThat(HostMachine.networkCard("192.0.2.10")).isEmpty();
    assertThat(HostMachine.networkCard("no address")).isEmpty();
  }
}
