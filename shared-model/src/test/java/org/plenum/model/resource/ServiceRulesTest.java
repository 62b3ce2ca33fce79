package org.plenum.model.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.model.Sample;
import org.plenum.model.config.ConfigurationSnapshot;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Validator;
import org.plenum.model.config.Values;

/** Rules and defaults of the menus Services and Utilities. */
class ServiceRulesTest {
  private static final long RECEPTION = 2;
  private static final long AUDITORIUM = 3;

  private final Validator validator = new Validator(PlenumResources.catalog());
  private final ConfigurationSnapshot view =
      Sample.configuration()
          .edit()
          .put(
              RECEPTION,
              Sample.of(Conference.class, "name", "Reception", "service_type", "two_stage_dialing"))
          .put(AUDITORIUM, Sample.of(Conference.class, "name", "Hall", "service_type", "lecture"))
          .put(1, Sample.of(Device.class))
          .put(1, Sample.of(IvrTheme.class))
          .put(1, Sample.of(MssipProxy.class))
          .put(1, Sample.of(SmtpServer.class))
          .put(1, Sample.of(LdapSyncSource.class))
          .put(1, Sample.of(LdapSyncField.class))
          .done();

  private List<String> wrongFields(
      Class<? extends Record> type, long id, @Nullable Object... changes) {
    return wrongFields(view, type, id, changes);
  }

  private List<String> wrongFields(
      ConfigurationSnapshot in,
      Class<? extends Record> type,
      long id,
      @Nullable Object... changes) {
    return List.copyOf(
        validator
            .validate(PlenumResources.catalog().type(type), id, Sample.values(type, changes), in)
            .messages()
            .keySet());
  }

  private static Values defaults(Class<? extends Record> type) {
    return PlenumResources.catalog().type(type).withDefaults(Values.EMPTY, Sample.NOW);
  }

  @Test
  @Tag("SVX-022")
  @Tag("SVX-023")
  @Tag("SVX-024")
  @Tag("SVX-025")
  @Tag("SVX-026")
  @Tag("SVX-027")
  @Tag("SVX-028")
  @Tag("SVX-029")
  @Tag("SVX-459")
  @Tag("SVX-460")
  @Tag("SVX-461")
  void theRegistrarIsOnAndAdaptive() {
    Values registrar = defaults(Registration.class);
    assertThat(registrar.flag("enable")).isTrue();
    assertThat(registrar.text("refresh_strategy")).isEqualTo("adaptive");
    assertThat(registrar.number("adaptive_min_refresh")).isEqualTo(60);
    assertThat(registrar.number("adaptive_max_refresh")).isEqualTo(3600);
    assertThat(registrar.number("maximum_min_refresh")).isEqualTo(60);
    assertThat(registrar.number("maximum_max_refresh")).isEqualTo(300);
    assertThat(registrar.number("natted_min_refresh")).isEqualTo(60);
    assertThat(registrar.number("natted_max_refresh")).isEqualTo(90);
  }

  @ParameterizedTest
  @Tag("SVX-031")
  @Tag("SVX-032")
  @Tag("SVX-033")
  @CsvSource({
    "adaptive, 60, 60, true",
    "adaptive, 3600, 7200, true",
    "adaptive, 61, 60, false",
    "maximum, 300, 299, false",
    "maximum, 60, 7200, true",
    "natted, 91, 90, false",
    "natted, 3600, 3600, true"
  })
  void intervalsHaveAMinimumBelowTheirMaximum(String pair, long min, long max, boolean right) {
    assertThat(
            wrongFields(
                Registration.class, 1, pair + "_min_refresh", min, pair + "_max_refresh", max))
        .isEqualTo(right ? List.of() : List.of(pair + "_max_refresh"));
  }

  @ParameterizedTest
  @Tag("SVX-024")
  @Tag("SVX-027")
  @Tag("SVX-029")
  @CsvSource({
    "adaptive_min_refresh, 59",
    "adaptive_min_refresh, 3601",
    "adaptive_max_refresh, 7201",
    "maximum_min_refresh, 59",
    "maximum_max_refresh, 7201",
    "natted_min_refresh, 59",
    "natted_max_refresh, 3601"
  })
  void intervalsAreLimited(String field, long seconds) {
    assertThat(wrongFields(Registration.class, 1, field, seconds)).containsExactly(field);
  }

  @ParameterizedTest
  @Tag("SVX-045")
  @CsvSource({
    "bob@example.com, true",
    "1234, true",
    "ALICE@example.com, false",
    "'bob smith', false",
    "bob.*, false"
  })
  void deviceAliasesAreExactAndUnique(String alias, boolean right) {
    assertThat(wrongFields(Device.class, 0, "alias", alias))
        .isEqualTo(right ? List.of() : List.of("alias"));
  }

  @Test
  @Tag("SVX-050")
  void passwordsOfDevicesAreSecret() {
    assertThat(field(Device.class, "password").secret()).isTrue();
    assertThat(field(LdapSyncSource.class, "ldap_bind_password").secret()).isTrue();
  }

  private static FieldType field(Class<? extends Record> type, String name) {
    return PlenumResources.catalog().type(type).field(name).orElseThrow();
  }

  @Test
  @Tag("SVX-178")
  @Tag("SVX-182")
  @Tag("SVX-183")
  @Tag("SVX-185")
  @Tag("SVX-188")
  @Tag("SVX-189")
  @Tag("SVX-190")
  void participantsAreDialedBySipAsGuestsUnlessToldOtherwise() {
    Values participant = defaults(AutomaticParticipant.class);
    assertThat(participant.text("routing")).isEqualTo("manual");
    assertThat(participant.text("protocol")).isEqualTo("sip");
    assertThat(participant.text("role")).isEqualTo("guest");
    assertThat(participant.flag("streaming")).isFalse();
    assertThat(participant.text("keep_conference_alive"))
        .isEqualTo("keep_conference_alive_if_multiple");
    assertThat(participant.text("call_type")).isEqualTo("video");
    assertThat(participant.get("system_location")).isNull();
  }

  @ParameterizedTest
  @Tag("SVX-178")
  @Tag("SVX-182")
  @Tag("SVX-183")
  @CsvSource({
    "manual, sip, alice@example.com, true",
    "manual, sip, sip:alice@192.0.2.1:5060, true",
    "manual, sip, alice@[2001:db8::1], true",
    "manual, sip, 5551234, true",
    "manual, sip, alice smith@example.com, false",
    "manual, sip, alice@@example.com, false",
    "manual, rtmp, rtmp://stream.example.com/live/key, true",
    "manual, rtmp, rtmps://stream.example.com/live/key, true",
    "manual, rtmp, https://stream.example.com/live, false",
    "manual, rtmp, alice@example.com, false",
    "manual, h323, alice smith, true",
    "routing_rule, sip, alice smith, true"
  })
  void anAliasFitsTheProtocolThatIsUsed(
      String routing, String protocol, String alias, boolean right) {
    assertThat(
            wrongFields(
                AutomaticParticipant.class,
                0,
                "routing",
                routing,
                "protocol",
                protocol,
                "alias",
                alias))
        .isEqualTo(right ? List.of() : List.of("alias"));
  }

  @Test
  @Tag("SVX-191")
  void onlyRtmpHasAStreamForThePresentation() {
    String url = "rtmp://stream.example.com/slides";
    assertThat(wrongFields(AutomaticParticipant.class, 0, "presentation_url", url))
        .containsExactly("presentation_url");
    assertThat(
            wrongFields(
                AutomaticParticipant.class,
                0,
                "alias",
                "rtmp://stream.example.com/live",
                "protocol",
                "rtmp",
                "presentation_url",
                url))
        .isEmpty();
    assertThat(
            wrongFields(
                AutomaticParticipant.class,
                0,
                "routing",
                "routing_rule",
                "presentation_url",
                "http://example.com"))
        .containsExactly("presentation_url");
  }

  @ParameterizedTest
  @Tag("SVX-184")
  @Tag("SVX-200")
  @CsvSource({"'666#,,,1234#', true", "'*', true", "12 3, false", "12A, false"})
  void dtmfSequencesAreKeysAndPauses(String sequence, boolean right) {
    assertThat(wrongFields(AutomaticParticipant.class, 0, "dtmf_sequence", sequence))
        .isEqualTo(right ? List.of() : List.of("dtmf_sequence"));
  }

  @Test
  @Tag("SVX-186")
  @Tag("SVX-193")
  void onlyConferencesDialParticipants() {
    assertThat(wrongFields(AutomaticParticipant.class, 0, "conference", List.of(1L, AUDITORIUM)))
        .isEmpty();
    assertThat(wrongFields(AutomaticParticipant.class, 0, "conference", List.of(1L, RECEPTION)))
        .containsExactly("conference");
  }

  @Test
  @Tag("SVC-073")
  @Tag("SVC-095")
  @Tag("SVC-173")
  @Tag("SVX-311")
  void everyServiceCanHaveATheme() {
    assertThat(field(Conference.class, "ivr_theme").conditions()).isEmpty();
    assertThat(defaults(Conference.class).get("ivr_theme")).isNull();
    assertThat(wrongFields(Conference.class, 1, "ivr_theme", 1L)).isEmpty();
    assertThat(wrongFields(Conference.class, 1, "ivr_theme", 9L)).containsExactly("ivr_theme");
  }

  @Test
  @Tag("SVC-102")
  void aReceptionCanLeadToMeetingsOfAServer() {
    FieldType server = field(Conference.class, "mssip_proxy");
    assertThat(server.conditions().getFirst().values()).containsExactly("two_stage_dialing");
    assertThat(defaults(Conference.class).get("mssip_proxy")).isNull();
    assertThat(wrongFieldsOfReception("mssip_proxy", 1L)).isEmpty();
    assertThat(wrongFieldsOfReception("mssip_proxy", 9L)).containsExactly("mssip_proxy");
  }

  private List<String> wrongFieldsOfReception(String field, Object value) {
    return wrongFields(
        Conference.class,
        RECEPTION,
        "name",
        "Reception",
        "service_type",
        "two_stage_dialing",
        field,
        value);
  }

  @Test
  @Tag("SVC-150")
  void aRoutingRuleCanHaveATheme() {
    assertThat(defaults(GatewayRoutingRule.class).get("ivr_theme")).isNull();
    assertThat(wrongFields(GatewayRoutingRule.class, 1, "ivr_theme", 1L)).isEmpty();
    assertThat(wrongFields(GatewayRoutingRule.class, 1, "ivr_theme", 9L))
        .containsExactly("ivr_theme");
  }

  @Test
  @Tag("SYS-106")
  @Tag("SVX-329")
  void thePlatformCanHaveADefaultTheme() {
    assertThat(defaults(Global.class).get("default_theme")).isNull();
    assertThat(wrongFields(Global.class, 1, "default_theme", 1L)).isEmpty();
  }

  @Test
  @Tag("SVC-080")
  @Tag("SVX-051")
  void theOriginIsSetByThePlatform() {
    assertThat(field(Conference.class, "sync_tag").readOnly()).isTrue();
    assertThat(field(Device.class, "sync_tag").readOnly()).isTrue();
  }

  @ParameterizedTest
  @Tag("SVC-214")
  @Tag("SVC-216")
  @CsvSource({
    "192.0.2.1, false, true",
    "192.0.2.1, true, false",
    "2001:db8::1, true, false",
    "example.com, true, true",
    "not a host, false, false"
  })
  void insecureTransportNeedsANameOfTheServer(String server, boolean insecure, boolean right) {
    assertThat(
            wrongFields(
                LdapSyncSource.class, 1, "ldap_server", server, "ldap_permit_no_tls", insecure))
        .isEqualTo(right ? List.of() : List.of("ldap_server"));
  }

  @ParameterizedTest
  @Tag("SVC-222")
  @Tag("SVC-226")
  @CsvSource({
    "'dc=example,dc=com', true",
    "'ou=Smith\\, Ltd,DC=Example', true",
    "example.com, false",
    "'dc=a,,dc=b', false"
  })
  void distinguishedNamesAreChecked(String dn, boolean right) {
    assertThat(wrongFields(LdapSyncSource.class, 1, "ldap_base_dn", dn))
        .isEqualTo(right ? List.of() : List.of("ldap_base_dn"));
    assertThat(wrongFields(ConferenceSyncTemplate.class, 0, "ldap_user_search_dn", dn))
        .isEqualTo(right ? List.of() : List.of("ldap_user_search_dn"));
  }

  @ParameterizedTest
  @Tag("SVC-289")
  @ValueSource(strings = {"mail", "with-hyphen", "1st", "extension", "if", "None"})
  void variablesAreNewIdentifiers(String name) {
    assertThat(wrongFields(LdapSyncField.class, 0, "template_variable_name", name))
        .containsExactly("template_variable_name");
  }

  @Test
  @Tag("SVC-288")
  @Tag("SVC-289")
  void variablesAreToldApartByCase() {
    assertThat(wrongFields(LdapSyncField.class, 0, "template_variable_name", "Extension"))
        .isEmpty();
    assertThat(wrongFields(LdapSyncField.class, 1)).isEmpty();
    assertThat(wrongFields(LdapSyncField.class, 0, "template_variable_name", "x", "name", "a-b"))
        .isEmpty();
  }

  @ParameterizedTest
  @Tag("SVC-288")
  @CsvSource({
    "telephoneNumber, true",
    "msDS-cloudExtensionAttribute1, true",
    "userCertificate;binary, true",
    "a b, false",
    "(mail), false"
  })
  void fieldsOfADirectoryAreNamesOfAttributes(String name, boolean right) {
    assertThat(wrongFields(LdapSyncField.class, 1, "name", name))
        .isEqualTo(right ? List.of() : List.of("name"));
  }

  @Test
  @Tag("SVC-227")
  void aTemplateSaysWhichEntriesItIsAbout() {
    assertThat(wrongFields(ConferenceSyncTemplate.class, 0, "ldap_user_filter", ""))
        .containsExactly("ldap_user_filter");
  }

  @Test
  @Tag("SVC-227")
  @Tag("SVC-288")
  void whatWasStoredBeforeItWasRefusedMayStayAsItIs() {
    ConfigurationSnapshot old =
        view.with(7, Sample.of(ConferenceSyncTemplate.class, "ldap_user_filter", ""))
            .with(7, Sample.of(LdapSyncField.class, "name", "a b"));
    assertThat(
            wrongFields(
                old, ConferenceSyncTemplate.class, 7, "name", "Other", "ldap_user_filter", ""))
        .isEmpty();
    String variable = "template_variable_name";
    assertThat(wrongFields(old, LdapSyncField.class, 7, variable, "other", "name", "a b"))
        .isEmpty();
    assertThat(wrongFields(old, LdapSyncField.class, 7, variable, "other", "name", "a c"))
        .containsExactly("name");
  }

  @Test
  @Tag("SVC-227")
  @Tag("SVC-229")
  @Tag("SVC-230")
  @Tag("SVC-231")
  @Tag("SVC-232")
  @Tag("SVC-237")
  @Tag("SVC-248")
  @Tag("SVC-261")
  void aTemplateMakesServicesByDefault() {
    Values template = defaults(ConferenceSyncTemplate.class);
    assertThat(template.text("ldap_user_filter"))
        .isEqualTo("(&(objectclass=person)(!(objectclass=computer)))");
    assertThat(template.flag("sync_conferences")).isTrue();
    assertThat(template.flag("sync_devices")).isFalse();
    assertThat(template.flag("enable_automatic_sync")).isFalse();
    assertThat(template.text("device_alias")).isEqualTo("{{mail}}");
    assertThat(template.text("device_username")).isEqualTo("{{mail}}");
    assertThat(template.text("host_view")).isEqualTo("one_main_seven_pips");
    assertThat(template.text("call_type")).isEqualTo("video");
    ResourceType<?> type = PlenumResources.catalog().type(ConferenceSyncTemplate.class);
    assertThat(type.fields())
        .filteredOn(field -> field.name().endsWith("_overridable"))
        .hasSize(12)
        .allSatisfy(field -> assertThat(template.flag(field.name())).isFalse());
    assertThat(type.field("call_type_overridable")).isEmpty();
  }

  @Test
  @Tag("SVC-239")
  void aUserNameOfADeviceNeedsAPassword() {
    assertThat(wrongFields(ConferenceSyncTemplate.class, 0)).isEmpty();
    assertThat(wrongFields(ConferenceSyncTemplate.class, 0, "sync_devices", true))
        .containsExactly("device_password");
    assertThat(
            wrongFields(
                ConferenceSyncTemplate.class, 0, "sync_devices", true, "device_username", ""))
        .isEmpty();
    assertThat(
            wrongFields(
                ConferenceSyncTemplate.class,
                0,
                "sync_devices",
                true,
                "device_password",
                "{{mail|pex_hash}}"))
        .isEmpty();
  }

  @Test
  @Tag("SVC-241")
  void servicesOfATemplateNeedAName() {
    assertThat(wrongFields(ConferenceSyncTemplate.class, 0, "conference_name", ""))
        .containsExactly("conference_name");
    assertThat(
            wrongFields(
                ConferenceSyncTemplate.class, 0, "conference_name", "", "sync_conferences", false))
        .isEmpty();
  }

  @Test
  @Tag("SVC-265")
  void mailOfATemplateNeedsAServer() {
    assertThat(wrongFields(ConferenceSyncTemplate.class, 0, "enable_service_emails", true))
        .containsExactly("smtp_server");
    assertThat(
            wrongFields(
                ConferenceSyncTemplate.class, 0, "enable_service_emails", true, "smtp_server", 1L))
        .isEmpty();
  }

  @Test
  @Tag("SVC-245")
  @Tag("SVC-246")
  void pinPatternsDependOnEachOther() {
    assertThat(wrongFields(ConferenceSyncTemplate.class, 0, "allow_guests", true))
        .containsExactly("pin");
    assertThat(wrongFields(ConferenceSyncTemplate.class, 0, "guest_pin", "{{ 1234 }}"))
        .containsExactly("guest_pin");
    assertThat(
            wrongFields(
                ConferenceSyncTemplate.class,
                0,
                "allow_guests",
                true,
                "pin",
                "{{ [9,pex_random_pin(5)]|join }}",
                "guest_pin",
                "{{ [2,pex_random_pin(5)]|join }}"))
        .isEmpty();
  }

  @Test
  void nodesDoNotGetWhatOnlyTheSynchronisationNeeds() {
    assertThat(PlenumResources.catalog().types())
        .filteredOn(type -> !type.replicated())
        .extracting(ResourceType::name)
        .contains("ldap_sync_source", "ldap_sync_field", "conference_sync_template");
  }
}
