package org.plenum.management.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plenum.management.certificate.ImportedCertificate.Effect.ADDED;
import static org.plenum.management.certificate.ImportedCertificate.Effect.IGNORED;
import static org.plenum.management.certificate.ImportedCertificate.Effect.REPLACED;

import java.nio.file.Path;
import java.security.KeyPair;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.certificate.ImportedCertificate.Effect;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Operation;
import org.plenum.management.setup.InitialConfiguration;
import org.plenum.management.testing.EncryptedKeys;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.management.testing.StoreFixture;
import org.plenum.management.version.Versions;
import org.plenum.model.config.Values;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.CertificateRequest;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.PlatformIdentity;
import org.plenum.model.pki.SelfSignedCertificate;
import org.plenum.model.pki.SubjectNames;

class CertificateImportsTest {
  private static final String SERVERS = "tls_certificate";
  private static final String AUTHORITIES = "ca_certificate";
  private static final String CURVE =
      "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";

  @TempDir Path folder;
  private StoreFixture fixture;
  private CertificateImports imports;

  @BeforeEach
  void openStore() {
    fixture = new StoreFixture(folder);
    imports = new CertificateImports(fixture.store().catalog(), fixture.changeSets());
  }

  @AfterEach
  void closeStore() {
    fixture.close();
  }

  private static Credentials server(String name) {
    return new SelfSignedCertificate(InstantSource.fixed(StoreFixture.START))
        .create(KeyType.EC_P256, name, SubjectNames.of(name));
  }

  private static String authority(String name) {
    return PemText.of(CertificateAuthority.create(name, InstantSource.system()).certificate());
  }

  private static String certificate(Credentials credentials) {
    return PemText.of(credentials.certificate());
  }

  private static String key(Credentials credentials) {
    return PemText.of(credentials.privateKey());
  }

  private static String both(Credentials credentials) {
    return certificate(credentials) + key(credentials);
  }

  private List<ImportedCertificate> load(String... files) {
    return load("", files);
  }

  private List<ImportedCertificate> load(String passphrase, String[] files) {
    List<PemFile> named = Arrays.stream(files).map(text -> new PemFile("a.pem", text)).toList();
    return imports.apply("alice", ChangeSource.REST, named, passphrase);
  }

  private List<String> problems(String... files) {
    long before = fixture.version();
    try {
      load(files);
      throw new AssertionError("was accepted");
    } catch (CertificatesRefusedException e) {
      assertThat(fixture.version()).isEqualTo(before);
      return e.problems();
    }
  }

  private static List<Effect> effects(List<ImportedCertificate> imported) {
    return imported.stream().map(ImportedCertificate::effect).toList();
  }

  private Values stored(String resource, long id) {
    return fixture.get(resource, id).values();
  }

  @Test
  @Tag("SYS-282")
  @Tag("SYS-283")
  void certificatesWithTheirKeyAreOfServersAndOthersOfAuthorities() {
    Credentials node = server("node.example.org");

    List<ImportedCertificate> imported =
        load(authority("Some authority"), certificate(node), "A key:\n" + key(node));

    assertThat(imported)
        .containsExactly(
            new ImportedCertificate(ADDED, AUTHORITIES, 1, "Some authority", "Some authority"),
            new ImportedCertificate(ADDED, SERVERS, 1, "node.example.org", "node.example.org"));
    assertThat(PemBundle.parse(stored(SERVERS, 1).text("private_key")).onlyPrivateKey())
        .isEqualTo(node.privateKey());
    assertThat(fixture.version()).as("one change set").isEqualTo(1);
  }

  @Test
  @Tag("SYS-284")
  void theSameSubjectNameReplacesTheContentAndAssignmentsStay() {
    new InitialConfiguration(fixture.store(), fixture.changeSets()).ensure(ServiceFixture.NETWORK);
    load(both(server("mgr.example.org")), authority("Some authority"));
    fixture.accept(Operation.update("management_vm", 1, Values.EMPTY.with("tls_certificate", 1L)));
    Credentials renewed = server("mgr.example.org");
    String root = authority("Some authority");

    List<ImportedCertificate> imported = load(both(renewed), root);

    assertThat(effects(imported)).containsExactly(REPLACED, REPLACED);
    assertThat(stored(SERVERS, 1).text("certificate")).isEqualTo(certificate(renewed));
    assertThat(PemBundle.parse(stored(SERVERS, 1).text("private_key")).onlyPrivateKey())
        .isEqualTo(renewed.privateKey());
    assertThat(stored(SERVERS, 1).text("serial_no"))
        .isEqualToIgnoringCase(renewed.certificate().getSerialNumber().toString(16));
    assertThat(stored(AUTHORITIES, 1).text("certificate")).isEqualTo(root);
    assertThat(stored("management_vm", 1).number("tls_certificate")).isEqualTo(1);
    assertThat(fixture.find(SERVERS, 2)).isEmpty();
  }

  @Test
  @Tag("SYS-284")
  void exactDuplicatesAreIgnored() {
    String all = both(server("a.example.org")) + authority("One") + authority("Two");
    load(all);
    long version = fixture.version();

    assertThat(effects(load(all + all))).containsOnly(IGNORED).hasSize(3);
    assertThat(fixture.version()).as("nothing to change").isEqualTo(version);
  }

  @Test
  @Tag("SYS-284")
  void aRenewalMayComeWithoutItsKeyWhichIsStored() {
    CertificateAuthority authority =
        CertificateAuthority.create("Authority", InstantSource.system());
    KeyPair keys = KeyType.EC_P256.generate();
    CertificateRequest request = CertificateRequest.create(keys, "x");
    String first = issued(authority, request);
    String second = issued(authority, request);
    load(first + PemText.of(authority.certificate()) + PemText.of(keys.getPrivate()));

    List<ImportedCertificate> imported = load(second);

    assertThat(imported)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.effect()).isEqualTo(REPLACED);
              assertThat(one.resource()).isEqualTo(SERVERS);
            });
    assertThat(stored(SERVERS, 1).text("certificate")).isEqualTo(second);
  }

  private static String issued(CertificateAuthority authority, CertificateRequest request) {
    return PemText.of(
        authority
            .issue(request, new PlatformIdentity.Management(), SubjectNames.of("a.example.org"))
            .getFirst());
  }

  @Test
  @Tag("SYS-284")
  void theChainThatIsStoredWithACertificateStays() {
    Credentials old = server("a.example.org");
    String root = authority("Authority");
    fixture.create(
        SERVERS, Map.of("certificate", root + certificate(old) + CURVE, "private_key", key(old)));
    Credentials renewed = server("a.example.org");

    load(both(renewed));

    assertThat(stored(SERVERS, 1).text("certificate"))
        .isEqualTo(root + certificate(renewed) + CURVE);
  }

  @Test
  @Tag("SYS-282")
  void parametersGoWithTheServerCertificateThatTheyFollow() {
    Credentials one = server("one.example.org");
    Credentials two = server("two.example.org");

    load(CURVE + key(one) + certificate(one), certificate(two) + CURVE + key(two));

    assertThat(stored(SERVERS, 1).text("parameters")).isEmpty();
    assertThat(stored(SERVERS, 2).text("parameters")).isEqualTo(CURVE);
  }

  @Test
  @Tag("SYS-282")
  void encryptedKeysAreOpenedWithThePassphrase() {
    Credentials node = server("node.example.org");
    String bundle = certificate(node) + EncryptedKeys.encrypt(key(node), "open sesame");

    assertThat(problems(bundle))
        .containsExactly(
            "a.pem: PEM block 2: the private key is encrypted and needs a passphrase.");
    assertThatThrownBy(() -> load("wrong", new String[] {bundle}))
        .isInstanceOf(CertificatesRefusedException.class)
        .hasMessageContaining("wrong passphrase");
    assertThat(effects(load("open sesame", new String[] {bundle}))).containsExactly(ADDED);
    assertThat(stored(SERVERS, 1).text("private_key")).doesNotContain("ENCRYPTED");
  }

  @Test
  @Tag("SYS-273")
  void errorsNameWhatIsWrongAndNothingIsWritten() {
    Credentials node = server("node.example.org");
    String csr = CertificateRequest.create(KeyType.EC_P256.generate(), "x").pem();

    assertThat(problems("no PEM", csr))
        .containsExactly(
            "a.pem: There is no PEM block in the text.",
            "a.pem: PEM block 1: this is a certificate request, not a certificate.");
    assertThat(problems(both(node), key(server("x"))))
        .containsExactly("Private key 2 of 2 belongs to none of the certificates.");
    assertThat(problems(key(node))).containsExactly("There is no certificate in the PEM text.");
    assertThat(problems(certificate(node) + key(node).repeat(65)).getFirst())
        .contains("more than 64 private keys");
    assertThat(fixture.find(SERVERS, 1)).isEmpty();
  }

  @Test
  void aRollbackBringsBackTheOldCertificateWithItsKey() {
    Credentials old = server("a.example.org");
    load(both(old));
    long version = fixture.version();
    load(both(server("a.example.org")));

    new Versions(fixture.store(), fixture.changeSets())
        .rollback("alice", version, OptionalLong.empty());

    assertThat(stored(SERVERS, 1).text("certificate")).isEqualTo(certificate(old));
    assertThat(PemBundle.parse(stored(SERVERS, 1).text("private_key")).onlyPrivateKey())
        .isEqualTo(old.privateKey());
  }
}
