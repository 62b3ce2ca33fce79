package org.plenum.model.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.model.Sample;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;

/** Which fields count, and are therefore shown, with which values of others. */
class ShownFieldsTest {
  private static final String NONE = "";

  /** Those of the fields that count. */
  private static String counting(
      Class<? extends Record> record, Map<String, ? extends @Nullable Object> values, String of) {
    ResourceType<?> type = PlenumResources.catalog().type(record);
    Values object = type.withDefaults(Values.of(values), Sample.NOW);
    return String.join(
        " ",
        Arrays.stream(of.split(" "))
            .filter(name -> type.counts(type.field(name).orElseThrow(), object))
            .toList());
  }

  @ParameterizedTest
  @Tag("SVC-162")
  @Tag("SVC-163")
  @CsvSource({
    "external, sip, outgoing_location outgoing_protocol sip_proxy",
    "external, h323, outgoing_location outgoing_protocol h323_gatekeeper",
    "external, mssip, outgoing_location outgoing_protocol mssip_proxy",
    "external, rtmp, outgoing_location outgoing_protocol",
    "registration, sip, ''",
    "registration, mssip, ''",
    "mssip_conference_id, sip, outgoing_location mssip_proxy",
    "mssip_server, h323, outgoing_location mssip_proxy"
  })
  void placementDependsOnTargetAndProtocol(String target, String protocol, String shown) {
    assertThat(
            counting(
                GatewayRoutingRule.class,
                Map.of("called_device_type", target, "outgoing_protocol", protocol),
                "outgoing_location outgoing_protocol sip_proxy h323_gatekeeper mssip_proxy"))
        .isEqualTo(shown);
  }

  @ParameterizedTest
  @Tag("SVC-157")
  @Tag("SVC-158")
  @CsvSource({"external", "registration", "mssip_conference_id", "mssip_server"})
  void calledClientsOfAnyTargetCanUseIce(String target) {
    assertThat(
            counting(
                GatewayRoutingRule.class,
                Map.of("called_device_type", target),
                "turn_server stun_server"))
        .isEqualTo("turn_server stun_server");
  }

  @ParameterizedTest
  @Tag("SVX-191")
  @CsvSource({"manual, rtmp, presentation_url", "manual, sip, ''", "routing_rule, rtmp, ''"})
  void onlyStreamsHaveAnAddressForThePresentation(String routing, String protocol, String shown) {
    assertThat(
            counting(
                AutomaticParticipant.class,
                Map.of("routing", routing, "protocol", protocol),
                "presentation_url"))
        .isEqualTo(shown);
  }

  @ParameterizedTest
  @Tag("SVX-097")
  @CsvSource({"conference, true", "lecture, true", "two_stage_dialing, false", "test_call, false"})
  void guestsHaveAPinWhereTheyAreAllowed(String serviceType, boolean shown) {
    Map<String, Object> room = new HashMap<>(Map.of("service_type", serviceType));
    room.put("allow_guests", true);
    assertThat(counting(Conference.class, room, "guest_pin")).isEqualTo(shown ? "guest_pin" : NONE);
    room.put("allow_guests", false);
    assertThat(counting(Conference.class, room, "guest_pin")).isEmpty();
  }

  @ParameterizedTest
  @Tag("SVC-246")
  @CsvSource({"true, guest_pin", "false, ''"})
  void templatesWithoutServicesHaveNoPins(boolean services, String shown) {
    assertThat(
            counting(
                ConferenceSyncTemplate.class,
                Map.of("sync_conferences", services, "allow_guests", true),
                "guest_pin"))
        .isEqualTo(shown);
  }

  @ParameterizedTest
  @Tag("SVC-342")
  @CsvSource({"true", "false"})
  void remindersNeedTextsAndAServerAlsoWhileOtherMailIsOff(boolean mails) {
    String fields =
        "smtp_server service_email_subject_template service_email_template"
            + " device_email_subject_template device_email_template";
    assertThat(
            counting(ConferenceSyncTemplate.class, Map.of("enable_service_emails", mails), fields))
        .isEqualTo(fields);
  }
}
