package org.plenum.model.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CertificateDetailsTest {
  private final X509Certificate certificate =
      PemBundle.parse(Fixtures.text("rsa.crt")).onlyCertificate();
  private final CertificateDetails details = CertificateDetails.of(certificate);

  /** The expected values are what {@code openssl x509} prints of the same file. */
  @Test
  @Tag("SYS-277")
  void showsWhatOpenSslShows() {
    assertThat(details.subjectName()).isEqualTo("Conf.Example.ORG");
    assertThat(details.rawSubject())
        .isEqualTo("C=DE,O=Exämple  Org,OU=Video Team,CN=Conf.Example.ORG");
    assertThat(details.subjectHash()).isEqualTo("15e3bef7");
    assertThat(details.issuerHash()).isEqualTo("15e3bef7");
    assertThat(details.serialNo()).isEqualTo("578360FCADCE61869A88D3A2DA4D85CF114F41AA");
    assertThat(details.keyId())
        .contains("E3:09:C5:FC:28:4A:A6:E5:59:BE:27:35:55:46:E5:BF:5B:D5:E9:DF")
        .isEqualTo(details.issuerKeyId());
    assertThat(details.subjectAltNames())
        .containsExactly("DNS:conf.example.org", "DNS:*.rooms.example.org", "IP:192.0.2.7");
    assertThat(details.startDate()).isEqualTo(certificate.getNotBefore().toInstant());
    assertThat(CertificateFingerprint.of(certificate))
        .hasToString(
            "19:04:13:49:9D:D1:C1:11:A4:2F:47:8C:68:6D:2A:AB:"
                + "1D:B7:A6:01:B3:C4:91:43:FA:22:A7:23:EB:6E:73:3E");
  }

  @Test
  @Tag("SYS-281")
  void labelNamesSubjectAndIssuer() {
    assertThat(details.label()).isEqualTo("Conf.Example.ORG (Conf.Example.ORG)");
  }

  @Test
  @Tag("INST-127")
  void coversItsHostNames() {
    assertThat(details.names().cover("CONF.example.org")).isTrue();
    assertThat(details.names().cover("a.rooms.example.org")).isTrue();
    assertThat(details.names().cover("b.a.rooms.example.org")).isFalse();
    assertThat(details.names().cover("rooms.example.org")).isFalse();
    assertThat(details.names().cover("other.example.org")).isFalse();
    assertThat(details.names().haveWildcard()).isTrue();

    CertificateDetails withoutNames =
        CertificateDetails.of(PemBundle.parse(Fixtures.text("ec.crt")).onlyCertificate());
    assertThat(withoutNames.names().cover("ec.example.org")).isTrue();
    assertThat(withoutNames.subjectHash()).isEqualTo("b7d04eff");
  }

  @Test
  void textNamesEveryPart() {
    assertThat(details.text())
        .contains("Public Key: RSA, 2048 bits")
        .contains("Subject Alternative Name: DNS:conf.example.org, DNS:*.rooms.example.org")
        .contains("Basic Constraints: CA")
        .contains("Signature Algorithm: SHA256withRSA");
  }

  @Test
  void fingerprintIsReadInEitherCase() {
    CertificateFingerprint fingerprint = CertificateFingerprint.of(certificate);

    assertThat(new CertificateFingerprint(" " + fingerprint.value().toLowerCase() + "\n"))
        .isEqualTo(fingerprint);
    assertThatThrownBy(() -> new CertificateFingerprint("19:04"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
