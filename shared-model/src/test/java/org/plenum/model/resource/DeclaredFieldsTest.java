package org.plenum.model.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Syntax;

/** Fields are declared as the specification has them; the rules of declarations do the rest. */
class DeclaredFieldsTest {
  private static ResourceType<?> resource(String field) {
    return PlenumResources.catalog().find(field.split("\\.", 2)[0]).orElseThrow();
  }

  private static FieldType field(String name) {
    return resource(name).field(name.split("\\.", 2)[1]).orElseThrow();
  }

  @ParameterizedTest
  @Tag("SVC-075")
  @Tag("SVC-076")
  @Tag("SVC-255")
  @Tag("SVX-265")
  @Tag("SVX-266")
  @Tag("SVX-267")
  @Tag("SVX-268")
  @CsvSource({
    "conference.max_callrate_in",
    "conference.max_callrate_out",
    "conference_sync_template.max_callrate_in",
    "conference_sync_template.max_callrate_out",
    "gateway_routing_rule.max_callrate_in",
    "gateway_routing_rule.max_callrate_out",
    "global.max_callrate_in",
    "global.max_callrate_out"
  })
  void bandwidthsMayBeBlankAndHaveOneRange(String name) {
    assertThat(field(name).nullable()).isTrue();
    assertThat(field(name).limits().min()).isEqualTo(128);
    assertThat(field(name).limits().max()).isEqualTo(8192);
  }

  @ParameterizedTest
  @Tag("SVC-025")
  @Tag("SVC-027")
  @Tag("SVC-028")
  @Tag("SVC-029")
  @Tag("SVC-030")
  @Tag("SVC-081")
  @Tag("SVC-096")
  @Tag("SVC-145")
  @Tag("SVC-213")
  @Tag("SVC-217")
  @Tag("SVC-218")
  @Tag("SVC-219")
  @Tag("SVX-052")
  @Tag("SVX-317")
  @CsvSource({
    "worker_vm.snmp_community, 0, 16",
    "worker_vm.snmp_privacy_password, 8, 100",
    "worker_vm.snmp_authentication_password, 8, 100",
    "worker_vm.snmp_system_contact, 0, 70",
    "worker_vm.snmp_system_location, 0, 70",
    "conference.primary_owner_email_address, 0, 100",
    "conference.match_string, 0, 250",
    "gateway_routing_rule.match_string, 0, 250",
    "ldap_sync_source.description, 0, 250",
    "ldap_sync_source.ldap_bind_username, 0, 255",
    "ldap_sync_source.ldap_bind_password, 0, 100",
    "ldap_sync_source.ldap_base_dn, 0, 255",
    "device.primary_owner_email_address, 0, 100",
    "ivr_theme.name, 0, 250"
  })
  void textsHaveTheirLengths(String name, int shortest, int longest) {
    assertThat(field(name).limits().minLength()).isEqualTo(shortest);
    assertThat(field(name).limits().maxLength()).isEqualTo(longest);
  }

  @ParameterizedTest
  @Tag("SVC-081")
  @Tag("SVC-096")
  @Tag("SVC-145")
  @Tag("SVC-219")
  @Tag("SVX-052")
  @CsvSource({
    "conference.primary_owner_email_address, EMAIL",
    "device.primary_owner_email_address, EMAIL",
    "conference.match_string, REGEX",
    "gateway_routing_rule.match_string, REGEX",
    "ldap_sync_source.ldap_base_dn, LDAP_DN"
  })
  void textsHaveTheirSyntax(String name, Syntax syntax) {
    assertThat(field(name).syntax()).contains(syntax);
  }

  @ParameterizedTest
  @Tag("SVC-024")
  @Tag("SVC-025")
  @Tag("SVC-086")
  @Tag("SVC-087")
  @Tag("SVC-089")
  @Tag("SVC-096")
  @Tag("SVC-136")
  @Tag("SVC-137")
  @Tag("SVC-140")
  @Tag("SVC-151")
  @Tag("SVC-153")
  @Tag("SVC-159")
  @Tag("SVC-262")
  @CsvSource({
    "worker_vm.snmp_mode, DISABLED",
    "worker_vm.snmp_community, public",
    "conference.host_view, one_main_seven_pips",
    "conference.guest_view, one_main_seven_pips",
    "conference.force_presenter_into_main, false",
    "conference.match_string, ''",
    "gateway_routing_rule.match_incoming_calls, true",
    "gateway_routing_rule.match_outgoing_calls, false",
    "gateway_routing_rule.match_incoming_webrtc, true",
    "gateway_routing_rule.called_device_type, external",
    "gateway_routing_rule.outgoing_protocol, sip",
    "gateway_routing_rule.enable, true",
    "conference_sync_template.enable_service_emails, false"
  })
  void fieldsHaveTheirDefaults(String name, String value) {
    assertThat(field(name).fallback().orElseThrow().value()).hasToString(value);
  }

  @ParameterizedTest
  @Tag("SVC-020")
  @Tag("SVC-103")
  @Tag("SVC-157")
  @Tag("SVC-158")
  @Tag("SVC-228")
  @Tag("SVC-257")
  @Tag("SVX-015")
  @Tag("SVX-187")
  @CsvSource({
    "worker_vm.ipv6_address",
    "conference.system_location",
    "gateway_routing_rule.turn_server",
    "gateway_routing_rule.stun_server",
    "conference_sync_template.ldap_sync_source",
    "conference_sync_template.participant_limit",
    "conference_alias.view_order",
    "automatic_participant.system_location"
  })
  void fieldsMayBeLeftOutOrEmptied(String name) {
    assertThat(field(name).nullable()).isTrue();
    assertThat(field(name).requiredInRequest()).isFalse();
  }

  @ParameterizedTest
  @Tag("SVC-145")
  @Tag("SVC-192")
  @Tag("SVC-217")
  @Tag("SVC-218")
  @Tag("SVC-219")
  @Tag("SVX-012")
  @Tag("SVX-317")
  @CsvSource({
    "gateway_routing_rule.match_string",
    "conference_alias.conference",
    "ldap_sync_source.ldap_bind_username",
    "ldap_sync_source.ldap_bind_password",
    "ldap_sync_source.ldap_base_dn",
    "ivr_theme.name"
  })
  void fieldsMustBeGiven(String name) {
    assertThat(field(name).requiredInRequest()).isTrue();
  }

  @ParameterizedTest
  @Tag("SVC-020")
  @CsvSource({"worker_vm.ipv6_address, IPV6"})
  void addressesBelongToOneNode(String name, Syntax syntax) {
    assertThat(field(name).unique()).isTrue();
    assertThat(field(name).syntax()).contains(syntax);
  }

  @ParameterizedTest
  @Tag("SVC-031")
  @Tag("SVC-033")
  @CsvSource({
    "worker_vm.address",
    "worker_vm.netmask",
    "worker_vm.gateway",
    "worker_vm.hostname",
    "worker_vm.domain"
  })
  void theIdentityOfANodeNeverChanges(String name) {
    assertThat(field(name).createOnly()).isTrue();
  }

  @ParameterizedTest
  @Tag("SVC-053")
  @Tag("SVX-014")
  @Tag("SVX-046")
  @Tag("SVX-179")
  @CsvSource({
    "conference.creation_time",
    "conference_alias.creation_time",
    "device.creation_time",
    "automatic_participant.creation_time",
    "gateway_routing_rule.creation_time"
  })
  void thePlatformSaysWhenAnObjectWasMade(String name) {
    Instant now = Instant.parse("2026-01-31T12:00:00Z");
    assertThat(field(name).readOnly()).isTrue();
    assertThat(field(name).fallback().orElseThrow().at(now)).isEqualTo(now);
  }

  @ParameterizedTest
  @Tag("SVX-320")
  @CsvSource({"ivr_theme.gateway_routing_rule", "ivr_theme.conference"})
  void themesListWhoUsesThem(String name) {
    assertThat(field(name).kind()).isEqualTo(Kind.INVERSE);
    assertThat(field(name).requiredInRequest()).isFalse();
  }
}
