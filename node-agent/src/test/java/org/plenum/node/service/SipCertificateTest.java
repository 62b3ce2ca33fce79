package org.plenum.node.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.model.pki.CredentialStore;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.SelfSignedCertificate;
import org.plenum.model.pki.SubjectNames;
import org.plenum.node.routing.TestConfiguration;

@Tag("SVC-019")
@Tag("PLAT-150")
class SipCertificateTest {
  @TempDir Path folder;
  private final Credentials first = credentials("first.example.com");
  private final Credentials second = credentials("second.example.com");
  private final TestConfiguration configuration =
      new TestConfiguration().certificate(1, first).certificate(2, second);

  private SipCertificate certificate() {
    return new SipCertificate(configuration, new CredentialStore(folder), InstantSource.system());
  }

  private static Credentials credentials(String name) {
    return new SelfSignedCertificate(InstantSource.system())
        .create(KeyType.EC_P256, name, SubjectNames.NONE);
  }

  @Test
  void anotherCertificateIsPresentedAsSoonAsItIsAssigned() {
    configuration.node("tls_certificate", 1L);
    SipCertificate certificate = certificate();
    ReloadableKeyManager keys = certificate.keys();
    assertThat(keys.current().certificate()).isEqualTo(first.certificate());

    configuration.node("tls_certificate", 2L);
    certificate.follow();
    assertThat(keys.current().certificate()).isEqualTo(second.certificate());
    assertThat(certificate.keys()).isSameAs(keys);

    configuration.certificate(2, first);
    certificate.follow();
    assertThat(keys.current().certificate()).isEqualTo(first.certificate());
  }

  @Test
  void withoutAnAssignedOneTheNodeKeepsOneThatItSignedItself() {
    SipCertificate certificate = certificate();
    Credentials own = certificate.keys().current();
    assertThat(own.certificate().getSubjectX500Principal().getName()).contains("node1.example.com");

    configuration.node("tls_certificate", 1L);
    certificate.follow();
    configuration.node("tls_certificate", null);
    certificate.follow();

    assertThat(certificate.keys().current().certificate()).isEqualTo(own.certificate());
    assertThat(certificate().keys().current().certificate()).isEqualTo(own.certificate());
  }

  @Test
  void otherChangesAndAForgottenNodeChangeNothing() {
    configuration.node("tls_certificate", 1L);
    SipCertificate certificate = certificate();
    Credentials presented = certificate.keys().current();

    configuration.node("tls_certificate", 1L, "description", "in the cellar");
    certificate.follow();
    configuration.withoutNode();
    certificate.follow();

    assertThat(certificate.keys().current()).isSameAs(presented);
  }
}
