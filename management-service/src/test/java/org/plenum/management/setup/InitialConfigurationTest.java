package org.plenum.management.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.Operation;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.config.Values;

class InitialConfigurationTest {
  private static final NetworkIdentity NETWORK =
      new NetworkIdentity(
          "mgr",
          "example.org",
          "192.0.2.1",
          "255.255.255.0",
          "192.0.2.254",
          List.of("192.0.2.53"),
          List.of("ntp.example.org"));

  @TempDir Path folder;
  private StoreFixture fixture;

  @BeforeEach
  void startForTheFirstTime() {
    fixture = new StoreFixture(folder);
    start();
  }

  @AfterEach
  void closeStore() {
    fixture.close();
  }

  private void start() {
    new InitialConfiguration(fixture.store(), fixture.changeSets()).ensure(NETWORK);
  }

  private List<?> clientStunServersOfANewLocation(Map<String, Object> more) {
    Map<String, Object> location = new HashMap<>(more);
    location.put("name", "Oslo");
    location.put("dns_servers", List.of(1L));
    location.put("ntp_servers", List.of(1L));
    long id = fixture.create("system_location", location);
    return fixture.get("system_location", id).values().list("client_stun_servers");
  }

  @Test
  @Tag("SYS-092")
  @Tag("SYS-093")
  void theManagementServiceIsCalledByItsFullHostName() {
    Values management = fixture.get("management_vm", 1).values();
    assertThat(management.text("name")).isEqualTo("mgr.example.org");
    assertThat(management.text("description")).isEqualTo("mgr.example.org");
  }

  @Test
  void thereAreTheSingletons() {
    assertThat(fixture.find("global", 1)).isPresent();
    assertThat(fixture.find("autobackup", 1)).isPresent();
  }

  @Test
  @Tag("SYS-159")
  @Tag("SYS-205")
  void newLocationsTellClientsOfTheShippedStunServer() {
    assertThat(fixture.get("stun_server", 1).values().text("address"))
        .isEqualTo("stun.l.google.com");
    assertThat(fixture.get("stun_server", 1).values().number("port")).isEqualTo(19302L);

    assertThat(clientStunServersOfANewLocation(Map.of())).isEqualTo(List.of(1L));
  }

  @Test
  @Tag("SYS-209")
  void aLocationMayTellClientsOfNoStunServer() {
    assertThat(clientStunServersOfANewLocation(Map.of("client_stun_servers", List.of()))).isEmpty();
  }

  @Test
  @Tag("SYS-205")
  void theShippedStunServerCanBeDeletedForGood() {
    fixture.accept(Operation.delete("stun_server", 1));
    start();
    long other = fixture.create("stun_server", Map.of("name", "S", "address", "192.0.2.3"));

    assertThat(other).isNotEqualTo(1);
    assertThat(fixture.find("stun_server", 1)).isEmpty();
    assertThat(clientStunServersOfANewLocation(Map.of("client_stun_servers", List.of(1L, other))))
        .isEqualTo(List.of(other));
  }
}
