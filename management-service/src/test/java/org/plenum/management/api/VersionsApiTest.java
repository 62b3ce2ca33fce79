package org.plenum.management.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.management.testing.RestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.testing.RestClient;
import org.plenum.management.testing.ServiceFixture;

class VersionsApiTest {
  private static final String VERSIONS = "/api/versions/v1/version/";
  private static final String TEXT = "/api/configuration-text/v1/";

  @TempDir Path folder;
  private ServiceFixture service;
  private RestClient admin;

  @BeforeEach
  void start() {
    service = new ServiceFixture(folder);
    admin = service.client(ServiceFixture.ADMIN);
  }

  @AfterEach
  void stop() {
    admin.close();
    service.close();
  }

  private long current() {
    return json(admin.get(VERSIONS + "?limit=1")).path("objects").get(0).path("version").asLong();
  }

  private void room(String name) {
    assertThat(admin.send("POST", "conference/", "{\"name\": \"%s\"}".formatted(name)).statusCode())
        .isEqualTo(201);
  }

  @Test
  void listsComparesAndRollsBack() {
    long before = current();
    room("Meet");

    JsonNode list = json(admin.get(VERSIONS + "?resource=conference&author=admin"));
    assertThat(list.path("meta").path("total_count").asInt()).isEqualTo(1);
    JsonNode version = list.path("objects").get(0);
    assertThat(version.path("source").asText()).isEqualTo("REST");
    assertThat(version.path("touched").get(0).path("first_title").asText()).isEqualTo("Meet");

    JsonNode comparison =
        json(admin.get("/api/versions/v1/comparison/?from=%d&to=%d".formatted(before, before + 1)));
    assertThat(comparison.path("objects").get(0).path("kind").asText()).isEqualTo("create");

    JsonNode preview = json(admin.get(VERSIONS + before + "/rollback/"));
    assertThat(preview.path("changes").get(0).path("kind").asText()).isEqualTo("delete");
    HttpResponse<String> stale =
        admin.send("POST", VERSIONS + before + "/rollback/", "{\"expected_version\": 1}");
    assertThat(stale.statusCode()).isEqualTo(412);
    HttpResponse<String> done =
        admin.send(
            "POST",
            VERSIONS + before + "/rollback/",
            "{\"expected_version\": %d}".formatted(preview.path("current_version").asLong()));
    assertThat(json(done).path("version").asLong()).isEqualTo(before + 2);
    assertThat(json(admin.get("conference/")).path("meta").path("total_count").asInt()).isZero();
  }

  @Test
  void saysWhatIsInTheWay() {
    HttpResponse<String> refused = admin.send("POST", VERSIONS + "1/rollback/", "{}");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(refused).path("problems").toString()).contains("is used by management node");
  }

  @Test
  void knowsItsVersionsAndParameters() {
    assertThat(admin.get(VERSIONS + "99/").statusCode()).isEqualTo(404);
    assertThat(admin.get(VERSIONS + "?colour=red").statusCode()).isEqualTo(400);
    assertThat(admin.get("/api/versions/v1/comparison/?from=1").statusCode()).isEqualTo(400);
    assertThat(admin.send("POST", VERSIONS + "1/rollback/", "[]").statusCode()).isEqualTo(400);
  }

  @Test
  void viewersOnlyLook() {
    try (RestClient viewer = service.client(ServiceFixture.VIEWER)) {
      assertThat(viewer.get(VERSIONS + "1/change/").statusCode()).isEqualTo(200);
      assertThat(viewer.send("POST", VERSIONS + "1/rollback/", "{}").statusCode()).isEqualTo(403);
      assertThat(viewer.get(TEXT).statusCode()).isEqualTo(200);
      assertThat(viewer.send("POST", TEXT + "application/", "{}").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void viewersCompareTextsButGuessNoSecrets() {
    assertThat(
            admin
                .send(
                    "POST",
                    "ntp_server/",
                    "{\"address\": \"192.0.2.9\", \"key_id\": 1, \"key\": \"s3cret\"}")
                .statusCode())
        .isEqualTo(201);
    String text = "{\"text\": \"ntp_server: [{address: 192.0.2.9, key_id: 1, key: %s}]\"}";
    try (RestClient viewer = service.client(ServiceFixture.VIEWER)) {
      HttpResponse<String> same =
          viewer.send("POST", TEXT + "comparison/", text.formatted("{secret: kept}"));
      assertThat(same.statusCode()).as(same.body()).isEqualTo(200);
      assertThat(json(same).path("changes")).isEmpty();

      HttpResponse<String> guess =
          viewer.send("POST", TEXT + "comparison/", text.formatted("s3cret"));
      assertThat(guess.statusCode()).isEqualTo(400);
      assertThat(json(guess).path("problems").get(0).asText())
          .startsWith("NTP server \"192.0.2.9\", key: Only who may change");
    }
    assertThat(
            json(admin.send("POST", TEXT + "comparison/", text.formatted("s3cret")))
                .path("changes"))
        .isEmpty();
  }

  @Test
  void comparesAndAppliesTexts() {
    String body = "{\"text\": \"conference:\\n  - name: Meet\\n\"}";

    JsonNode comparison = json(admin.send("POST", TEXT + "comparison/", body));
    assertThat(comparison.path("changes").get(0).path("name").asText()).isEqualTo("Meet");
    assertThat(json(admin.send("POST", TEXT + "application/", body)).path("version").asLong())
        .isEqualTo(comparison.path("version").asLong() + 1);
    assertThat(json(admin.get(TEXT)).path("text").asText()).contains("- name: Meet");
    HttpResponse<String> refused =
        admin.send("POST", TEXT + "comparison/", "{\"text\": \"fax: []\"}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).path("problems").get(0).asText())
        .isEqualTo("There is no resource fax.");
    assertThat(admin.send("POST", TEXT + "comparison/", "{}").statusCode()).isEqualTo(400);
  }
}
