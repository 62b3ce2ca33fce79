package org.plenum.management.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.ChangeResult.Reason;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Operation;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.access.Permission;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.Values;

class AccessObjectsTest {
  @TempDir Path folder;
  private StoreFixture fixture;

  @BeforeEach
  void start() {
    fixture = new StoreFixture(folder);
    start(fixture);
  }

  private static void start(StoreFixture fixture) {
    new InitialConfiguration(fixture.store(), fixture.changeSets()).ensure(ServiceFixture.NETWORK);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private List<Values> all(String resource) {
    List<Values> found = new ArrayList<>();
    return fixture
        .store()
        .read(
            reader -> {
              reader.forEach(fixture.type(resource), object -> found.add(object.values()));
              return found;
            });
  }

  private List<String> permissionsOf(String role) {
    Values found =
        all("role").stream()
            .filter(values -> values.text("name").equals(role))
            .findFirst()
            .orElseThrow();
    return found.list("permissions").stream()
        .map(id -> fixture.get("permission", (Long) id).values().text("codename"))
        .toList();
  }

  @Test
  @Tag("SYS-060")
  @Tag("SYS-066")
  void aPlatformBeginsWithAllPermissionsAndTwoRoles() {
    assertThat(all("permission"))
        .extracting(values -> values.text("codename"))
        .containsExactlyElementsOf(
            Arrays.stream(Permission.values()).map(Permission::codename).toList());
    assertThat(all("role")).hasSize(2);
    assertThat(permissionsOf("Read-only"))
        .containsExactlyInAnyOrderElementsOf(Permissions.READ_ONLY.codenames());
    assertThat(permissionsOf("Read-write"))
        .containsExactlyInAnyOrderElementsOf(Permissions.ALL.codenames());
    assertThat(fixture.get("authentication", 1).values().text("source")).isEqualTo("LOCAL");
  }

  @Test
  void laterStartsChangeNothingNotEvenDeletedRoles() {
    fixture.accept(Operation.delete("role", 1), Operation.delete("role", 2));
    long version = fixture.version();

    start(fixture);

    assertThat(fixture.version()).isEqualTo(version);
    assertThat(all("role")).isEmpty();
  }

  @Test
  void laterStartsCompleteTheCatalogueOfPermissions() {
    fixture.accept(Operation.delete("role", 1), Operation.delete("role", 2));
    fixture
        .changeSets()
        .apply("setup", ChangeSource.SETUP, List.of(Operation.delete("permission", 7)));

    start(fixture);

    assertThat(all("permission")).hasSize(Permission.values().length);
  }

  @Test
  @Tag("SYS-058")
  void nobodyElseChangesThePermissions() {
    var update = Operation.update("permission", 1, Values.of(Map.of("name", "Everything")));

    var refused = fixture.refuse(update, Operation.delete("permission", 2)).rejections();

    assertThat(refused).hasSize(2).allMatch(one -> one.reason() == Reason.NOT_ALLOWED);
    assertThat(refused.getFirst().violations().messages().toString())
        .contains("belong to the platform");
  }

  @Test
  @Tag("SYS-057")
  void everyRoleIsAnAdministrators() {
    var without = Map.of("name", "Odd", "permissions", List.of(2L, 3L));
    var refused = fixture.refuse(Operation.create("role", Values.of(without)));

    assertThat(refused.rejections().getFirst().violations().messages())
        .containsOnlyKeys("permissions");
    fixture.create("role", Map.of("name", "Guest", "permissions", List.of(1L, 2L)));
  }
}
