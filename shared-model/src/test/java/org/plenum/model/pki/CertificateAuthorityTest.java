package org.plenum.model.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.model.pki.PlatformIdentity.Console;
import org.plenum.model.pki.PlatformIdentity.Management;
import org.plenum.model.pki.PlatformIdentity.Node;

class CertificateAuthorityTest {
  private static final Instant NOW = Instant.parse("2030-05-01T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  private final CertificateAuthority authority =
      CertificateAuthority.create("Plenum CA of test", CLOCK);

  @Test
  void authorityIsValidForTwentyYearsAndIssuesEndCertificatesOnly() throws Exception {
    X509Certificate certificate = authority.certificate();

    certificate.verify(certificate.getPublicKey());
    assertThat(certificate.getBasicConstraints()).isZero();
    assertThat(certificate.getCriticalExtensionOIDs()).contains("2.5.29.19", "2.5.29.15");
    assertThat(usages(certificate))
        .containsExactly("Digital Signature", "Certificate Sign", "CRL Sign");
    assertThat(CertificateLifetime.of(certificate).start()).isEqualTo(NOW.minusSeconds(300));
    assertThat(CertificateLifetime.of(certificate).end())
        .isBetween(Instant.parse("2050-04-30T00:00:00Z"), Instant.parse("2050-05-02T00:00:00Z"));
  }

  @Test
  void nodeMayBeServerAndClientForAYear() throws Exception {
    KeyPair keys = KeyType.EC_P256.generate();
    CertificateRequest request = CertificateRequest.create(keys, "whatever it says");

    List<X509Certificate> chain =
        authority.issue(
            CertificateRequest.parse(request.pem()),
            new Node(7),
            SubjectNames.of("Node7.example.org", "192.0.2.7", "2001:db8::7"));

    X509Certificate node = chain.getFirst();
    node.verify(authority.certificate().getPublicKey());
    assertThat(chain).hasSize(2).last().isEqualTo(authority.certificate());
    assertThat(node.getPublicKey()).isEqualTo(keys.getPublic());
    assertThat(PlatformIdentity.of(node)).isEqualTo(new Node(7));
    CertificateDetails details = CertificateDetails.of(node);
    assertThat(details.subjectName()).isEqualTo("Plenum node 7");
    assertThat(details.subjectAltNames())
        .containsExactly(
            "URI:urn:plenum:node:7",
            "DNS:node7.example.org",
            "IP:192.0.2.7",
            "IP:2001:db8:0:0:0:0:0:7");
    assertThat(details.issuerKeyId()).isEqualTo(CertificateDetails.of(chain.get(1)).keyId());
    assertThat(details.issuerKeyId()).isPresent();
    assertThat(extendedUsages(node))
        .containsExactlyInAnyOrder(
            "TLS Web Client Authentication", "TLS Web Server Authentication");
    assertThat(usages(node)).containsExactly("Digital Signature");
    assertThat(node.getBasicConstraints()).isEqualTo(-1);
    assertThat(CertificateLifetime.of(node))
        .isEqualTo(new CertificateLifetime(NOW.minusSeconds(300), NOW.plus(Duration.ofDays(365))));
  }

  @Test
  void consoleMayOnlyBeClient() {
    Console console = new Console(UUID.randomUUID());
    CertificateRequest request = CertificateRequest.create(KeyType.EC_P256.generate(), "c");

    X509Certificate certificate = authority.issue(request, console, SubjectNames.NONE).getFirst();

    assertThat(PlatformIdentity.of(certificate)).isEqualTo(console);
    assertThat(extendedUsages(certificate)).containsExactly("TLS Web Client Authentication");
    SubjectNames names = SubjectNames.of("desk.example.org");
    assertThatThrownBy(() -> authority.issue(request, console, names))
        .hasMessageContaining("console");
  }

  @Test
  void managementIsCertifiedForTwoYears() {
    Credentials management =
        authority.issueWithNewKey(new Management(), SubjectNames.of("127.0.0.1", "localhost"));

    assertThat(PlatformIdentity.of(management.certificate())).isEqualTo(new Management());
    assertThat(management.root()).isEqualTo(authority.certificate());
    assertThat(CertificateLifetime.of(management.certificate()).end())
        .isEqualTo(NOW.plus(Duration.ofDays(730)));
  }

  @Test
  void noCertificateOutlivesTheAuthority() {
    Instant late = CertificateLifetime.of(authority.certificate()).end().minusSeconds(3600);
    CertificateAuthority old =
        new CertificateAuthority(authority.credentials(), InstantSource.fixed(late));

    Credentials node = old.issueWithNewKey(new Node(1), SubjectNames.NONE);

    assertThat(node.certificate().getNotAfter()).isEqualTo(old.certificate().getNotAfter());
  }

  @Test
  void serialNumbersAreRandomAndLong() {
    CertificateRequest request = CertificateRequest.create(KeyType.EC_P256.generate(), "n");
    Set<Object> serials = new HashSet<>();
    int longest = 0;
    for (int i = 0; i < 20; i++) {
      X509Certificate issued = authority.issue(request, new Node(1), SubjectNames.NONE).getFirst();
      serials.add(issued.getSerialNumber());
      assertThat(issued.getSerialNumber().signum()).isPositive();
      longest = Math.max(longest, issued.getSerialNumber().bitLength());
    }
    assertThat(serials).hasSize(20);
    assertThat(longest).isBetween(120, 128);
  }

  @Test
  void authorityIsMadeOnceAndThenKept(@TempDir Path folder) {
    CredentialStore store = new CredentialStore(folder.resolve("ca"));

    CertificateAuthority first = CertificateAuthority.open(store, "Plenum CA", CLOCK);
    CertificateAuthority second = CertificateAuthority.open(store, "Plenum CA", CLOCK);

    assertThat(second.certificate()).isEqualTo(first.certificate());
  }

  @Test
  void anEndCertificateMakesNoAuthority() {
    Credentials node = authority.issueWithNewKey(new Node(1), SubjectNames.NONE);

    assertThatThrownBy(() -> new CertificateAuthority(node, CLOCK))
        .isInstanceOf(PkiException.class)
        .hasMessageContaining("not a certificate of an authority");
  }

  @Test
  void selfSignedServerCertificateServesSipInBothDirections() throws Exception {
    for (KeyType type : List.of(KeyType.EC_P256, KeyType.RSA_2048)) {
      Credentials credentials =
          new SelfSignedCertificate(CLOCK)
              .create(type, "sip.example.org", SubjectNames.of("sip.example.org", "192.0.2.9"));

      X509Certificate certificate = credentials.certificate();
      certificate.verify(certificate.getPublicKey());
      assertThat(extendedUsages(certificate)).hasSize(2);
      assertThat(CertificateDetails.of(certificate).names().cover("sip.example.org")).isTrue();
    }
  }

  @Test
  void renewalIsDueWhenLessThanAThirdIsLeft() {
    CertificateLifetime lifetime = new CertificateLifetime(NOW, NOW.plus(Duration.ofDays(300)));

    assertThat(lifetime.renewalDue(NOW.plus(Duration.ofDays(200)))).isFalse();
    assertThat(lifetime.renewalDue(NOW.plus(Duration.ofDays(200)).plusSeconds(1))).isTrue();
    assertThat(lifetime.renewalDue(NOW.plus(Duration.ofDays(400)))).isTrue();
  }

  private static List<String> usages(X509Certificate certificate) {
    return new CertificateExtensions(certificate).keyUsages();
  }

  private static List<String> extendedUsages(X509Certificate certificate) {
    return new CertificateExtensions(certificate).extendedKeyUsages();
  }
}
