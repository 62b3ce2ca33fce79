package org.plenum.management.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.management.testing.RestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.testing.LicenceDesk;
import org.plenum.management.testing.RestClient;
import org.plenum.management.testing.ServiceFixture;

/** The way of a licence by files, over HTTPS as tools go it. */
class ManualActivationTest {
  @TempDir Path folder;
  private ServiceFixture service;
  private RestClient admin;
  private final LicenceDesk desk = new LicenceDesk("Issuer", InstantSource.system());

  @BeforeEach
  void start() {
    service = new ServiceFixture(folder);
    admin = service.client(ServiceFixture.ADMIN);
    trust(desk.certificate());
  }

  @AfterEach
  void stop() {
    admin.close();
    service.close();
  }

  private void trust(String certificates) {
    HttpResponse<String> trusted =
        admin.send("PATCH", "global/1/", text("licence_issuer_certificate", certificates));
    assertThat(trusted.statusCode()).as(trusted.body()).isEqualTo(202);
  }

  private static String text(String field, String value) {
    return JsonNodeFactory.instance.objectNode().put(field, value).toString();
  }

  private HttpResponse<String> add(String key) {
    return admin.send(
        "POST",
        "licence/",
        JsonNodeFactory.instance
            .objectNode()
            .put("entitlement_id", key)
            .put("offline_mode", true)
            .toString());
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> complete(String request, String answer) {
    return admin.send("POST", request, text("response_xml", answer));
  }

  private String exported(String request) {
    HttpResponse<String> file = admin.get(request + "request/");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/xml");
    assertThat(file.body()).isEqualTo(json(admin.get(request)).path("request_xml").asText());
    return file.body();
  }

  private String installed(String key) {
    String request = location(add(key));
    return location(complete(request, desk.answer(exported(request))));
  }

  private void assertRefused(HttpResponse<String> answer, String field, String reason) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    JsonNode messages = json(answer).elements().next().path(field);
    assertThat(messages.path(0).asText()).as(answer.body()).contains(reason);
  }

  @Test
  @Tag("SYS-252")
  @Tag("SYS-253")
  @Tag("SYS-257")
  @Tag("SYS-260")
  @Tag("OPS-115")
  void aKeyBecomesAStoredRequest() {
    String location = location(add("KEY-1"));

    assertThat(location).contains("/licence_request/");
    JsonNode request = json(admin.get(location));
    assertThat(request.path("reference").asText()).isEqualTo("KEY-1");
    assertThat(request.path("actions").asText()).isEqualTo("activate");
    assertThat(request.path("status").asText()).contains("by hand");
    assertThat(request.path("request_xml").asText()).contains("<entitlement-id>KEY-1</");
    assertThat(json(admin.get("licence/")).path("objects")).isEmpty();
  }

  @Test
  @Tag("SYS-254")
  @Tag("SYS-255")
  @Tag("SYS-256")
  @Tag("SYS-261")
  @Tag("OPS-112")
  void theIssuersAnswerTurnsTheRequestIntoALicence() {
    String request = location(add("KEY-1"));
    String answer = desk.answer(exported(request));

    String location = location(complete(request, answer));

    assertThat(location).contains("/licence/");
    JsonNode licence = json(admin.get(location));
    assertThat(licence.path("entitlement_id").asText()).isEqualTo("KEY-1");
    assertThat(licence.path("license_type").asText()).isEqualTo("port");
    assertThat(licence.path("concurrent").asInt()).isEqualTo(10);
    assertThat(licence.path("concurrent_overdraft").asInt()).isEqualTo(2);
    assertThat(licence.path("status").asText()).isEqualTo("valid");
    assertThat(licence.path("trust_flags").asInt()).isEqualTo(3);
    assertThat(licence.path("start_date").asText()).startsWith("2020-01-01T08:00:00");
    assertThat(licence.path("server_chain").asText()).isEqualTo(desk.certificate().strip() + "\n");
    assertThat(admin.get(request).statusCode()).isEqualTo(404);
    assertThat(complete(request, answer).statusCode()).isEqualTo(404);
    assertRefused(add("key-1"), "entitlement_id", "installed already");
  }

  @Test
  @Tag("SYS-261")
  void aRequestAndItsLicenceAreOneChangeSetWithAnAuthor() {
    String request = location(add("KEY-1"));
    location(complete(request, desk.answer(exported(request))));

    var versions =
        service
            .service()
            .core()
            .store()
            .read(
                reader ->
                    reader.audit().history(reader.catalog().find("licence").orElseThrow(), 1, 10));
    var requests =
        service
            .service()
            .core()
            .store()
            .read(
                reader ->
                    reader
                        .audit()
                        .history(reader.catalog().find("licence_request").orElseThrow(), 1, 10));

    assertThat(versions).hasSize(1);
    assertThat(versions.getFirst().author()).isEqualTo("admin");
    assertThat(requests.getFirst().kind()).isEqualTo("delete");
    assertThat(requests.getFirst().version()).isEqualTo(versions.getFirst().version());
  }

  @Test
  void answersThatCannotBeBelievedAreRefusedWithTheReasonAndTheRequestStays() {
    String request = location(add("KEY-1"));
    String other = location(add("KEY-2"));
    String answer = desk.answer(exported(request));
    LicenceDesk stranger = new LicenceDesk("Stranger", InstantSource.system());

    assertRefused(complete(request, "<x/>"), "response_xml", "not the signed answer");
    assertRefused(
        complete(request, answer.replaceAll("(?s)<signature.*</signature>", "")),
        "response_xml",
        "not signed");
    assertRefused(
        complete(request, stranger.answer(exported(request))), "response_xml", "wrong issuer");
    assertRefused(
        complete(request, desk.answer(exported(request).replace("KEY-1", "KEY-9"))),
        "response_xml",
        "another request");
    assertRefused(complete(other, answer), "response_xml", "earlier request");
    String elsewhere = exported(request).replaceAll(">[0-9a-f]{64}<", ">" + "0".repeat(64) + "<");
    assertRefused(complete(request, desk.answer(elsewhere)), "response_xml", "another machine");
    assertRefused(
        admin.send("POST", request, text("surprise", "x")), "response_xml", "nothing else");
    assertThat(admin.get(request).statusCode()).isEqualTo(200);
    assertThat(json(admin.get("licence/")).path("objects")).isEmpty();
    location(complete(request, answer));
  }

  @Test
  @Tag("SYS-262")
  @Tag("SYS-263")
  @Tag("OPS-113")
  void aReturnedLicenceIsGoneWhenTheIssuerHasTakenItBack() {
    String licence = installed("KEY-1");

    String request = location(admin.send("POST", licence, text("action", "return")));

    assertThat(json(admin.get(request)).path("actions").asText()).isEqualTo("return");
    assertThat(admin.get(licence).statusCode()).isEqualTo(200);
    assertRefused(
        admin.send("POST", licence, text("action", "return")), "action", "stored already");
    HttpResponse<String> completed = complete(request, desk.answer(exported(request)));
    assertThat(completed.statusCode()).as(completed.body()).isEqualTo(204);
    assertThat(admin.get(licence).statusCode()).isEqualTo(404);
    assertThat(admin.get(request).statusCode()).isEqualTo(404);
    installed("KEY-1");
  }

  @Test
  @Tag("SYS-264")
  void aRepairMakesTheLicenceNewAndCounts() {
    String licence = installed("KEY-1");
    String request = location(admin.send("POST", licence, text("action", "repair")));

    String repaired = location(complete(request, desk.answer(exported(request))));

    assertThat(repaired).isEqualTo(licence);
    assertThat(json(admin.get(licence)).path("repair").asInt()).isEqualTo(1);
  }

  @Test
  void aRequestCanBeDiscardedAndItsAnswerIsWorthlessThen() {
    String request = location(add("KEY-1"));
    String answer = desk.answer(exported(request));

    assertThat(admin.delete(request).statusCode()).isEqualTo(204);

    String next = location(add("KEY-1"));
    assertRefused(complete(next, answer), "response_xml", "earlier request");
  }

  @Test
  void licencesCannotBeWrittenByHand() {
    String licence = installed("KEY-1");

    assertThat(admin.send("PATCH", licence, "{}").statusCode()).isEqualTo(405);
    assertThat(admin.send("PUT", licence, "{}").statusCode()).isEqualTo(405);
    assertThat(admin.delete(licence).statusCode()).isEqualTo(405);
    assertThat(admin.send("PATCH", "licence/", "{}").statusCode()).isEqualTo(405);
    assertThat(admin.send("POST", "licence_request/", "{}").statusCode()).isEqualTo(405);
    assertRefused(
        admin.send("POST", licence, text("action", "sell")), "action", "return or repair");
    assertRefused(admin.send("POST", "licence/", "{}"), "entitlement_id", "required");
    assertRefused(
        admin.send("POST", "licence/", text("entitlement_id", "a b")), "entitlement_id", "letters");
  }

  @Test
  @Tag("SYS-073")
  void whoMayOnlyViewLicencesCanNeitherAddNorCompleteThem() {
    String request = location(add("KEY-1"));
    try (RestClient viewer = service.client(ServiceFixture.VIEWER)) {
      assertThat(viewer.get("licence/").statusCode()).isEqualTo(200);
      assertThat(viewer.get(request).statusCode()).isEqualTo(200);
      assertThat(viewer.get(request + "request/").statusCode()).isEqualTo(200);
      assertThat(viewer.send("POST", "licence/", "{}").statusCode()).isEqualTo(403);
      assertThat(viewer.send("POST", request, "{}").statusCode()).isEqualTo(403);
      assertThat(viewer.delete(request).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void everythingIsStillThereAfterARestart() {
    String licence = installed("KEY-1");
    String request = location(add("KEY-2"));
    String answer = desk.answer(exported(request));
    int port = service.service().httpsPort();
    stop();

    service = new ServiceFixture(folder);
    admin = service.client(ServiceFixture.ADMIN);

    String now = String.valueOf(service.service().httpsPort());
    String before = String.valueOf(port);
    assertThat(json(admin.get(licence.replace(before, now))).path("status").asText())
        .isEqualTo("valid");
    location(complete(request.replace(before, now), answer));
  }
}
