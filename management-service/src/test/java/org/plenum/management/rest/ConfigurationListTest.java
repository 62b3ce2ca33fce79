package org.plenum.management.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.management.testing.RestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of the configuration API: pages, order and filters. */
@Tag("MAPI")
class ConfigurationListTest extends ConfigurationApiFixture {
  @Test
  void pagesThroughAListWithItsFilters() {
    for (int i = 0; i < 5; i++) {
      create("conference", "{\"name\": \"Room %d\"}".formatted(i));
    }
    create("conference", "{\"name\": \"Other\"}");

    HttpResponse<String> first =
        admin.get("conference/?limit=2&order_by=-name&name__istartswith=ROOM");

    assertThat(names(first)).containsExactly("Room 4", "Room 3");
    JsonNode meta = json(first).path("meta");
    assertThat(meta.path("total_count").asInt()).isEqualTo(5);
    assertThat(meta.path("limit").asInt()).isEqualTo(2);
    assertThat(meta.path("offset").asInt()).isZero();
    assertThat(meta.path("previous").isNull()).isTrue();
    HttpResponse<String> second = admin.get(meta.path("next").asText());
    assertThat(names(second)).containsExactly("Room 2", "Room 1");
    HttpResponse<String> third = admin.get(json(second).path("meta").path("next").asText());
    assertThat(names(third)).containsExactly("Room 0");
    assertThat(json(third).path("meta").path("next").isNull()).isTrue();
    assertThat(names(admin.get(json(third).path("meta").path("previous").asText())))
        .containsExactly("Room 2", "Room 1");
  }

  @Test
  @Tag("SVX-327")
  void ordersByWhatReferencesLeadTo() {
    for (String theme : List.of("Zebra", "ant", "Bee")) {
      String address = create("ivr_theme", "{\"name\": \"%s\"}".formatted(theme));
      create(
          "conference",
          "{\"name\": \"With %s\", \"ivr_theme\": \"%s\"}"
              .formatted(theme, json(admin.get(address)).path("resource_uri").asText()));
    }
    create("conference", "{\"name\": \"With none\"}");

    assertThat(names(admin.get("conference/?name__startswith=With&order_by=ivr_theme")))
        .containsExactly("With none", "With ant", "With Bee", "With Zebra");
    assertThat(names(admin.get("conference/?name__startswith=With&order_by=-ivr_theme&limit=2")))
        .containsExactly("With Zebra", "With Bee");
  }

  @Test
  void hasADefaultPageAndALargestOne() {
    JsonNode meta = json(admin.get("conference/")).path("meta");

    assertThat(meta.path("limit").asInt()).isEqualTo(20);
    assertThat(json(admin.get("conference/?limit=0")).path("meta").path("limit").asInt())
        .isEqualTo(json(admin.get("conference/?limit=99999999")).path("meta").path("limit").asInt())
        .isGreaterThan(1000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=Größe 100%|Größe 100%",
        "name__exact=größe 100%|",
        "name__iexact=GRÖßE 100%|Größe 100%",
        "name__contains=lph|Alpha",
        "name__contains=LPH|",
        "name__icontains=RÖß|Größe 100%",
        "name__icontains=0%|Größe 100%",
        "name__icontains=_|",
        "name__startswith=Al|Alpha",
        "name__istartswith=al|Alpha",
        "name__endswith=ta|Beta",
        "name__iendswith=TA|Beta",
        "name__regex=^[AB].*a$|Alpha,Beta",
        "name__iregex=^[ab].*A$|Alpha,Beta",
        "participant_limit__lt=20|Alpha",
        "participant_limit__lte=20|Alpha,Beta",
        "participant_limit__gt=20|Größe 100%",
        "participant_limit__gte=20|Beta,Größe 100%",
        "participant_limit__range=15,25|Beta",
        "participant_limit__in=10,30|Alpha,Größe 100%",
        "allow_guests=true|Beta",
        "service_type=lecture|Beta",
        "aliases__alias__iexact=BETA.ALIAS|Beta",
        "creation_time__gt=2100-01-01T00:00:00|",
        "creation_time__lt=2100-01-01|Alpha,Beta,Größe 100%",
        "id__gt=0|Alpha,Beta,Größe 100%"
      })
  void filtersByEveryOperator(String filter, String expected) {
    create("conference", "{\"name\": \"Alpha\", \"participant_limit\": 10}");
    create(
        "conference",
        """
        {"name": "Beta", "participant_limit": 20, "pin": "1234", "allow_guests": true,
         "service_type": "lecture", "aliases": [{"alias": "beta.alias"}]}\
        """);
    create("conference", "{\"name\": \"Größe 100%\", \"participant_limit\": 30}");
    String[] parts = filter.split("=", 2);

    HttpResponse<String> list =
        admin.get(
            "conference/?order_by=name&%s=%s"
                .formatted(parts[0], URLEncoder.encode(parts[1], StandardCharsets.UTF_8)));

    assertThat(names(list)).isEqualTo(expected == null ? List.of() : List.of(expected.split(",")));
  }

  @Test
  void filtersAcrossAReference() {
    String meet =
        create("conference", "{\"name\": \"Meet\", \"aliases\": [{\"alias\": \"meet\"}]}");
    create("conference", "{\"name\": \"Other\", \"aliases\": [{\"alias\": \"other\"}]}");
    String uri = meet.substring(meet.indexOf("/api"));

    for (String filter :
        List.of(
            "conference__name__icontains=MEE", "conference=" + uri, "conference__id=" + id(uri))) {
      JsonNode list = json(admin.get("conference_alias/?" + filter));
      assertThat(list.path("objects")).as(filter).hasSize(1);
      assertThat(list.path("objects").get(0).path("alias").asText()).isEqualTo("meet");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "surprise=1,surprise",
    "name__surprise=1,surprise",
    "order_by=surprise,surprise",
    "order_by=aliases,aliases",
    "participant_limit=many,participant_limit",
    "allow_guests=perhaps,allow_guests",
    "participant_limit__icontains=1,icontains",
    "name__regex=(,name__regex",
    "creation_time=soon,creation_time",
    "limit=-1,limit",
    "offset=x,offset"
  })
  void namesWhatIsWrongWithAListRequest(String parameter, String named) {
    HttpResponse<String> refused = admin.get("conference/?" + parameter);

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    if (!parameter.contains("regex")) {
      assertThat(refused.body()).contains(named);
    }
  }

  private static String id(String uri) {
    return uri.replaceAll(".*/(\\d+)/", "$1");
  }
}
