package org.plenum.management.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.management.testing.RestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.management.testing.RestClient;

/** The configuration API over HTTPS, as tools use it. */
@Tag("MAPI")
class ConfigurationApiTest extends ConfigurationApiFixture {
  @Test
  void answersACreationWithItsAddressAndNoBody() {
    HttpResponse<String> created =
        admin.send(
            "POST", "conference/", "{\"name\": \"Meet\", \"aliases\": [{\"alias\": \"meet\"}]}");

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.body()).isEmpty();
    String location = created.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith("https://localhost:").contains(RestClient.BASE + "conference/");
    JsonNode meet = json(admin.get(location));
    assertThat(meet.path("name").asText()).isEqualTo("Meet");
    assertThat(location).endsWith(meet.path("resource_uri").asText());
    assertThat(meet.path("aliases").get(0).path("alias").asText()).isEqualTo("meet");
    assertThat(meet.path("aliases").get(0).path("conference").asText())
        .isEqualTo(meet.path("resource_uri").asText());
  }

  @Test
  void changesOnlyTheFieldsThatAPatchCarries() {
    String address = create("conference", "{\"name\": \"Meet\", \"tag\": \"t\"}");

    HttpResponse<String> patched = admin.send("PATCH", address, "{\"description\": \"new\"}");

    assertThat(patched.statusCode()).isEqualTo(202);
    JsonNode meet = json(admin.get(address));
    assertThat(meet.path("description").asText()).isEqualTo("new");
    assertThat(meet.path("tag").asText()).isEqualTo("t");
  }

  @Test
  void givesFieldsThatAPutLeavesOutTheirDefaults() {
    String address = create("conference", "{\"name\": \"Meet\", \"tag\": \"t\"}");

    assertThat(admin.send("PUT", address, "{\"name\": \"Renamed\"}").statusCode()).isEqualTo(200);

    JsonNode meet = json(admin.get(address));
    assertThat(meet.path("name").asText()).isEqualTo("Renamed");
    assertThat(meet.path("tag").asText()).isEmpty();
  }

  @Test
  void takesBackAnObjectAsItWasRead() {
    String address =
        create("conference", "{\"name\": \"Meet\", \"aliases\": [{\"alias\": \"meet\"}]}");
    String read = admin.get(address).body();

    HttpResponse<String> put = admin.send("PUT", address, read);

    assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    assertThat(admin.get(address).body()).isEqualTo(read);
  }

  @Test
  void deletesAnObject() {
    String address = create("conference", "{\"name\": \"Meet\"}");

    assertThat(admin.delete(address).statusCode()).isEqualTo(204);
    assertThat(admin.get(address).statusCode()).isEqualTo(404);
    assertThat(admin.delete(address).statusCode()).isEqualTo(404);
  }

  @Test
  void anObjectCanBeSentBackAsItWasRead() {
    for (String address :
        List.of("management_vm/1/", "global/1/", create("conference", "{\"name\": \"Meet\"}"))) {
      HttpResponse<String> read = admin.get(address);
      HttpResponse<String> back = admin.send("PUT", address, read.body());
      assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
      assertThat(json(back)).isEqualTo(json(read));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'id': 999} | id",
        "{'resource_uri': '/api/admin/configuration/v1/conference/999/'} | resource_uri id",
        "{'creation_time': '2020-01-01T00:00:00'} | creation_time",
        "{'creation_time': 'garbage'} | creation_time",
        "{'sync_tag': 'x'} | sync_tag"
      },
      quoteCharacter = '`')
  void refusesToSetWhatOnlyThePlatformSets(String patch, String fields) {
    String address = create("conference", "{\"name\": \"Meet\"}");
    HttpResponse<String> refused = admin.send("PATCH", address, patch.replace('\'', '"'));
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(json(refused).path("conference").properties())
        .allSatisfy(field -> assertThat(fields.split(" ")).contains(field.getKey()));
  }

  @Test
  void choosesAnObjectThatIsSentAsItWasRead() {
    String theme = create("ivr_theme", "{\"name\": \"Night\"}");
    String meet = create("conference", "{\"name\": \"Meet\"}");
    String read = admin.get(theme).body();

    HttpResponse<String> chosen = admin.send("PATCH", meet, "{\"ivr_theme\": %s}".formatted(read));

    assertThat(chosen.statusCode()).as(chosen.body()).isEqualTo(202);
    assertThat(json(admin.get(theme)).path("conference")).hasSize(1);
    admin.delete(meet);
    admin.delete(theme);
  }

  @Test
  void whatOnlyThePlatformSetsOfListedObjectsMayHaveChanged() {
    String participant =
        create(
            "automatic_participant",
            "{\"alias\": \"a@example.org\", \"protocol\": \"sip\", \"role\": \"guest\"}");
    ObjectNode read = (ObjectNode) json(admin.get(participant));
    read.put("creation_time", "2020-01-01T00:00:00");

    create("conference", "{\"name\": \"Meet\", \"automatic_participants\": [%s]}".formatted(read));
    read.put("alias", "b@example.org");
    HttpResponse<String> refused =
        admin.send(
            "POST",
            "conference/",
            "{\"name\": \"B\", \"automatic_participants\": [%s]}".formatted(read));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("automatic_participants[0].alias")
        .doesNotContain("creation_time");
  }

  @Test
  void refusesToChangeAnObjectThroughAReferenceToIt() {
    JsonNode management = json(admin.get("management_vm/1/"));
    ObjectNode dns = (ObjectNode) management.path("dns_servers").get(0);
    dns.put("address", "192.0.2.99");
    HttpResponse<String> refused = admin.send("PUT", "management_vm/1/", management.toString());
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(refused.body()).contains("dns_servers[0].address");
  }

  @Test
  void changesManyObjectsAtOnceOrNone() {
    String kept = create("conference", "{\"name\": \"Kept\"}");
    String gone = create("conference", "{\"name\": \"Gone\"}");
    String keptUri = kept.substring(kept.indexOf("/api"));
    String goneUri = gone.substring(gone.indexOf("/api"));
    String bulk =
        """
        {"objects": [{"resource_uri": "%s", "tag": "x"}, {"name": "%s"}],
         "deleted_objects": ["%s"]}""";

    HttpResponse<String> refused =
        admin.send("PATCH", "conference/", bulk.formatted(keptUri, "kept", goneUri));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).path("conference").has("objects[1].name")).isTrue();
    assertThat(names(admin.get("conference/?order_by=name"))).containsExactly("Gone", "Kept");

    // The name of a deleted object is free at once.
    HttpResponse<String> accepted =
        admin.send("PATCH", "conference/", bulk.formatted(keptUri, "Gone", goneUri));
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    assertThat(admin.get(gone).statusCode()).isEqualTo(404);
    assertThat(json(admin.get(kept)).path("tag").asText()).isEqualTo("x");
    assertThat(names(admin.get("conference/?order_by=name"))).containsExactly("Gone", "Kept");
  }

  @Test
  @Tag("SVC-281")
  void saysWhereATemplateIsWrong() {
    HttpResponse<String> refused =
        admin.send(
            "POST",
            "policy_server/",
            """
            {"name": "Policy", "enable_internal_service_policy": true,
             "internal_service_policy_template": "{\\n{{ service_config|tojson }}}"}
            """);

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(json(refused).at("/policy_server/internal_service_policy_template/0").asText())
        .isEqualTo(
            "This is not a valid template. Line 2, column 19: there is no filter 'tojson' here.");
  }

  @Test
  void namesEveryWrongField() {
    HttpResponse<String> refused =
        admin.send(
            "POST",
            "gateway_routing_rule/",
            "{\"name\": 5, \"priority\": 500, \"match_string\": \"(\", \"surprise\": 1}");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).path("gateway_routing_rule").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("name", "priority", "match_string", "surprise");
    assertThat(json(refused).path("gateway_routing_rule").path("priority").isArray()).isTrue();
  }

  @Test
  @Tag("PLAT-174")
  void saysWhoUsesWhatCannotBeDeleted() {
    JsonNode management = json(admin.get("management_vm/1/"));
    String dns = management.path("dns_servers").get(0).path("resource_uri").asText();

    HttpResponse<String> refused = admin.delete(dns);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("management node", "mgr");
  }

  @Test
  void neverShowsASecret() {
    String address =
        create(
            "ntp_server",
            "{\"address\": \"secret.example.org\", \"key\": \"s3cret-key\", \"key_id\": 1}");

    assertThat(admin.get(address).body()).doesNotContain("s3cret-key");
    assertThat(admin.get("ntp_server/").body()).doesNotContain("s3cret-key");
    assertThat(admin.get("ntp_server/?key=s3cret-key").statusCode()).isEqualTo(400);
  }

  @Test
  void hasOneObjectOfASingleton() {
    assertThat(json(admin.get("global/1/")).path("resource_uri").asText())
        .isEqualTo(RestClient.BASE + "global/1/");
    assertThat(json(admin.get("global/")).path("meta").path("total_count").asInt()).isOne();
    assertThat(admin.send("PATCH", "global/1/", "{}").statusCode()).isEqualTo(202);
    assertThat(admin.delete("global/1/").statusCode()).isEqualTo(405);
    assertThat(admin.send("POST", "global/", "{}").statusCode()).isEqualTo(405);
    assertThat(admin.get("global/2/").statusCode()).isEqualTo(404);
  }

  @Test
  void describesItself() {
    JsonNode index = json(admin.get(RestClient.BASE));
    assertThat(index.path("conference").path("list_endpoint").asText())
        .isEqualTo(RestClient.BASE + "conference/");

    JsonNode schema = json(admin.get(index.path("conference").path("schema").asText()));

    assertThat(schema.path("allowed_detail_http_methods").toString())
        .isEqualTo("[\"get\",\"put\",\"patch\",\"delete\"]");
    assertThat(schema.path("default_limit").asInt()).isEqualTo(20);
    JsonNode type = schema.path("fields").path("service_type");
    assertThat(type.path("type").asText()).isEqualTo("string");
    assertThat(type.path("default").asText()).isEqualTo("conference");
    assertThat(type.path("valid_choices").toString()).contains("lecture");
    JsonNode name = schema.path("fields").path("name");
    assertThat(name.path("unique").asBoolean()).isTrue();
    assertThat(name.path("blank").asBoolean()).isFalse();
    assertThat(schema.path("fields").path("aliases").path("related_type").asText())
        .isEqualTo("to_many");
    assertThat(schema.path("filtering").path("name").toString()).contains("icontains");
    assertThat(schema.path("ordering").toString()).contains("name");
  }

  @Test
  void asksForNameAndPassword() {
    HttpResponse<String> refused = admin.send(admin.plainRequest("conference/").GET());

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic ");
    // What exists is not for strangers to find out.
    assertThat(admin.send(admin.plainRequest("/nowhere").GET()).statusCode()).isEqualTo(401);
  }

  @Test
  @Tag("SYS-060")
  @Tag("SYS-063")
  void letsReadersReadOnly() {
    assertThat(viewer.get("conference/").statusCode()).isEqualTo(200);
    assertThat(viewer.send("POST", "conference/", "{\"name\": \"X\"}").statusCode()).isEqualTo(403);
    assertThat(viewer.delete("conference/1/").statusCode()).isEqualTo(403);
  }

  @Test
  void answersWithJsonWhereThereIsNothing() {
    for (String path : List.of("/", "/api/", "nothing/", "conference/4711/", "conference/x/")) {
      HttpResponse<String> answer = admin.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(json(answer).path("error").asText()).as(path).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "FOO", "PURGE", "QUERY", "get"})
  void saysWhatIsAllowedInPlaceOfMethodsThatItDoesNotKnow(String method) {
    Map<String, String> allowed =
        Map.of(
            "conference/", "GET, POST, PATCH, HEAD, OPTIONS",
            "permission/", "GET, HEAD, OPTIONS",
            "global/1/", "GET, PUT, PATCH, HEAD, OPTIONS",
            "/api/admin/openapi.json", "GET, HEAD, OPTIONS");
    allowed.forEach(
        (path, methods) -> {
          HttpResponse<String> answer =
              viewer.send(viewer.request(path).method(method, BodyPublishers.noBody()));
          assertThat(answer.statusCode()).as(path).isEqualTo(405);
          assertThat(answer.headers().firstValue("Allow")).as(path).contains(methods);
          assertThat(json(answer).path("error").asText()).as(path).contains(methods);
        });
    for (String path : List.of("/", "/api/nothing/", "nothing/")) {
      HttpResponse<String> answer =
          viewer.send(viewer.request(path).method(method, BodyPublishers.noBody()));
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
    }
    assertThat(
            viewer
                .send(viewer.plainRequest("conference/").method(method, BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void saysWhichMethodsAreAllowed() {
    HttpResponse<String> refused = admin.delete("conference/");

    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("Allow")).contains("GET, POST, PATCH, HEAD, OPTIONS");
    HttpResponse<String> asked =
        admin.send(admin.request("global/1/").method("OPTIONS", BodyPublishers.noBody()));
    assertThat(asked.statusCode()).isEqualTo(204);
    assertThat(asked.headers().firstValue("Allow")).contains("GET, PUT, PATCH, HEAD, OPTIONS");
  }

  @Test
  void answersHeadLikeGetWithoutBody() {
    HttpResponse<String> head =
        admin.send(admin.request("global/1/").method("HEAD", BodyPublishers.noBody()));

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("ETag"))
        .isEqualTo(admin.get("global/1/").headers().firstValue("ETag"));
    assertThat(
            admin
                .send(admin.plainRequest("global/1/").method("HEAD", BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  @Tag("SYS-058")
  @Tag("SYS-066")
  void showsThePermissionsButLetsNobodyChangeThem() {
    JsonNode found = json(admin.get("permission/?codename=may_use_api"));
    String uri = found.path("objects").get(0).path("resource_uri").asText();

    HttpResponse<String> refused = admin.send("PATCH", uri, "{\"name\": \"Everything\"}");

    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
    assertThat(admin.delete(uri).statusCode()).isEqualTo(405);
    assertThat(admin.send("POST", "permission/", "{}").statusCode()).isEqualTo(405);
    assertThat(admin.send("PATCH", "permission/", "{\"deleted_objects\": []}").statusCode())
        .isEqualTo(405);
    assertThat(json(admin.get("permission/schema/")).path("allowed_list_http_methods"))
        .hasToString("[\"get\"]");
  }

  @Test
  void refusesMalformedJsonAndSaysWhere() {
    HttpResponse<String> refused =
        admin.send("POST", "conference/", "{\"name\": \"Meet\",\n  \"pin\" 1}");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("line 2, column 9");
    assertThat(admin.send("POST", "conference/", "").statusCode()).isEqualTo(400);
    assertThat(admin.send("POST", "conference/", "[]").statusCode()).isEqualTo(400);
    assertThat(admin.send("POST", "conference/", "{\"a\":1,\"a\":2}").statusCode()).isEqualTo(400);
    assertThat(admin.send("POST", "conference/", "[".repeat(5000)).statusCode()).isEqualTo(400);
  }

  @Test
  void negotiatesJsonOnly() {
    assertThat(
            admin
                .send(admin.request("conference/").header("Accept", "text/xml").GET())
                .statusCode())
        .isEqualTo(406);
    assertThat(
            admin
                .send(admin.request("conference/").header("Accept", "text/html, */*;q=0.1").GET())
                .statusCode())
        .isEqualTo(200);
    assertThat(
            admin
                .send(
                    admin
                        .request("conference/")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{}")))
                .statusCode())
        .isEqualTo(415);
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    String large = "{\"name\": \"" + "x".repeat(RestLimits.DEFAULT.maxBodyBytes()) + "\"}";

    assertThat(admin.send("POST", "conference/", large).statusCode()).isEqualTo(413);
    assertThat(
            admin
                .send(
                    admin
                        .request("conference/")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(large))))
                .statusCode())
        .isEqualTo(413);
    assertThat(admin.get("conference/").statusCode()).isEqualTo(200);
  }
}
