package org.plenum.model.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.model.pki.PlatformIdentity.Node;

class PemBundleTest {
  @ParameterizedTest
  @ValueSource(strings = {"rsa-pkcs8.key", "rsa-pkcs1.key"})
  @Tag("SYS-274")
  void plainRsaKeysFitTheirCertificate(String key) {
    Credentials credentials =
        PemBundle.parse(Fixtures.text("rsa.crt"))
            .and(PemBundle.parse(Fixtures.text(key)))
            .credentials();

    assertThat(credentials.privateKey().getAlgorithm()).isEqualTo("RSA");
    assertThat(credentials.chain()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rsa-pkcs1-encrypted.key",
        "rsa-pkcs8-encrypted.key",
        "rsa-pkcs8-scrypt.key",
        "rsa-pkcs8-3des.key"
      })
  @Tag("SYS-274")
  void encryptedKeysNeedTheirPassphrase(String key) {
    String text = Fixtures.text(key) + Fixtures.text("rsa.crt");

    assertThat(PemBundle.parse(text, "sesame").credentials().certificate()).isNotNull();
    assertThatThrownBy(() -> PemBundle.parse(text))
        .isInstanceOf(PemException.class)
        .hasMessageContaining("needs a passphrase");
    assertThatThrownBy(() -> PemBundle.parse(text, "wrong"))
        .isInstanceOf(PemException.class)
        .hasMessageContaining("wrong passphrase")
        .hasMessageNotContaining("sesame");
  }

  @Test
  @Tag("SYS-274")
  void ellipticCurveKeysAreReadPlainAndEncrypted() {
    String certificate = Fixtures.text("ec.crt");

    assertThat(PemBundle.parse(certificate + Fixtures.text("ec-sec1.key")).credentials().chain())
        .hasSize(1);
    assertThat(
            PemBundle.parse(certificate + Fixtures.text("ec-sec1-encrypted.key"), "sesame")
                .credentials()
                .chain())
        .hasSize(1);
  }

  @Test
  @Tag("SYS-400")
  void foreignKeyIsRefused() {
    PemBundle bundle = PemBundle.parse(Fixtures.text("rsa.crt") + Fixtures.text("ec-sec1.key"));

    assertThatThrownBy(bundle::credentials)
        .isInstanceOf(KeyMismatchException.class)
        .hasMessage("Certificate and private key do not appear to be part of the same key pair");
  }

  @Test
  @Tag("SYS-273")
  void chainIsPutInOrderAroundTheCertificateThatPairsWithTheKey() {
    CertificateAuthority authority = CertificateAuthority.create("CA", InstantSource.system());
    Credentials node = authority.issueWithNewKey(new Node(1), SubjectNames.NONE);

    Credentials read =
        PemBundle.parse(
                PemText.of(authority.certificate())
                    + "a comment as OpenSSL writes it\n"
                    + Fixtures.text("rsa.crt")
                    + PemText.of(node.certificate())
                    + PemText.of(node.privateKey()))
            .credentials();

    assertThat(read).isEqualTo(node);
  }

  @Test
  @Tag("SYS-275")
  void parametersMayBeAppended() {
    PemBundle bundle =
        PemBundle.parse(
            Fixtures.text("rsa.crt") + Fixtures.text("dh.pem") + Fixtures.text("ec-sec1.key"));

    assertThat(bundle.tlsParameters()).hasSize(2);
    assertThat(bundle.tlsParameters().getFirst().pem()).startsWith("-----BEGIN DH PARAMETERS-----");
  }

  @Test
  void keysThatTlsCannotUseAreRefused() {
    assertThatThrownBy(() -> PemBundle.parse(Fixtures.text("unsupported-curve.key")))
        .isInstanceOf(PemException.class)
        .hasMessage("PEM block 1: ECDSA keys must be on the curve P-256, P-384 or P-521");
    assertThatThrownBy(() -> PemBundle.parse(Fixtures.text("ed25519.key")))
        .hasMessageContaining("must be RSA or ECDSA, not");
  }

  @Test
  void errorsSayWhatIsWrong() {
    String certificate = Fixtures.text("ec.crt");
    String key = Fixtures.text("ec-sec1.key");

    assertThatThrownBy(() -> PemBundle.parse("no PEM here")).hasMessageContaining("no PEM block");
    assertThatThrownBy(() -> PemBundle.parse(certificate).credentials())
        .hasMessageContaining("no private key");
    assertThatThrownBy(() -> PemBundle.parse(key).credentials())
        .hasMessageContaining("no certificate");
    assertThatThrownBy(() -> PemBundle.parse(key + key + certificate).credentials())
        .hasMessageContaining("2 private keys");
    assertThatThrownBy(
            () -> PemBundle.parse(CertificateRequest.create(KeyType.EC_P256.generate(), "x").pem()))
        .hasMessageContaining("certificate request, not a certificate");
    assertThatThrownBy(
            () -> PemBundle.parse(certificate + PemText.block("CERTIFICATE", new byte[] {1, 2})))
        .hasMessage("PEM block 2: the CERTIFICATE cannot be decoded");
    assertThatThrownBy(() -> PemBundle.parse(certificate.substring(0, 200)))
        .isInstanceOf(PemException.class)
        .hasMessage("PEM block 1 is malformed");
  }
}
