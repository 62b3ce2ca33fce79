package org.plenum.management.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.management.testing.RestClient.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests that depend on what the client has seen (RFC 9110 section 13). */
@Tag("MAPI")
class ConditionalRequestTest extends ConfigurationApiFixture {
  @Test
  void refusesToOverwriteWhatTheClientHasNotSeen() {
    String address = create("conference", "{\"name\": \"Meet\"}");
    String seen = admin.get(address).headers().firstValue("ETag").orElseThrow();
    admin.send("PATCH", address, "{\"description\": \"theirs\"}");

    HttpResponse<String> mine =
        admin.send(
            admin
                .request(address)
                .header("Content-Type", "application/json")
                .header("If-Match", seen)
                .method("PATCH", BodyPublishers.ofString("{\"description\": \"mine\"}")));

    assertThat(mine.statusCode()).isEqualTo(412);
    assertThat(json(admin.get(address)).path("description").asText()).isEqualTo("theirs");
    assertThat(
            admin
                .send(
                    admin
                        .request(address)
                        .header(
                            "If-None-Match",
                            admin.get(address).headers().firstValue("ETag").orElseThrow())
                        .GET())
                .statusCode())
        .isEqualTo(304);
  }

  @Test
  void guardsOnlySingleObjectsWithIfMatch() {
    String address = create("conference", "{\"name\": \"Meet\"}");
    String uri = json(admin.get(address)).path("resource_uri").asText();
    String body = "{\"objects\": [{\"resource_uri\": \"%s\", \"description\": \"mine\"}]}";

    HttpResponse<String> refused =
        admin.send(
            admin
                .request("conference/")
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .method("PATCH", BodyPublishers.ofString(body.formatted(uri))));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).path("error").asText()).contains("If-Match goes with single objects");
    assertThat(json(admin.get(address)).path("description").asText()).isEmpty();
  }

  @Test
  void anObjectThatShowsOthersWholeIsAnsweredWholeAgain() {
    String server = create("dns_server", "{\"address\": \"192.0.2.53\"}");
    String location =
        create(
            "system_location",
            """
            {"name": "Oslo", "dns_servers": ["%s"],
             "ntp_servers": ["/api/admin/configuration/v1/ntp_server/1/"]}"""
                .formatted(json(admin.get(server)).path("resource_uri").asText()));
    String seen = admin.get(location).headers().firstValue("ETag").orElseThrow();
    admin.send("PATCH", server, "{\"description\": \"new\"}");

    HttpResponse<String> now =
        admin.send(admin.request(location).header("If-None-Match", seen).GET());

    assertThat(now.statusCode()).isEqualTo(200);
    assertThat(json(now).path("dns_servers").get(0).path("description").asText()).isEqualTo("new");
  }
}
