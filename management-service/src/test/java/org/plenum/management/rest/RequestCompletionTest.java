package org.plenum.management.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.management.testing.RestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.testing.RestClient;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.CertificateRequest;
import org.plenum.model.pki.CredentialStore;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.PlatformIdentity;
import org.plenum.model.pki.SubjectNames;

/** Certificate signing requests from the key to the certificate. */
class RequestCompletionTest {
  @TempDir static Path folder;
  @TempDir static Path authorityFolder;
  private static ServiceFixture service;
  private static RestClient admin;
  private static CertificateAuthority authority;

  @BeforeAll
  static void start() {
    service = new ServiceFixture(folder);
    admin = service.client(ServiceFixture.ADMIN);
    authority =
        CertificateAuthority.open(
            new CredentialStore(authorityFolder), "Outside authority", InstantSource.system());
  }

  @AfterAll
  static void stop() {
    admin.close();
    service.close();
  }

  private static String pending() {
    HttpResponse<String> created =
        admin.send(
            "POST",
            "certificate_signing_request/",
            "{\"subject_name\": \"node.example.org\", \"private_key_type\": \"ECDSAP256\"}");
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    return created.headers().firstValue("Location").orElseThrow();
  }

  private static String signed(String request) {
    CertificateRequest csr =
        CertificateRequest.parse(json(admin.get(request)).path("csr").asText());
    return PemText.of(
        authority.issue(
            csr, new PlatformIdentity.Management(), SubjectNames.of("node.example.org")));
  }

  private static HttpResponse<String> complete(String request, String certificate) {
    return admin.send(
        "POST",
        request,
        JsonNodeFactory.instance.objectNode().put("certificate", certificate).toString());
  }

  @Test
  @Tag("SYS-312")
  void theKeyIsNeverShown() {
    JsonNode request = json(admin.get(pending()));

    assertThat(request.path("csr").asText()).contains("BEGIN CERTIFICATE REQUEST");
    assertThat(request.has("private_key")).isFalse();
  }

  @Test
  @Tag("SYS-315")
  void aCertificateTakesThePlaceOfItsRequest() {
    String request = pending();

    HttpResponse<String> completed = complete(request, signed(request));

    assertThat(completed.statusCode()).as(completed.body()).isEqualTo(201);
    JsonNode certificate =
        json(admin.get(completed.headers().firstValue("Location").orElseThrow()));
    assertThat(certificate.path("resource_uri").asText()).contains("/tls_certificate/");
    assertThat(certificate.path("issuer_name").asText()).isEqualTo("Outside authority");
    assertThat(admin.get(request).statusCode()).isEqualTo(404);
  }

  @Test
  @Tag("SYS-317")
  @Tag("SYS-400")
  void aCertificateForAnotherKeyIsRefusedAndTheRequestStays() {
    String request = pending();

    HttpResponse<String> refused = complete(request, signed(pending()));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("Certificate and private key do not appear to be part of the same key pair");
    assertThat(admin.get(request).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesWhatIsNoCertificate() {
    String request = pending();

    assertThat(complete(request, "x").statusCode()).isEqualTo(400);
    assertThat(admin.send("POST", request, "{}").statusCode()).isEqualTo(400);
    assertThat(admin.send("POST", "certificate_signing_request/999/", "{}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void otherObjectsCannotBeCompleted() {
    HttpResponse<String> refused = admin.send("POST", "global/1/", "{}");

    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("Allow").orElseThrow()).doesNotContain("POST");
  }
}
