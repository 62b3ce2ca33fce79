package org.plenum.management.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.setup.InitialConfiguration;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.config.ObjectId;
import org.plenum.model.config.Values;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.SelfSignedCertificate;
import org.plenum.model.pki.SubjectNames;

class CertificatesTest {
  private static final InstantSource CLOCK = InstantSource.fixed(StoreFixture.START);
  private static final ObjectId MANAGEMENT = new ObjectId("management_vm", 1);

  @TempDir Path folder;
  private StoreFixture fixture;

  @BeforeEach
  void openStore() {
    fixture = new StoreFixture(folder);
    new InitialConfiguration(fixture.store(), fixture.changeSets()).ensure(ServiceFixture.NETWORK);
  }

  @AfterEach
  void closeStore() {
    fixture.close();
  }

  private long serverCertificate(String name, ObjectId... nodes) {
    Credentials credentials =
        new SelfSignedCertificate(CLOCK).create(KeyType.EC_P256, name, SubjectNames.of(name));
    return fixture.create(
        "tls_certificate",
        Map.of(
            "certificate",
            PemText.of(credentials.chain()),
            "private_key",
            PemText.of(credentials.privateKey()),
            "nodes",
            List.of(nodes)));
  }

  private Long certificateOfManagement() {
    return fixture.get("management_vm", 1).values().number("tls_certificate");
  }

  @Test
  @Tag("SYS-280")
  void anotherCertificateOfANodeReplacesTheOneThatItHad() {
    long first = serverCertificate("first.example.org", MANAGEMENT);
    assertThat(certificateOfManagement()).isEqualTo(first);

    long second = serverCertificate("second.example.org", MANAGEMENT);
    assertThat(certificateOfManagement()).isEqualTo(second);

    fixture.accept(
        Operation.update(
            "tls_certificate", first, Values.of(Map.of("nodes", List.of(MANAGEMENT)))));
    assertThat(certificateOfManagement()).isEqualTo(first);
  }

  @Test
  @Tag("SYS-299")
  @Tag("SYS-301")
  void oneTextHoldsSeveralCertificatesOfAuthoritiesAndTheFirstIsDescribed() {
    X509Certificate intermediate = CertificateAuthority.create("Issuer", CLOCK).certificate();
    X509Certificate root = CertificateAuthority.create("Root", CLOCK).certificate();
    String text = PemText.of(intermediate) + PemText.of(root);

    long id = fixture.create("ca_certificate", Map.of("certificate", text));

    Values stored = fixture.get("ca_certificate", id).values();
    assertThat(stored.text("certificate")).isEqualTo(text);
    assertThat(stored.text("subject_name")).isEqualTo("Issuer");
    assertThat(stored.text("issuer_name")).isEqualTo("Issuer");
    assertThat(stored.text("serial_no"))
        .isEqualToIgnoringCase(intermediate.getSerialNumber().toString(16));
    assertThat(stored.time("start_date")).isEqualTo(intermediate.getNotBefore().toInstant());
    assertThat(stored.time("end_date")).isEqualTo(intermediate.getNotAfter().toInstant());
    assertThat(stored.text("key_id")).isNotEmpty();
    assertThat(stored.text("subject_hash")).hasSize(8);
  }
}
