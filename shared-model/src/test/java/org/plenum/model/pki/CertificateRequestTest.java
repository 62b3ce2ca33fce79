package org.plenum.model.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CertificateRequestTest {
  @Test
  void provesPossessionOfTheKey() {
    KeyPair keys = KeyType.RSA_2048.generate();

    CertificateRequest sent = CertificateRequest.create(keys, "node");
    CertificateRequest received = CertificateRequest.parse(sent.pem());

    assertThat(received.publicKey()).isEqualTo(keys.getPublic());
    assertThat(received.keyFingerprint()).isEqualTo(sent.keyFingerprint());
    assertThat(sent.pem()).doesNotContain("PRIVATE");
  }

  @Test
  void refusesAForeignSignature() {
    CertificateRequest request = CertificateRequest.create(KeyType.EC_P256.generate(), "node");
    byte[] der = Base64.getMimeDecoder().decode(request.pem().replaceAll("-----.*-----", ""));
    // A bit of the subject, which the signature covers.
    int at = new String(der, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("node");
    der[at] ^= 1;

    assertThatThrownBy(() -> CertificateRequest.parse(PemText.block("CERTIFICATE REQUEST", der)))
        .isInstanceOf(CertificateRequestException.class)
        .hasMessageContaining("not signed with its own key");
  }

  @Test
  void refusesWeakKeys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    String pem = CertificateRequest.create(generator.generateKeyPair(), "weak").pem();

    assertThatThrownBy(() -> CertificateRequest.parse(pem))
        .hasMessageContaining("2048 to 8192 bits, not 1024");
  }

  @Test
  void refusesWhatIsNoRequest() {
    assertThatThrownBy(() -> CertificateRequest.parse("hello"))
        .isInstanceOf(CertificateRequestException.class);
    assertThatThrownBy(() -> CertificateRequest.parse(Fixtures.text("ec.crt")))
        .hasMessageContaining("not a certificate request");
    assertThatThrownBy(() -> CertificateRequest.parse("x".repeat(20_000)))
        .hasMessageContaining("longer than");
  }
}
