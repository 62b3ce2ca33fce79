package org.plenum.management.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.management.testing.RestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.testing.RestClient;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.management.testing.ThemeArchives;
import org.plenum.model.theme.PreconfiguredTheme;
import org.plenum.model.theme.ShippedFiles;
import org.plenum.model.theme.ThemeFiles;
import org.plenum.model.theme.ThemePackage;

/** Files of themes over HTTPS, as tools send and fetch them. */
@Tag("MAPI")
class ThemeApiTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @TempDir static Path folder;
  private static ServiceFixture service;
  private static RestClient admin;
  private static RestClient viewer;
  private String theme = "";

  @BeforeAll
  static void start() {
    service = new ServiceFixture(folder);
    admin = service.client(ServiceFixture.ADMIN);
    viewer = service.client(ServiceFixture.VIEWER);
  }

  @AfterAll
  static void stop() {
    admin.close();
    viewer.close();
    service.close();
  }

  @BeforeEach
  void createTheme() {
    HttpResponse<String> created =
        admin.send(
            "POST", "ivr_theme/", "{\"name\": \"T/%d\"}".formatted(NUMBER.getAndIncrement()));
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    theme = created.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> upload(RestClient client, byte[] archive) {
    return client.send(
        client
            .request(theme + "package/")
            .header("Content-Type", "application/zip")
            .PUT(BodyPublishers.ofByteArray(archive)));
  }

  private byte[] download() {
    HttpResponse<byte[]> answer = admin.bytes(admin.request(theme + "package/").GET());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .matches("attachment; filename\\*=UTF-8''T_[0-9]+\\.zip");
    return answer.body();
  }

  @Test
  @Tag("SVX-318")
  @Tag("SVX-321")
  @Tag("SVX-323")
  @Tag("SVX-328")
  void filesAreReplacedAndFetched() throws Exception {
    JsonNode before = json(admin.get(theme));
    assertThat(before.path("files")).isEmpty();
    assertThat(admin.get(theme + "package/").statusCode()).isEqualTo(404);

    HttpResponse<String> uploaded = upload(admin, ThemeArchives.streamingText("On air"));

    assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(202);
    JsonNode after = json(uploaded);
    assertThat(after.path("files").get(0).asText()).isEqualTo("themeconfig.json");
    assertThat(after.path("package_digest").asText()).hasSize(64);
    assertThat(after.path("uuid").asText()).hasSize(36).isEqualTo(before.path("uuid").asText());
    ThemePackage fetched = ThemePackage.read(download());
    assertThat(fetched.digest()).isEqualTo(after.path("package_digest").asText());
  }

  @Test
  @Tag("SVX-312")
  @Tag("SVX-328")
  @Tag("SVX-364")
  void theBaseThemeIsFetchedAndCanBeUploadedAsATheme() throws Exception {
    HttpResponse<byte[]> base = admin.bytes(admin.request("ivr_theme/base/package/").GET());
    assertThat(base.statusCode()).isEqualTo(200);
    assertThat(base.headers().firstValue("Content-Disposition").orElseThrow()).endsWith("Base.zip");
    HttpResponse<String> uploaded = upload(admin, base.body());
    assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(202);
    assertThat(json(uploaded).path("package_digest").asText())
        .isEqualTo(ShippedFiles.baseTheme().digest());
    assertThat(ThemePackage.read(download()).names()).containsAll(ThemeFiles.names());
    assertThat(admin.get("ivr_theme/graphics/package/").statusCode()).isEqualTo(200);
    assertThat(admin.send("PUT", "ivr_theme/base/package/", "{}").statusCode()).isEqualTo(405);
  }

  @Test
  @Tag("SVX-412")
  void preconfiguredThemesAreThereAndCanBeFetched() throws Exception {
    for (PreconfiguredTheme shipped : PreconfiguredTheme.values()) {
      String name = URLEncoder.encode(shipped.title(), StandardCharsets.UTF_8);
      JsonNode found = json(admin.get("ivr_theme/?name=" + name)).path("objects").path(0);
      assertThat(found.path("package_digest").asText()).isEqualTo(shipped.files().digest());
      HttpResponse<byte[]> files =
          admin.bytes(admin.request("ivr_theme/" + found.path("id").asText() + "/package/").GET());
      assertThat(ThemePackage.read(files.body()).digest()).isEqualTo(shipped.files().digest());
    }
  }

  @Test
  void anotherPackageIsAChangeOfTheThemeAndTheSamePackageIsNone() {
    String first = digestAfter(ThemeArchives.streamingText("One"));
    assertThat(digestAfter(ThemeArchives.streamingText("Two"))).isNotEqualTo(first);
    // An earlier version of the configuration names a file that is still there.
    assertThat(digestAfter(ThemeArchives.streamingText("One"))).isEqualTo(first);
  }

  private String digestAfter(byte[] archive) {
    return json(upload(admin, archive)).path("package_digest").asText();
  }

  @Test
  @Tag("SVX-332")
  void whatIsNoThemeIsRefusedWithTheReason() {
    String before = admin.get(theme).body();
    HttpResponse<String> refused = upload(admin, ThemeArchives.of("notes.txt", "x"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).path("ivr_theme").path("files").get(0).asText())
        .isEqualTo("'notes.txt' is no file of a theme.");
    assertThat(admin.get(theme).body()).isEqualTo(before);
  }

  @Test
  void archivesAreBounded() {
    HttpResponse<String> refused =
        admin.send(
            admin
                .request(theme + "package/")
                .header("Content-Type", "application/zip")
                // The answer comes before the body is sent, so it cannot be lost with it.
                .expectContinue(true)
                .PUT(BodyPublishers.ofByteArray(new byte[ThemePackage.MAX_ARCHIVE_BYTES + 1])));
    assertThat(refused.statusCode()).isEqualTo(413);
  }

  @Test
  void onlyZipIsTakenAndGiven() {
    assertThat(admin.send("PUT", theme + "package/", "{}").statusCode()).isEqualTo(415);
    assertThat(
            admin
                .send(admin.request(theme + "package/").header("Accept", "application/json").GET())
                .statusCode())
        .isEqualTo(406);
    assertThat(admin.send("POST", theme + "package/", "{}").statusCode()).isEqualTo(405);
  }

  @Test
  void whoMayOnlyReadDoesNotUpload() {
    assertThat(upload(viewer, ThemeArchives.streamingText("No")).statusCode()).isEqualTo(403);
  }

  @Test
  void anUploadThatWasOvertakenIsRefused() {
    HttpResponse<String> refused =
        admin.send(
            admin
                .request(theme + "package/")
                .header("Content-Type", "application/zip")
                .header("If-Match", "\"1\"")
                .PUT(BodyPublishers.ofByteArray(ThemeArchives.streamingText("Late"))));
    assertThat(refused.statusCode()).isEqualTo(412);
  }

  @Test
  void filesOfNoThemeAreNotFound() {
    theme = "ivr_theme/999999/";
    assertThat(upload(admin, ThemeArchives.streamingText("x")).statusCode()).isEqualTo(404);
    assertThat(admin.get(theme + "package/").statusCode()).isEqualTo(404);
  }

  @Test
  @Tag("SVX-311")
  void aThemeInUseIsNotDeleted() {
    HttpResponse<String> created =
        admin.send(
            "POST",
            "conference/",
            "{\"name\": \"With theme\", \"ivr_theme\": \"%s\"}"
                .formatted(json(admin.get(theme)).path("resource_uri").asText()));
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    assertThat(admin.delete(theme).statusCode()).isEqualTo(409);
    admin.delete(created.headers().firstValue("Location").orElseThrow());
    assertThat(admin.delete(theme).statusCode()).isEqualTo(204);
  }
}
