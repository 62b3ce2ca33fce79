package org.plenum.management.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.management.testing.RestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API shows of the theme that an object refers to, and what it takes. */
@Tag("MAPI")
class ThemeReferenceTest extends ConfigurationApiFixture {
  private String theme(String name) {
    return create("ivr_theme", "{\"name\": \"%s\"}".formatted(name));
  }

  private String address(String location) {
    return json(admin.get(location)).path("resource_uri").asText();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "conference; {'name': 'Hall', 'ivr_theme': '%s'}; ivr_theme",
        "gateway_routing_rule;"
            + "{'name': 'Out', 'priority': 7, 'match_string': 'x', 'ivr_theme': '%s'}; ivr_theme"
      },
      quoteCharacter = '`')
  void isShownAsAnObjectWithoutItsListsOfFilesAndServices(
      String resource, String request, String field) {
    String night = theme("for-" + resource);

    String user = create(resource, request.replace('\'', '"').formatted(address(night)));

    JsonNode shown = json(admin.get(user)).path(field);
    assertShort(shown, night);
    JsonNode listed = json(admin.get(resource + "/?ivr_theme__name=for-" + resource));
    assertThat(listed.path("objects").get(0).path(field)).isEqualTo(shown);
  }

  @Test
  @Tag("SYS-106")
  void theDefaultThemeIsShownAsAnObject() {
    String day = theme("Day");

    admin.send("PATCH", "global/1/", "{\"default_theme\": \"%s\"}".formatted(address(day)));

    assertShort(json(admin.get("global/1/")).path("default_theme"), day);
    assertThat(admin.send("PATCH", "global/1/", "{\"default_theme\": null}").statusCode())
        .isEqualTo(202);
  }

  private void assertShort(JsonNode shown, String theme) {
    ObjectNode whole = (ObjectNode) json(admin.get(theme));
    whole.remove("files");
    whole.remove("conference");
    whole.remove("gateway_routing_rule");
    assertThat(shown).isEqualTo(whole);
    assertThat(whole.fieldNames())
        .toIterable()
        .contains("id", "name", "uuid", "last_updated", "resource_uri");
  }

  @Test
  void anObjectComesBackAsItWasReadAndItsTagKnowsTheTheme() {
    String dusk = theme("Dusk");
    String lobby =
        create(
            "conference", "{\"name\": \"Lobby\", \"ivr_theme\": \"%s\"}".formatted(address(dusk)));
    HttpResponse<String> read = admin.get(lobby);

    assertThat(admin.send("PUT", lobby, read.body()).statusCode()).isEqualTo(200);
    assertThat(admin.get(lobby).body()).isEqualTo(read.body());

    String tag = admin.get(lobby).headers().firstValue("ETag").orElseThrow();
    admin.send("PATCH", dusk, "{\"name\": \"Dawn\"}");
    HttpResponse<String> again =
        admin.send(admin.request(lobby).header("If-None-Match", tag).GET());
    assertThat(json(again).path("ivr_theme").path("name").asText()).isEqualTo("Dawn");
  }

  @Test
  void theAddressAloneChoosesTheTheme() {
    String noon = theme("Noon");
    String eve = theme("Eve");
    String attic =
        create(
            "conference", "{\"name\": \"Attic\", \"ivr_theme\": \"%s\"}".formatted(address(noon)));
    ObjectNode read = (ObjectNode) json(admin.get(attic));
    admin.send("PATCH", noon, "{\"name\": \"Midday\"}");

    HttpResponse<String> back = admin.send("PUT", attic, read.toString());
    assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
    assertThat(json(back).path("ivr_theme").path("name").asText()).isEqualTo("Midday");

    ((ObjectNode) read.path("ivr_theme")).put("resource_uri", address(eve));
    HttpResponse<String> other = admin.send("PUT", attic, read.toString());
    assertThat(other.statusCode()).as(other.body()).isEqualTo(200);
    assertThat(json(other).path("ivr_theme").path("name").asText()).isEqualTo("Eve");
  }

  @ParameterizedTest
  @Tag("SVC-086")
  @ValueSource(strings = {"host_view", "guest_view"})
  void aViewOfNullIsTheDefaultOne(String field) {
    String room =
        create(
            "conference",
            "{\"name\": \"%s\", \"service_type\": \"lecture\", \"%s\": \"one_main_zero_pips\"}"
                .formatted(field, field));

    HttpResponse<String> changed = admin.send("PATCH", room, "{\"%s\": null}".formatted(field));

    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(202);
    assertThat(json(admin.get(room)).path(field).asText()).isEqualTo("one_main_seven_pips");
  }
}
