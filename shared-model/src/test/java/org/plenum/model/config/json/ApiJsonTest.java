package org.plenum.model.config.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.model.Sample;
import org.plenum.model.access.Permission;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.Child;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.StoredValues;
import org.plenum.model.config.Values;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.ConferenceAlias;
import org.plenum.model.resource.DnsServer;
import org.plenum.model.resource.EventSink;
import org.plenum.model.resource.Global;
import org.plenum.model.resource.PlenumResources;
import org.plenum.model.resource.SystemLocation;
import org.plenum.model.resource.TlsCertificate;
import org.plenum.model.resource.WorkerVm;

class ApiJsonTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ApiJson json = new ApiJson(PlenumResources.catalog());

  private final RelatedObjects related =
      new RelatedObjects() {
        @Override
        public Optional<Values> find(ResourceType<?> type, long id) {
          return type.recordClass() == DnsServer.class
              ? Optional.of(Sample.values(DnsServer.class))
              : Optional.empty();
        }

        @Override
        public List<StoredValues> children(ResourceType<?> type, FieldType list, long owner) {
          return List.of(new StoredValues(4, Sample.values(ConferenceAlias.class)));
        }
      };

  private static <T extends Record> ResourceType<T> type(Class<T> record) {
    return PlenumResources.catalog().type(record);
  }

  private Parsed read(Class<? extends Record> record, String text) throws Exception {
    return json.read(type(record), MAPPER.readTree(text.replace('\'', '"')));
  }

  @Test
  void everyResourceIsReadAsItWasWritten() {
    for (ResourceType<?> type : PlenumResources.catalog().types()) {
      Values values = Sample.values(type.recordClass());
      ObjectNode written = json.write(type, 1, values, RelatedObjects.NONE);
      type.childFields().forEach(field -> written.remove(field.name()));
      Parsed parsed = json.read(type, written);
      assertThat(parsed.violations().messages()).as(type.name()).isEmpty();
      for (FieldType field : type.fields()) {
        if (!field.readOnly() && !field.secret()) {
          assertThat(parsed.values().get(field.name()))
              .as(type + "." + field.name())
              .isEqualTo(values.get(field.name()));
        }
      }
    }
  }

  @Test
  void writesTheConventionsOfTheApi() {
    JsonNode alias =
        json.write(type(ConferenceAlias.class), 4, Sample.values(ConferenceAlias.class), related);
    assertThat(alias)
        .hasToString(
            "{\"id\":4,\"alias\":\"meet\","
                + "\"conference\":\"/api/admin/configuration/v1/conference/1/\","
                + "\"description\":\"\",\"view_order\":null,"
                + "\"creation_time\":\"2026-01-31T12:00:00\","
                + "\"resource_uri\":\"/api/admin/configuration/v1/conference_alias/4/\"}");
  }

  @Test
  void neverWritesSecrets() {
    ObjectNode written =
        json.write(type(TlsCertificate.class), 1, Sample.values(TlsCertificate.class), related);
    assertThat(written.has("private_key")).isFalse();
    assertThat(written.toString()).doesNotContain("PRIVATE");
  }

  @Test
  void writesEmbeddedReferencesAsObjectsWhereTheyAreKnown() {
    Values location = Sample.values(SystemLocation.class);
    JsonNode written = json.write(type(SystemLocation.class), 1, location, related);
    assertThat(written.at("/dns_servers/0/address").asText()).isEqualTo("192.0.2.53");
    assertThat(written.at("/ntp_servers/0").asText())
        .isEqualTo("/api/admin/configuration/v1/ntp_server/1/");
    assertThat(json.read(type(SystemLocation.class), written).values().list("dns_servers"))
        .isEqualTo(List.of(1L));
  }

  @Test
  @Tag("SYS-063")
  void writesOfObjectsThatMayNotBeViewedWhatTheyAreCalled() {
    Permissions permissions = new Permissions(Set.of(Permission.MAY_VIEW_PLATFORM_CONFIGURATION));
    JsonNode written =
        json.write(
            type(SystemLocation.class),
            1,
            Sample.values(SystemLocation.class).with("event_sinks", List.of(1L)),
            new RelatedObjects() {
              @Override
              public Optional<Values> find(ResourceType<?> type, long id) {
                return Optional.of(Sample.values(EventSink.class));
              }

              @Override
              public List<StoredValues> children(ResourceType<?> type, FieldType list, long owner) {
                return List.of();
              }
            }.visibleTo(permissions));
    assertThat(written.at("/event_sinks/0").properties().stream().map(Map.Entry::getKey))
        .containsExactly("id", "name", "resource_uri");
  }

  @Test
  void writesWrappedTexts() {
    JsonNode written = json.write(type(Global.class), 1, Sample.values(Global.class), related);
    assertThat(written.at("/disabled_codecs/1/value").asText()).isEqualTo("H264_H_0");
  }

  @Test
  void writesChildrenInsideTheirOwner() {
    JsonNode written =
        json.write(type(Conference.class), 1, Sample.values(Conference.class), related);
    assertThat(written.at("/aliases/0/alias").asText()).isEqualTo("meet");
    assertThat(written.at("/aliases/0/id").asLong()).isEqualTo(4);
  }

  @Test
  void readsChildrenInsideTheirOwner() throws Exception {
    Parsed parsed =
        read(
            Conference.class,
            "{'aliases': [{'alias': 'new', 'conference': 'x', 'view_order': 'x'},"
                + "{'id': 4, 'alias': 'renamed'},"
                + "'/api/admin/configuration/v1/conference_alias/5/',"
                + "{'resource_uri': '/api/admin/configuration/v1/conference_alias/6/'}]}");
    assertThat(parsed.violations().messages()).isEmpty();
    assertThat(parsed.values().get("aliases"))
        .isEqualTo(
            List.of(
                new Child(null, Values.EMPTY.with("alias", "new")),
                new Child(4L, Values.EMPTY.with("alias", "renamed")),
                new Child(5L, Values.EMPTY),
                new Child(6L, Values.EMPTY)));
  }

  @Test
  void messagesAboutChildrenNameTheirPlace() throws Exception {
    assertThat(
            read(Conference.class, "{'aliases': [{'alias': 'a'}, {'alias': 5, 'colour': 1}]}")
                .violations()
                .messages())
        .containsOnlyKeys("aliases[1].alias", "aliases[1].colour");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'/api/admin/configuration/v1/system_location/3/'",
        "3",
        "'3'",
        "{'id': 3}",
        "{'resource_uri': '/api/admin/configuration/v1/system_location/3/', 'name': 'x'}"
      },
      quoteCharacter = '`')
  void readsReferencesInEveryForm(String reference) throws Exception {
    assertThat(
            read(WorkerVm.class, "{'system_location': " + reference + "}")
                .values()
                .number("system_location"))
        .isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name | 5",
        "name | null",
        "name | ['x']",
        "system_location | '/api/admin/configuration/v1/dns_server/3/'",
        "system_location | 0",
        "system_location | {}",
        "system_location | 1.5",
        "maintenance_mode | 'true'",
        "maintenance_mode | 1",
        "size | 3"
      },
      quoteCharacter = '`')
  void whatCannotBeReadIsNamed(String field, String value) throws Exception {
    Parsed parsed = read(WorkerVm.class, "{'" + field + "': " + value + "}");
    assertThat(parsed.violations().messages()).containsOnlyKeys(field);
    assertThat(parsed.values()).isEqualTo(Values.EMPTY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mtu | 1.5",
        "mtu | 99999999999999999999",
        "mtu | '1500'",
        "dns_servers | 1",
        "dns_servers | ['x']",
        "dns_servers | [null]",
        "name | true"
      },
      quoteCharacter = '`')
  void numbersAndListsAreStrict(String field, String value) throws Exception {
    assertThat(
            read(SystemLocation.class, "{'" + field + "': " + value + "}").violations().messages())
        .containsOnlyKeys(field);
  }

  @Test
  void nullIsForNullableFields() throws Exception {
    assertThat(read(SystemLocation.class, "{'media_qos': null}").values().has("media_qos"))
        .isTrue();
  }

  @Test
  void readOnlyFieldsAndIdentityAreClaims() throws Exception {
    Parsed parsed =
        read(
            Conference.class,
            "{'id': 9, 'resource_uri': '/api/admin/configuration/v1/conference/9/',"
                + " 'creation_time': null, 'sync_tag': 's', 'tag': 't'}");
    assertThat(parsed.violations().messages()).isEmpty();
    assertThat(parsed.values().names()).containsExactly("tag");
    assertThat(parsed.claims())
        .containsExactly(
            new Claim("", "conference", OptionalLong.of(9), Values.of(Map.of("sync_tag", "s"))));
  }

  @Test
  void claimsThatCannotBeTrueAreNamed() throws Exception {
    Parsed parsed =
        read(Conference.class, "{'id': 9, 'resource_uri': 'x', 'creation_time': 5, 'tag': 't'}");
    assertThat(parsed.violations().messages()).containsOnlyKeys("resource_uri", "creation_time");
  }

  @Test
  void whatIsSaidOfAnObjectThatIsReferredToIsAClaim() throws Exception {
    Parsed parsed =
        read(
            SystemLocation.class,
            "{'dns_servers': [{'id': 1, 'address': '192.0.2.9', 'bogus': true}]}");
    assertThat(parsed.violations().messages()).containsOnlyKeys("dns_servers[0].bogus");
    assertThat(parsed.values().list("dns_servers")).isEqualTo(List.of(1L));
    assertThat(parsed.claims())
        .containsExactly(
            new Claim(
                "dns_servers[0]",
                "dns_server",
                OptionalLong.of(1),
                Values.of(Map.of("address", "192.0.2.9"))));
  }

  @Test
  void spacesAroundTextsAreDroppedExceptInSecrets() throws Exception {
    assertThat(read(Conference.class, "{'name': ' Meet '}").values().text("name"))
        .isEqualTo("Meet");
    assertThat(
            read(Global.class, "{'legacy_api_password': ' x '}")
                .values()
                .text("legacy_api_password"))
        .isEqualTo(" x ");
  }

  @Test
  void otherJsonIsNoObject() throws Exception {
    assertThat(read(Conference.class, "[]").violations().messages()).containsOnlyKeys("__all__");
    assertThat(read(Conference.class, "null").violations().messages()).containsOnlyKeys("__all__");
  }

  @Test
  void timesHaveSecondsAndAtMostMicroseconds() {
    assertThat(ApiTime.write(Sample.NOW)).isEqualTo("2026-01-31T12:00:00");
    assertThat(ApiTime.write(Sample.NOW.plusNanos(123_456_789)))
        .isEqualTo("2026-01-31T12:00:00.123456");
  }

  @Test
  void timesMayHaveAZone() {
    assertThat(ApiTime.read("2026-01-31T12:00:00")).contains(Sample.NOW);
    assertThat(ApiTime.read("2026-01-31T13:00:00+01:00")).contains(Sample.NOW);
    assertThat(ApiTime.read("2026-01-31T12:00:00.000Z")).contains(Sample.NOW);
    assertThat(ApiTime.read("yesterday")).isEmpty();
  }
}
