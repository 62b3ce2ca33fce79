package org.plenum.management.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.config.Values;
import org.plenum.model.pki.CertificateRequest;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PemText;

class SigningRequestTest {
  private static final String RESOURCE = "certificate_signing_request";

  @TempDir Path folder;
  private StoreFixture fixture;

  @BeforeEach
  void openStore() {
    fixture = new StoreFixture(folder);
  }

  @AfterEach
  void closeStore() {
    fixture.close();
  }

  private static Map<String, Object> request(Object... fields) {
    Map<String, Object> request = new HashMap<>();
    request.put("subject_name", "node1.example.org");
    request.put("private_key_type", "ECDSAP256");
    for (int i = 0; i < fields.length; i += 2) {
      request.put((String) fields[i], fields[i + 1]);
    }
    return request;
  }

  private Values create(Object... fields) {
    return fixture.get(RESOURCE, fixture.create(RESOURCE, request(fields))).values();
  }

  private Iterable<String> refusedFields(Object... fields) {
    return fixture
        .refuse(Operation.create(RESOURCE, Values.of(request(fields))))
        .rejections()
        .getFirst()
        .violations()
        .messages()
        .keySet();
  }

  private static PKCS10CertificationRequest decoded(Values object) throws IOException {
    try (PEMParser parser = new PEMParser(new StringReader(object.text("csr")))) {
      return (PKCS10CertificationRequest) parser.readObject();
    }
  }

  private static Extensions extensions(Values object) throws IOException {
    return decoded(object).getRequestedExtensions();
  }

  @Test
  @Tag("SYS-302")
  @Tag("SYS-312")
  void isSignedWithAKeyThatThePlatformMakes() {
    Values object = create();

    var key = PemBundle.parse(object.text("private_key")).onlyPrivateKey();
    assertThat(key.getAlgorithm()).isEqualTo("EC");
    assertThat(CertificateRequest.parse(object.text("csr")).publicKey().getAlgorithm())
        .isEqualTo("EC");
  }

  @Test
  @Tag("SYS-308")
  void hasTheAttributesOfTheSubject() throws IOException {
    Values object = create("dn", "O=Example,OU=Video,L=Oslo,ST=Oslo,C=no");

    assertThat(decoded(object).getSubject().toString())
        .isEqualTo("CN=node1.example.org,O=Example,OU=Video,L=Oslo,ST=Oslo,C=NO");
  }

  @Test
  @Tag("SYS-306")
  @Tag("SYS-307")
  @Tag("SYS-310")
  void asksForAlternativeNames() throws IOException {
    Values object = create("additional_subject_alt_names", "pool.example.org, 192.0.2.1");

    assertThat(names(object)).containsExactly("pool.example.org", "node1.example.org", "#c0000201");
    assertThat(names(create("include_cn_in_san", false, "additional_subject_alt_names", "a.b")))
        .containsExactly("a.b");
  }

  private static List<String> names(Values object) throws IOException {
    GeneralNames names =
        GeneralNames.fromExtensions(extensions(object), Extension.subjectAlternativeName);
    return Arrays.stream(names.getNames()).map(name -> name.getName().toString()).toList();
  }

  @Test
  @Tag("SYS-296")
  @Tag("SYS-313")
  void asksForServerAndClientAuthentication() throws IOException {
    ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(extensions(create()));

    assertThat(usage.hasKeyPurposeId(KeyPurposeId.id_kp_serverAuth)).isTrue();
    assertThat(usage.hasKeyPurposeId(KeyPurposeId.id_kp_clientAuth)).isTrue();
  }

  @Test
  @Tag("SYS-309")
  void namesTheTemplateForMicrosoftAuthoritiesOnRequestOnly() throws IOException {
    var template = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2");

    assertThat(extensions(create()).getExtension(template)).isNull();
    assertThat(
            extensions(create("ad_compatible", true)).getExtensionParsedValue(template).toString())
        .isEqualTo("WebServer");
  }

  @ParameterizedTest
  @Tag("SYS-304")
  @Tag("SYS-305")
  @CsvSource({"EC_P256", "RSA_2048"})
  void usesAKeyThatIsGiven(KeyType type) {
    var keys = type.generate();

    Values object =
        create("private_key_type", "UPLOAD", "private_key", PemText.of(keys.getPrivate()));

    assertThat(CertificateRequest.parse(object.text("csr")).publicKey())
        .isEqualTo(keys.getPublic());
  }

  @Test
  void refusesWhatCannotBeRequested() {
    String key = PemText.of(KeyType.EC_P256.generate().getPrivate());

    assertThat(refusedFields("dn", "CN=other")).containsExactly("dn");
    assertThat(refusedFields("dn", "C=Norway")).containsExactly("dn");
    assertThat(refusedFields("dn", "nonsense")).containsExactly("dn");
    assertThat(refusedFields("additional_subject_alt_names", "a b"))
        .containsExactly("additional_subject_alt_names");
    assertThat(refusedFields("subject_name", "a b")).containsExactly("subject_name");
    assertThat(refusedFields("private_key", key)).containsExactly("private_key");
    assertThat(refusedFields("private_key_type", "UPLOAD")).containsExactly("private_key");
    assertThat(refusedFields("private_key_type", "DSA")).contains("private_key_type");
  }

  @Test
  @Tag("SYS-314")
  void cannotBeModified() {
    long id = fixture.create(RESOURCE, request());

    var refused =
        fixture.refuse(Operation.update(RESOURCE, id, Values.of(Map.of("dn", "O=Other"))));

    assertThat(refused.rejections().getFirst().violations().messages()).containsOnlyKeys("dn");
  }
}
