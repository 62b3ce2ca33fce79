package org.plenum.model.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.model.pki.PlatformIdentity.Console;
import org.plenum.model.pki.PlatformIdentity.Management;
import org.plenum.model.pki.PlatformIdentity.Node;

class PlatformIdentityTest {
  @Test
  void namesAreReadAsTheyAreWritten() {
    UUID id = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");

    assertThat(PlatformIdentity.parse("urn:plenum:management")).isEqualTo(new Management());
    assertThat(PlatformIdentity.parse("urn:plenum:node:42")).isEqualTo(new Node(42));
    assertThat(PlatformIdentity.parse("urn:plenum:console:" + id)).isEqualTo(new Console(id));
    assertThat(new Node(42).urn()).isEqualTo("urn:plenum:node:42");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "urn:plenum:",
        "URN:plenum:management",
        "urn:plenum:management ",
        "urn:plenum:management:1",
        "urn:plenum:node:",
        "urn:plenum:node:0",
        "urn:plenum:node:07",
        "urn:plenum:node:-1",
        "urn:plenum:node:9999999999",
        "urn:plenum:node:1\n",
        "urn:plenum:node:١",
        "urn:plenum:console:1-1-1-1-1",
        "urn:plenum:console:0F8FAD5B-D9CB-469F-A165-70867728950E",
        "urn:plenum:robot:1"
      })
  void everythingElseIsRefused(String urn) {
    assertThatThrownBy(() -> PlatformIdentity.parse(urn)).isInstanceOf(IdentityException.class);
  }

  @Test
  void certificateMustHaveExactlyOneUri() {
    assertThatThrownBy(() -> PlatformIdentity.of(withUris())).hasMessageContaining("has 0");
    assertThatThrownBy(
            () -> PlatformIdentity.of(withUris("urn:plenum:node:1", "urn:plenum:management")))
        .isInstanceOf(IdentityException.class)
        .hasMessageContaining("has 2");
    assertThat(PlatformIdentity.of(withUris("urn:plenum:node:1"))).isEqualTo(new Node(1));
  }

  private static X509Certificate withUris(String... uris) {
    KeyPair keys = KeyType.EC_P256.generate();
    CertificateBuilder builder =
        new CertificateBuilder(
            "test",
            keys.getPublic(),
            CertificateLifetime.startingAt(Instant.now(), Duration.ofHours(1)));
    for (String uri : uris) {
      builder.uri(uri);
    }
    return builder.selfSigned(keys.getPrivate());
  }
}
