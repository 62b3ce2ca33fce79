package org.plenum.management.api;

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
import org.plenum.model.pki.PemText;

/** The command of the API; what it does with certificates is shown beside its class. */
@Tag("SYS-282")
class CertificatesImportApiTest {
  private static final String PATH = "/api/admin/command/v1/platform/certificates_import/";

  @TempDir static Path folder;
  private static ServiceFixture service;
  private static RestClient admin;

  @BeforeAll
  static void start() {
    service = new ServiceFixture(folder);
    admin = service.client(ServiceFixture.ADMIN);
  }

  @AfterAll
  static void stop() {
    admin.close();
    service.close();
  }

  private static String body(String bundle) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("bundle", bundle)
        .put("private_key_passphrase", "")
        .toString();
  }

  @Test
  void answersWhatBecameOfEachCertificate() {
    String authority =
        PemText.of(CertificateAuthority.create("Root", InstantSource.system()).certificate());

    HttpResponse<String> answer = admin.send("POST", PATH, body(authority));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    JsonNode result = json(answer);
    assertThat(result.path("status").asText()).isEqualTo("success");
    assertThat(result.path("ignored")).isEmpty();
    JsonNode added = result.path("added").path(0);
    assertThat(added.path("subject_name").asText()).isEqualTo("Root");
    assertThat(json(admin.get(added.path("resource_uri").asText())).path("certificate").asText())
        .isEqualTo(authority);
  }

  @Test
  void refusesWhatIsWrongByField() {
    HttpResponse<String> noPem = admin.send("POST", PATH, body("x"));

    assertThat(noPem.statusCode()).isEqualTo(400);
    assertThat(json(noPem).at("/certificates_import/bundle/0").asText())
        .isEqualTo("There is no PEM block in the text.");
    HttpResponse<String> wrong = admin.send("POST", PATH, "{\"other\": 1}");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("\"bundle\"", "\"other\"");
  }

  @Test
  @Tag("SYS-060")
  void whoMayOnlyLookMayNotImport() {
    try (RestClient viewer = service.client(ServiceFixture.VIEWER)) {
      assertThat(viewer.send("POST", PATH, body("x")).statusCode()).isEqualTo(403);
    }
  }
}
