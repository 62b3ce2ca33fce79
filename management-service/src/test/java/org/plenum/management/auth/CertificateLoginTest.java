package org.plenum.management.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.auth.Login.Granted;
import org.plenum.management.auth.Login.Refused;
import org.plenum.management.change.Operation;
import org.plenum.management.setup.InitialConfiguration;
import org.plenum.management.testing.LoginFixture;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.management.testing.StoreFixture;
import org.plenum.management.testing.TestDirectory;
import org.plenum.management.testing.UserCertificates;
import org.plenum.model.access.Permission;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.Values;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.SelfSignedCertificate;
import org.plenum.model.pki.SubjectNames;

/** Log-ins by certificate in place of a password. */
@Tag("SYS-030")
@Tag("SYS-034")
@Tag("SYS-054")
class CertificateLoginTest {
  private static final String HOME = "192.0.2.1";
  private static final String STAFF = "cn=staff," + TestDirectory.BASE;

  private final UserCertificates staff = new UserCertificates();

  @TempDir Path folder;
  private StoreFixture store;
  private TestDirectory directory;
  private LoginFixture logins;
  private long authority;
  private long directoryAuthority;

  @BeforeEach
  void start() {
    store = new StoreFixture(folder);
    new InitialConfiguration(store.store(), store.changeSets()).ensure(ServiceFixture.NETWORK);
    directory = new TestDirectory();
    directoryAuthority =
        store.create("ca_certificate", Map.of("certificate", directory.certificate()));
    authority = store.create("ca_certificate", Map.of("certificate", staff.authority()));
    logins = LoginFixture.of(store, directory.lookup());
    logins.accounts().put("admin", "local secret", Role.READ_WRITE);
    store.create(
        "ldap_role",
        Map.of(
            "name",
            "staff",
            "ldap_group_dn",
            STAFF,
            "roles",
            List.of(store.findUnique("role", "name", "Read-only").orElseThrow().id())));
    require("CN", Map.of());
  }

  @AfterEach
  void stop() {
    directory.close();
    store.close();
  }

  private void require(String certificate, Map<String, Object> more) {
    Map<String, Object> settings = TestDirectory.settingsWith(more);
    settings.put("client_certificate", certificate);
    store.accept(Operation.update("authentication", 1, Values.of(settings)));
  }

  private void user(String name, String... more) {
    directory.add(
        Stream.concat(
                Stream.of(
                    "dn: cn=%s,%s".formatted(name, TestDirectory.BASE),
                    "objectClass: person",
                    "uid: " + name,
                    "memberOf: " + STAFF),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Login show(Credentials certificate) {
    return show(certificate, Permission.MAY_USE_API);
  }

  private Login show(Credentials certificate, Permission channel) {
    return logins
        .authenticator()
        .authenticate(new Proof.Certificate(certificate.chain()), HOME, channel);
  }

  private static Account granted(Login login) {
    assertThat(login).isInstanceOf(Granted.class);
    return ((Granted) login).account();
  }

  private static void assertRefused(Login login) {
    assertThat(login).isEqualTo(new Refused());
  }

  @Test
  void letsInTheUserWhomTheSubjectNames() {
    user("carol");

    Account carol = granted(show(staff.commonName("carol")));

    assertThat(carol.username()).isEqualTo("carol");
    assertThat(carol.permissions()).isEqualTo(Permissions.READ_ONLY);
    assertThat(directory.simpleBinds()).as("nobody's password").containsOnly(TestDirectory.READER);
  }

  @Test
  @Tag("SYS-042")
  void letsInTheUserWhomThePrincipalNameNames() {
    user("carol", "userPrincipalName: carol@corp.example");
    require("UPN", Map.of("ldap_user_search_filter", "(userPrincipalName={username})"));

    assertThat(
            granted(
                    show(
                        staff
                            .wish()
                            .commonName("somebody else")
                            .principalName("carol@corp.example")
                            .issue()))
                .username())
        .isEqualTo("carol@corp.example");
    assertRefused(show(staff.commonName("carol@corp.example")));
  }

  @Test
  @Tag("SYS-052")
  void letsInALocalAccountWhileTheDirectoryIsAway() {
    directory.close();

    assertThat(granted(show(staff.commonName("admin"))).permissions()).isEqualTo(Permissions.ALL);

    assertRefused(show(staff.commonName("carol")));
    assertRefused(show(staff.commonName("Admin")));
  }

  @Test
  void keepsLocalAccountsOutWhenTheDirectoryAloneCounts() {
    require("CN", Map.of("source", "LDAP"));

    assertRefused(show(staff.commonName("admin")));
  }

  @Test
  void refusesCertificatesThatNobodyTrusts() {
    user("carol");

    assertRefused(show(new UserCertificates().commonName("carol")));
    assertRefused(show(staff.wish().commonName("carol").expired().issue()));
    assertRefused(show(staff.wish().commonName("carol").forServers().issue()));
    assertThat(directory.filters()).as("nobody is looked for").isEmpty();
  }

  @Test
  void refusesCertificatesThatNameNobodyOrSeveral() {
    user("carol");

    assertRefused(show(staff.wish().issue()));
    assertRefused(show(staff.wish().commonName(" ").issue()));
    assertRefused(show(staff.wish().commonName("carol").commonName("carol").issue()));
    assertRefused(show(staff.wish().commonName("nobody").issue()));
    assertRefused(show(staff.wish().commonName("*").issue()));
  }

  @Test
  @Tag("SYS-061")
  void refusesUsersWithoutARoleThatOpensTheWay() {
    directory.add("dn: cn=dave," + TestDirectory.BASE, "objectClass: person", "uid: dave");

    assertRefused(show(staff.commonName("dave")));
  }

  @Test
  void refusesAnAccountThatTheDirectoryHasDisabled() {
    user("carol", "userAccountControl: 514");
    user("dave", "userAccountControl: 512");

    assertRefused(show(staff.commonName("carol")));
    granted(show(staff.commonName("dave")));
  }

  @Test
  void takesNoPasswordsAnyMore() {
    assertRefused(
        logins
            .authenticator()
            .authenticate(
                new Proof.Password("admin", "local secret"), HOME, Permission.MAY_USE_API));
  }

  @Test
  void takesNoCertificatesUnlessTheyAreRequired() {
    Credentials admin = staff.commonName("admin");
    Account known = granted(show(admin));

    require("NO", Map.of());

    assertRefused(show(admin));
    assertThat(logins.current().of(known.identity())).as("what was proven before").isEmpty();
  }

  @Test
  void forgetsWhoHadLoggedInWithAPassword() {
    require("NO", Map.of());
    Account known =
        granted(
            logins
                .authenticator()
                .authenticate(
                    new Proof.Password("admin", "local secret"), HOME, Permission.MAY_USE_API));

    require("CN", Map.of());

    assertThat(logins.current().of(known.identity())).isEmpty();
  }

  @Test
  void noticesAtOnceThatAnAuthorityIsNotTrustedAnyMore() {
    Credentials admin = staff.commonName("admin");
    granted(show(admin));

    store.accept(Operation.delete("ca_certificate", authority));

    assertRefused(show(admin));
  }

  @Test
  void asksTheDirectoryOnceForRequestsInARow() {
    user("carol");
    Credentials carol = staff.commonName("carol");

    granted(show(carol));
    granted(show(carol));

    assertThat(directory.filters()).hasSize(1);
  }

  @Test
  @Tag("SYS-299")
  void trustsIntermediateAuthoritiesAsTheyAreMarked() {
    UserCertificates offices = new UserCertificates();
    UserCertificates oslo = new UserCertificates(offices);
    Credentials admin = oslo.commonName("admin");
    Credentials leaf = new Credentials(admin.privateKey(), List.of(admin.certificate()));

    long intermediate = store.create("ca_certificate", Map.of("certificate", oslo.authority()));
    assertRefused(show(admin));

    long root = store.create("ca_certificate", Map.of("certificate", offices.authority()));
    granted(show(leaf));
    store.accept(Operation.delete("ca_certificate", intermediate));
    granted(show(admin));
    assertRefused(show(leaf));

    store.accept(Operation.delete("ca_certificate", root));
    store.create(
        "ca_certificate", Map.of("certificate", oslo.authority(), "trusted_intermediate", true));
    granted(show(leaf));
  }

  /** Java asks nothing of a certificate that is trusted itself, not even whether it has expired. */
  @Test
  void takesNoAuthorityForAUser() {
    Credentials own =
        new SelfSignedCertificate(InstantSource.system())
            .create(KeyType.EC_P256, "admin", SubjectNames.of("ldap.example.com"));
    store.create("ca_certificate", Map.of("certificate", PemText.of(own.certificate())));

    assertRefused(show(own));
  }

  @Test
  void refusesAnAccountThatTheDirectoryHasLetExpire() {
    user("carol", "accountExpires: 132223104000000000"); // 2020-01-01
    user("dave", "accountExpires: 9223372036854775807");
    user("erin", "accountExpires: 0");
    user("frank", "accountExpires: 157766016000000000"); // 2100-12-10

    assertRefused(show(staff.commonName("carol")));
    granted(show(staff.commonName("dave")));
    granted(show(staff.commonName("erin")));
    granted(show(staff.commonName("frank")));
  }

  @Test
  void letsNobodyKeepOthersOut() {
    for (int i = 0; i < 25; i++) {
      show(new UserCertificates().commonName("admin"));
    }

    granted(show(staff.commonName("admin")));
  }

  @Test
  void staysRequiredOnlyWhileSomebodyCouldHaveOne() {
    store.accept(Operation.delete("ca_certificate", directoryAuthority));

    assertThat(store.refuse(Operation.delete("ca_certificate", authority)).toString())
        .contains("Nobody could log in");
    UserCertificates intermediate = new UserCertificates(staff);
    assertThat(
            store
                .refuse(
                    Operation.create(
                        "ca_certificate",
                        Values.of(Map.of("certificate", intermediate.authority()))),
                    Operation.delete("ca_certificate", authority))
                .toString())
        .contains("Nobody could log in");
    store.accept(
        Operation.create(
            "ca_certificate", Values.of(Map.of("certificate", new UserCertificates().authority()))),
        Operation.delete("ca_certificate", authority));
  }

  @Test
  void slowsDownWhoTriesCertificates() {
    Credentials stranger = new UserCertificates().commonName("admin");
    for (int i = 0; i < 6; i++) {
      assertRefused(show(stranger));
    }

    assertThat(show(stranger)).isInstanceOf(Login.TryLater.class);
  }

  @Test
  void isNotRequiredWhileNobodyCouldHaveOne() {
    require("NO", Map.of());
    store.accept(Operation.delete("ca_certificate", authority));
    store.accept(Operation.delete("ca_certificate", directoryAuthority));

    assertThat(
            store
                .refuse(
                    Operation.update(
                        "authentication", 1, Values.of(Map.of("client_certificate", "CN"))))
                .toString())
        .contains("client_certificate", "Nobody could log in");
  }
}
