package org.plenum.management.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.Operation;
import org.plenum.management.testing.SshKeys;
import org.plenum.management.testing.TestDirectory;
import org.plenum.model.access.Permission;
import org.plenum.model.config.Values;
import org.plenum.rpc.console.ConsoleConfigurationGrpc.ConsoleConfigurationBlockingStub;
import org.plenum.rpc.console.DirectoryGroupsRequest;
import org.plenum.rpc.console.ListRequest;

/** Consoles of users of a directory. */
class DirectorySessionTest {
  private static final String STAFF = "cn=staff," + TestDirectory.BASE;

  @TempDir Path folder;
  private TestDirectory directory;
  private ConsoleFixture fixture;
  private long mapping;

  @BeforeEach
  void start() {
    directory = new TestDirectory();
    directory.add("dn: " + STAFF, "objectClass: groupOfNames");
    directory.add(
        "dn: cn=carol," + TestDirectory.BASE,
        "objectClass: person",
        "uid: carol",
        "userPassword: " + ConsoleFixture.PASSWORD,
        "memberOf: " + STAFF);
    fixture = new ConsoleFixture(folder, directory.lookup());
    fixture.store.create("ca_certificate", Map.of("certificate", directory.certificate()));
    mapping =
        fixture.store.create(
            "ldap_role",
            Map.of("name", "staff", "ldap_group_dn", STAFF, "roles", List.of(role("Read-write"))));
    settings(TestDirectory.SETTINGS);
  }

  @AfterEach
  void stop() throws InterruptedException {
    fixture.close();
    directory.close();
  }

  private long role(String name) {
    return fixture.store.findUnique("role", "name", name).orElseThrow().id();
  }

  private void settings(Map<String, Object> changes) {
    fixture.store.accept(Operation.update("authentication", 1, Values.of(changes)));
  }

  private static void list(ConsoleConfigurationBlockingStub console) {
    assertThat(console.list(ListRequest.newBuilder().setResource("conference").build()))
        .isNotNull();
  }

  private static List<String> groups(ConsoleConfigurationBlockingStub console) {
    return console.directoryGroups(DirectoryGroupsRequest.getDefaultInstance()).getDnsList();
  }

  private static void assertEnded(ConsoleConfigurationBlockingStub console) {
    assertThatThrownBy(() -> list(console))
        .satisfies(
            failure ->
                assertThat(Status.fromThrowable(failure).getCode())
                    .isEqualTo(Status.Code.UNAUTHENTICATED));
  }

  @Test
  @Tag("SYS-028")
  @Tag("SYS-059")
  void mayDoWhatTheRolesAllowAsTheyAreNow() {
    ConsoleFixture.Console console = fixture.console();
    assertThat(console.login("carol", ConsoleFixture.PASSWORD).getRolesList())
        .containsExactly("Read-write");
    ConsoleConfigurationBlockingStub carol = console.as("carol");
    list(carol);
    assertThat(groups(carol)).containsExactly(STAFF);

    fixture.store.accept(
        Operation.update(
            "ldap_role", mapping, Values.of(Map.of("roles", List.of(role("Read-only"))))));

    list(carol);
    assertThatThrownBy(() -> groups(carol))
        .satisfies(
            failure ->
                assertThat(Status.fromThrowable(failure).getCode())
                    .isEqualTo(Status.Code.PERMISSION_DENIED));
  }

  @Test
  @Tag("SVX-322")
  @Tag("SYS-063")
  void learnsNothingOfListsWhoseObjectsMayNotBeViewed() {
    List<Long> permissions =
        Stream.of(
                Permission.IS_ADMINISTRATOR,
                Permission.MAY_USE_WEB_INTERFACE,
                Permission.MAY_VIEW_SYSTEM_CONFIGURATION)
            .map(one -> fixture.store.findUnique("permission", "codename", one.codename()))
            .map(found -> found.orElseThrow().id())
            .toList();
    long system =
        fixture.store.create("role", Map.of("name", "system", "permissions", permissions));
    fixture.store.create(
        "ssh_authorized_key", Map.of("keytype", "ssh-ed25519", "key", SshKeys.ed25519(1)));
    fixture.store.accept(
        Operation.update("ldap_role", mapping, Values.of(Map.of("roles", List.of(system)))));

    assertThat(
            fixture
                .console()
                .as("carol")
                .list(ListRequest.newBuilder().setResource("ssh_authorized_key").build())
                .getObjects(0)
                .getListLengthsMap())
        .isEmpty();
  }

  @Test
  @Tag("SYS-033")
  void endsWithTheSettingsUnderWhichItBegan() {
    ConsoleConfigurationBlockingStub carol = fixture.console().as("carol");
    ConsoleConfigurationBlockingStub alice = fixture.console().as("alice");

    settings(Map.of("ldap_user_search_dn", "ou=elsewhere"));
    assertEnded(carol);
    list(alice);

    settings(Map.of("source", "LDAP"));
    assertEnded(alice);
  }
}
