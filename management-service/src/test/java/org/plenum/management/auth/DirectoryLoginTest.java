package org.plenum.management.auth;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.management.auth.Login.Granted;
import org.plenum.management.auth.Login.Refused;
import org.plenum.management.change.Operation;
import org.plenum.management.setup.InitialConfiguration;
import org.plenum.management.testing.LoginFixture;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.management.testing.StoreFixture;
import org.plenum.management.testing.TestDirectory;
import org.plenum.model.access.Area;
import org.plenum.model.access.Permission;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.Values;

/** Log-ins with accounts of a directory. */
@Tag("SYS-050")
class DirectoryLoginTest {
  private static final String HOME = "192.0.2.1";
  private static final String PASSWORD = "correct horse";
  private static final String STAFF = "cn=staff,ou=groups," + TestDirectory.BASE;
  private static final String AUDITORS = "cn=auditors,ou=groups," + TestDirectory.BASE;

  @TempDir Path folder;
  private StoreFixture store;
  private TestDirectory directory;
  private LoginFixture logins;

  @BeforeEach
  void start() {
    store = new StoreFixture(folder);
    new InitialConfiguration(store.store(), store.changeSets()).ensure(ServiceFixture.NETWORK);
    directory = new TestDirectory();
    directory.add("dn: ou=people," + TestDirectory.BASE, "objectClass: organizationalUnit");
    directory.add("dn: ou=groups," + TestDirectory.BASE, "objectClass: organizationalUnit");
    store.create("ca_certificate", Map.of("certificate", directory.certificate()));
    logins = LoginFixture.of(store, directory.lookup());
    logins.accounts().put("admin", "local secret", Role.READ_WRITE);
    settings(TestDirectory.settingsWith(Map.of("ldap_user_search_dn", "ou=people")));
  }

  @AfterEach
  void stop() {
    directory.close();
    store.close();
  }

  private void settings(Map<String, Object> changes) {
    store.accept(Operation.update("authentication", 1, Values.of(changes)));
  }

  private void user(String name, String... attributes) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "dn: cn=%s,ou=people,%s".formatted(name, TestDirectory.BASE),
                "objectClass: person",
                "uid: " + name,
                "userPassword: " + PASSWORD));
    lines.addAll(Arrays.asList(attributes));
    directory.add(lines.toArray(String[]::new));
  }

  private long role(String name, Permission... permissions) {
    List<Long> ids =
        Arrays.stream(permissions)
            .map(one -> store.findUnique("permission", "codename", one.codename()).orElseThrow())
            .map(permission -> permission.id())
            .toList();
    return store.create("role", Map.of("name", name, "permissions", ids));
  }

  private long shipped(String role) {
    return store.findUnique("role", "name", role).orElseThrow().id();
  }

  private long map(String group, Long... roles) {
    return store.create(
        "ldap_role", Map.of("name", group, "ldap_group_dn", group, "roles", List.of(roles)));
  }

  private Login login(String username, String password, Permission channel) {
    return logins
        .authenticator()
        .authenticate(new Proof.Password(username, password), HOME, channel);
  }

  private Login login(String username) {
    return login(username, PASSWORD, Permission.MAY_USE_API);
  }

  private Account granted(String username) {
    assertThat(login(username)).isInstanceOf(Granted.class);
    return ((Granted) login(username)).account();
  }

  private void assertRefused(Login login) {
    assertThat(login).isEqualTo(new Refused());
  }

  @Test
  @Tag("SYS-029")
  @Tag("SYS-043")
  void givesTheRolesOfTheGroupsThatTheRecordNames() {
    user("alice", "memberOf: CN=Staff, OU=groups, " + TestDirectory.BASE);
    map(STAFF, shipped("Read-only"));

    assertThat(granted("alice").permissions()).isEqualTo(Permissions.READ_ONLY);
    assertThat(granted("alice").roles()).containsExactly("Read-only");
  }

  @Test
  @Tag("SYS-043")
  @Tag("SYS-044")
  @Tag("SYS-045")
  @Tag("SYS-046")
  void searchesForGroupsWhenTheRecordNamesNone() {
    user("alice");
    directory.add(
        "dn: " + STAFF,
        "objectClass: groupOfNames",
        "member: cn=alice,ou=people," + TestDirectory.BASE);
    directory.add("dn: " + AUDITORS, "objectClass: posixGroup", "memberUid: alice");
    settings(Map.of("ldap_group_search_dn", "ou=groups"));
    map(STAFF, role("in", Permission.IS_ADMINISTRATOR, Permission.MAY_USE_API));
    map(AUDITORS, role("see", Permission.IS_ADMINISTRATOR, Permission.MAY_VIEW_LOGS));

    assertThat(granted("alice").permissions().codenames())
        .containsExactly("is_administrator", "may_use_api", "may_view_logs");
  }

  @Test
  @Tag("SYS-062")
  @Tag("SYS-082")
  @Tag("SYS-083")
  void addsUpWhatAllRolesOfAllGroupsAllow() {
    user("alice", "memberOf: " + STAFF, "memberOf: " + AUDITORS, "memberOf: cn=unknown");
    map(
        STAFF,
        role("in", Permission.IS_ADMINISTRATOR, Permission.MAY_USE_API),
        role("users", Permission.IS_ADMINISTRATOR, Permission.MAY_VIEW_USERS));
    map(AUDITORS, role("logs", Permission.IS_ADMINISTRATOR, Permission.MAY_VIEW_LOGS));

    assertThat(granted("alice").permissions().codenames())
        .containsExactly("is_administrator", "may_use_api", "may_view_users", "may_view_logs");
  }

  @Test
  @Tag("SYS-061")
  void letsInWhereARoleOpensTheWay() {
    user("alice", "memberOf: " + STAFF);
    map(STAFF, role("console", Permission.IS_ADMINISTRATOR, Permission.MAY_USE_WEB_INTERFACE));

    assertRefused(login("alice"));
    assertThat(login("alice", PASSWORD, Permission.MAY_USE_WEB_INTERFACE))
        .isInstanceOf(Granted.class);
    assertRefused(login("alice"));
  }

  @Test
  @Tag("SYS-055")
  void saysTheSameWhateverTheCause() {
    user("alice", "memberOf: " + STAFF);
    user("bob", "memberOf: " + AUDITORS);
    map(STAFF, shipped("Read-write"));

    assertRefused(login("alice", "wrong", Permission.MAY_USE_API));
    assertRefused(login("nobody"));
    assertRefused(login("bob"));
    directory.close();
    assertRefused(login("alice"));
  }

  @Test
  @Tag("SYS-051")
  void refusesAnEmptyPasswordBeforeItAsksTheDirectory() {
    user("alice", "memberOf: " + STAFF);
    map(STAFF, shipped("Read-write"));

    assertRefused(login("alice", "", Permission.MAY_USE_API));

    assertThat(directory.filters()).isEmpty();
    assertThat(directory.simpleBinds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "ali*", "alice)(uid=*", "{useruid}", "alice\u0000", "\\2a"})
  @Tag("SYS-050")
  void takesTheNameForANameWhateverItLooksLike(String name) {
    user("alice", "memberOf: " + STAFF);
    map(STAFF, shipped("Read-write"));

    assertRefused(login(name));
    assertThat(directory.simpleBinds()).containsExactly(TestDirectory.READER);
  }

  @Test
  void findsNamesThatMeanSomethingInFilters() {
    directory.add(
        "dn: cn=odd,ou=people," + TestDirectory.BASE,
        "objectClass: person",
        "uid: o(d)d*\\ {userdn}",
        "userPassword: " + PASSWORD,
        "memberOf: " + STAFF);
    map(STAFF, shipped("Read-write"));

    assertThat(granted("o(d)d*\\ {userdn}").username()).isEqualTo("o(d)d*\\ {userdn}");
  }

  @Test
  @Tag("SYS-040")
  @Tag("SYS-041")
  @Tag("SYS-042")
  void refusesANameThatFitsSeveralRecordsOrNoUser() {
    user("alice", "memberOf: " + STAFF, "mail: team@example.com");
    user("bob", "memberOf: " + STAFF, "mail: team@example.com");
    directory.add(
        "dn: cn=printer,ou=people," + TestDirectory.BASE,
        "objectClass: person",
        "objectClass: computer",
        "uid: printer",
        "userPassword: " + PASSWORD,
        "memberOf: " + STAFF);
    directory.add(
        "dn: cn=guest," + TestDirectory.BASE,
        "objectClass: person",
        "uid: guest",
        "userPassword: " + PASSWORD,
        "memberOf: " + STAFF);
    settings(Map.of("ldap_user_search_filter", "(|(uid={username})(mail={username}))"));
    map(STAFF, shipped("Read-write"));

    assertRefused(login("team@example.com"));
    assertRefused(login("printer"));
    assertRefused(login("guest"));
    assertThat(login("alice")).isInstanceOf(Granted.class);
  }

  @Test
  @Tag("SYS-053")
  void sendsExtensibleMatchesAsTheyAre() {
    user("alice", "memberOf: " + STAFF);
    settings(
        Map.of(
            "ldap_user_group_attributes",
            "",
            "ldap_group_membership_filter",
            "(member:1.2.840.113556.1.4.1941:={userdn})"));

    login("alice");

    assertThat(directory.filters().getLast())
        .contains(
            "(member:1.2.840.113556.1.4.1941:=cn=alice,ou=people," + TestDirectory.BASE + ")");
  }

  @Test
  @Tag("SYS-033")
  void keepsLocalAccountsOutWhenTheDirectoryAloneCounts() {
    settings(Map.of("source", "LDAP"));

    assertRefused(login("admin", "local secret", Permission.MAY_USE_API));

    settings(Map.of("source", "LOCAL"));
    assertThat(login("admin", "local secret", Permission.MAY_USE_API)).isInstanceOf(Granted.class);
  }

  @Test
  @Tag("SYS-052")
  void asksTheDirectoryNothingAboutALocalAccount() {
    assertThat(login("admin", "local secret", Permission.MAY_USE_API)).isInstanceOf(Granted.class);
    assertThat(directory.simpleBinds()).isEmpty();
  }

  @Test
  @Tag("SYS-052")
  void doesNotCountAgainstAUserThatTheDirectoryIsAway() {
    directory.close();
    for (int i = 0; i < 10; i++) {
      assertRefused(login("alice"));
    }
  }

  @Test
  void countsGuessesOfALocalPasswordAlsoWhileTheDirectoryIsAway() {
    directory.close();
    for (int i = 0; i < 6; i++) {
      assertRefused(login("admin", "guess " + i, Permission.MAY_USE_API));
    }

    assertThat(login("admin", "local secret", Permission.MAY_USE_API))
        .isInstanceOf(Login.TryLater.class);
  }

  @Test
  @Tag("SYS-059")
  void takesAwayAtOnceWhatAChangeTakesAway() {
    user("alice", "memberOf: " + STAFF);
    long role = role("in", Permission.IS_ADMINISTRATOR, Permission.MAY_USE_API);
    long mapping = map(STAFF, role, shipped("Read-only"));
    Account alice = granted("alice");

    store.accept(Operation.update("ldap_role", mapping, Values.of(Map.of("roles", List.of(role)))));
    assertThat(granted("alice").permissions().mayView(Area.USERS)).isFalse();

    store.accept(Operation.delete("ldap_role", mapping));
    assertRefused(login("alice"));
    assertThat(logins.current().of(alice.identity())).isEmpty();
  }

  @Test
  void asksTheDirectoryAgainAfterItsSettingsHaveChanged() {
    user("alice", "memberOf: " + STAFF);
    map(STAFF, shipped("Read-only"));
    Account alice = granted("alice");

    settings(Map.of("ldap_user_search_dn", "ou=groups"));

    assertRefused(login("alice"));
    assertThat(logins.current().of(alice.identity())).isEmpty();
  }
}
