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
import org.plenum.model.config.Validator;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;

/** Rules of single resources that concern several fields or other objects. */
class ResourceRulesTest {
  private final Validator validator = new Validator(PlenumResources.catalog());
  private final ConfigurationSnapshot view = Sample.configuration();

  private Violations check(Class<? extends Record> type, long id, @Nullable Object... changes) {
    return validator.validate(
        PlenumResources.catalog().type(type), id, Sample.values(type, changes), view);
  }

  private void assertField(@Nullable String field, Violations violations) {
    if (field == null || field.isEmpty()) {
      assertThat(violations.messages()).isEmpty();
    } else {
      assertThat(violations.messages()).containsOnlyKeys(field);
    }
  }

  @ParameterizedTest
  @Tag("SYS-033")
  @Tag("SYS-034")
  @Tag("SYS-036")
  @Tag("SYS-042")
  @Tag("SYS-046")
  @CsvSource({
    "ldap_server, ad.example.com, ''",
    "ldap_server, '', ldap_server",
    "ldap_base_dn, '', ldap_base_dn",
    "ldap_base_dn, example, ldap_base_dn",
    "client_certificate, UPN, ''",
    "ldap_user_filter, (objectclass=, ldap_user_filter",
    "ldap_user_search_filter, (uid=x), ldap_user_search_filter",
    "ldap_group_membership_filter, (member=x), ldap_group_membership_filter",
    "ldap_group_membership_filter, (memberuid={useruid}), ''",
    "ldap_user_group_attributes, 'memberOf, isMemberOf', ''",
    "ldap_user_group_attributes, 'member Of', ldap_user_group_attributes",
    "ldap_user_group_attributes, '', ''"
  })
  void settingsOfTheDirectory(String field, String value, String wrongField) {
    Values settings =
        Sample.values(
                Authentication.class,
                "source",
                "LDAP+LOCAL",
                "ldap_server",
                "ldap.example.com",
                "ldap_base_dn",
                "dc=example,dc=com")
            .with(field, value);
    assertField(
        wrongField,
        validator.validate(
            PlenumResources.catalog().type(Authentication.class),
            1,
            settings,
            view.with(1, Sample.of(CaCertificate.class))));
  }

  @Test
  @Tag("SYS-034")
  @Tag("SYS-036")
  void certificatesNeedADirectoryAndPlainTextNeedsAName() {
    assertField("client_certificate", check(Authentication.class, 1, "client_certificate", "CN"));
    assertField(
        "ldap_permit_no_tls",
        check(Authentication.class, 1, "ldap_permit_no_tls", true, "ldap_server", "192.0.2.1"));
    assertField(null, check(Authentication.class, 1));
  }

  @ParameterizedTest
  @Tag("SVX-098")
  @Tag("SVX-099")
  @Tag("SVX-100")
  @Tag("SVX-101")
  @Tag("SVX-102")
  @Tag("SVX-103")
  @Tag("SVX-104")
  @Tag("SVX-105")
  @Tag("SVX-106")
  @Tag("SVC-069")
  @Tag("SVC-070")
  @CsvSource({
    "'', false, '', ''",
    "1234, false, '', ''",
    "123#, false, '', ''",
    "1234, true, '', ''",
    "1234, true, 5678, ''",
    "123#, true, 56789#, ''",
    "'', true, '', pin",
    "'', false, 5678, guest_pin",
    "1234, false, 5678, guest_pin",
    "1234, true, 1234, guest_pin",
    "1234, true, 567#, guest_pin",
    "123#, true, 5678, guest_pin",
    "1234, true, 56789, guest_pin",
    "12, false, '', pin",
    "1234, true, 12a4, guest_pin"
  })
  void pins(String pin, boolean allowGuests, String guestPin, String wrongField) {
    assertField(
        wrongField,
        check(Conference.class, 1, "pin", pin, "allow_guests", allowGuests, "guest_pin", guestPin));
  }

  @Test
  @Tag("SVC-065")
  void serviceNamesAreUnique() {
    assertField("name", check(Conference.class, 0, "name", "MEET"));
    assertField(null, check(Conference.class, 0, "name", "Other"));
  }

  @Test
  @Tag("SVC-193")
  @Tag("SVX-002")
  void aliasesAreUniqueWithoutCase() {
    assertField("alias", check(ConferenceAlias.class, 0, "alias", "MEET"));
    assertField("alias", check(ConferenceAlias.class, 0, "alias", "meet me"));
    assertField("conference", check(ConferenceAlias.class, 1, "conference", 5L));
  }

  @Test
  @Tag("SVC-097")
  @Tag("SVC-146")
  void replacementsReferToGroupsThatExist() {
    assertField(
        "replace_string",
        check(
            Conference.class,
            1,
            "service_type",
            "two_stage_dialing",
            "match_string",
            "(a)",
            "replace_string",
            "\\2"));
    assertField(
        "replace_string",
        check(GatewayRoutingRule.class, 1, "match_string", "a", "replace_string", "\\1"));
    assertField("match_string", check(GatewayRoutingRule.class, 1, "match_string", "("));
  }

  @Test
  @Tag("SVC-135")
  void prioritiesAreUniqueAndLimited() {
    assertField("priority", check(GatewayRoutingRule.class, 0, "priority", 1L));
    assertField("priority", check(GatewayRoutingRule.class, 0, "priority", 201L));
    assertField(null, check(GatewayRoutingRule.class, 0, "priority", 200L));
  }

  @Test
  @Tag("SYS-164")
  void overflowLocationsAreOthersAndDiffer() {
    assertField("overflow_location1", check(SystemLocation.class, 1, "overflow_location1", 1L));
    assertField("overflow_location2", check(SystemLocation.class, 1, "overflow_location2", 1L));
    assertField(
        "overflow_location2",
        check(
            SystemLocation.class,
            0,
            "name",
            "Paris",
            "overflow_location1",
            1L,
            "overflow_location2",
            1L));
    assertField(null, check(SystemLocation.class, 0, "name", "Paris", "overflow_location1", 1L));
  }

  @Test
  @Tag("SYS-151")
  @Tag("SYS-152")
  @Tag("SYS-384")
  void aLocationNeedsDnsAndNtpServers() {
    assertField("dns_servers", check(SystemLocation.class, 1, "dns_servers", List.of()));
    assertField("ntp_servers", check(SystemLocation.class, 1, "ntp_servers", List.of()));
    assertField("dns_servers", check(SystemLocation.class, 1, "dns_servers", List.of(2L)));
  }

  @Test
  @Tag("PLAT-180")
  void anNtpKeyAndItsIdentifierGoTogether() {
    assertField("key", check(NtpServer.class, 1, "key_id", 5L));
    assertField("key_id", check(NtpServer.class, 1, "key", "abc"));
    assertField(null, check(NtpServer.class, 1, "key", "abc", "key_id", 5L));
  }

  @ParameterizedTest
  @Tag("SYS-124")
  @Tag("SYS-125")
  @Tag("SYS-126")
  @CsvSource({
    "33000, 39999, 40000, 49999, ''",
    "45000, 49999, 40000, 44999, ''",
    "33000, 33000, 40000, 49999, signalling_ports_end",
    "33000, 40000, 40000, 49999, media_ports_start",
    "33000, 39999, 49901, 49999, media_ports_end",
    "33000, 39999, 49900, 49999, ''",
    "9999, 39999, 40000, 49999, signalling_ports_start"
  })
  void portRanges(long s1, long s2, long m1, long m2, String wrongField) {
    assertField(
        wrongField,
        check(
            Global.class,
            1,
            "signalling_ports_start",
            s1,
            "signalling_ports_end",
            s2,
            "media_ports_start",
            m1,
            "media_ports_end",
            m2));
  }

  @ParameterizedTest
  @Tag("SYS-105")
  @Tag("SVX-291")
  @CsvSource({"0, true", "60, true", "86400, true", "1, false", "59, false", "86401, false"})
  void lastParticipantBackstop(long seconds, boolean allowed) {
    assertThat(check(Global.class, 1, "eject_last_participant_backstop_timeout", seconds).isEmpty())
        .isEqualTo(allowed);
  }

  @Test
  @Tag("SYS-131")
  void overridingTheResponderNeedsOne() {
    assertField("ocsp_responder_url", check(Global.class, 1, "ocsp_state", "OVERRIDE"));
  }

  @Test
  @Tag("INST-118")
  void hostNamesAreUniqueOverNodesAndManagement() {
    assertField(null, check(WorkerVm.class, 1));
    assertField(
        "hostname",
        check(WorkerVm.class, 0, "name", "n2", "address", "192.0.2.20", "hostname", "NODE1"));
    assertField("hostname", check(WorkerVm.class, 1, "hostname", "mgr"));
    assertField("hostname", check(ManagementVm.class, 1, "hostname", "node1"));
  }

  @ParameterizedTest
  @Tag("INST-120")
  @Tag("INST-122")
  @CsvSource({
    "192.0.2.10, 255.255.255.0, 192.0.2.1, ''",
    "127.0.0.1, 255.0.0.0, 127.0.0.2, ''",
    "192.0.2.10, 255.255.255.0, 192.0.3.1, gateway",
    "192.0.2.10, 255.255.255.0, 192.0.2.10, gateway",
    "192.0.2.0, 255.255.255.0, 192.0.2.1, address",
    "192.0.2.255, 255.255.255.0, 192.0.2.1, address",
    "224.0.0.1, 255.255.255.0, 224.0.0.2, address",
    "192.0.2.0, 255.255.255.254, 192.0.2.1, ''"
  })
  void addressesFitTheirSubnet(String address, String mask, String gateway, String wrongField) {
    assertField(
        wrongField,
        check(WorkerVm.class, 1, "address", address, "netmask", mask, "gateway", gateway));
  }

  @Test
  @Tag("INST-123")
  @Tag("INST-124")
  void theSecondInterfaceIsInAnotherSubnet() {
    assertField("secondary_netmask", check(WorkerVm.class, 1, "secondary_address", "10.0.0.1"));
    assertField("secondary_address", check(WorkerVm.class, 1, "secondary_netmask", "255.0.0.0"));
    assertField(
        "secondary_address",
        check(
            WorkerVm.class,
            1,
            "secondary_address",
            "192.0.2.99",
            "secondary_netmask",
            "255.255.255.0"));
    assertField(
        "secondary_address",
        check(
            WorkerVm.class, 1, "secondary_address", "192.1.0.1", "secondary_netmask", "255.0.0.0"));
    assertField(
        null,
        check(
            WorkerVm.class, 1, "secondary_address", "10.0.0.1", "secondary_netmask", "255.0.0.0"));
  }

  @ParameterizedTest
  @Tag("PLAT-247")
  @Tag("PLAT-248")
  @CsvSource({
    "192.0.2.1, ''",
    "198.51.100.1, ''",
    "203.0.113.1, gateway",
    "198.51.100.10, gateway"
  })
  void theGatewayIsOnEitherSideOfANodeWithTwoInterfaces(String gateway, String wrongField) {
    assertField(
        wrongField,
        check(
            WorkerVm.class,
            1,
            "gateway",
            gateway,
            "secondary_address",
            "198.51.100.10",
            "secondary_netmask",
            "255.255.255.0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lone\ud800x", "zero\u200bwidth", "turned\u202ename", "tab\tname"})
  void namesHaveNoCharactersThatNobodySees(String name) {
    assertField("name", check(Conference.class, 1, "name", name));
  }

  @Test
  @Tag("SVC-090")
  @Tag("SVC-174")
  void servicesHaveNoFieldsThatTheirTypeHasNoUseFor() {
    assertField(
        "max_callrate_out",
        check(Conference.class, 1, "service_type", "test_call", "max_callrate_out", 512L));
    assertField(
        "primary_owner_email_address",
        check(
            Conference.class,
            1,
            "service_type",
            "lecture",
            "primary_owner_email_address",
            "a@example.com"));
  }

  @Test
  @Tag("SVX-190")
  void rtmpCallsHaveVideoAndPresentation() {
    Violations violations =
        check(
            AutomaticParticipant.class,
            0,
            "alias",
            "rtmp://stream.example.com/live",
            "routing",
            "manual",
            "protocol",
            "rtmp",
            "call_type",
            "audio");
    assertThat(violations.messages()).containsKey("call_type");
  }

  @Test
  @Tag("SVX-050")
  void aPasswordOfADeviceNeedsAUserName() {
    assertField("username", check(Device.class, 0, "alias", "new", "password", "s3cret"));
    assertField(
        null, check(Device.class, 0, "alias", "new", "username", "bob", "password", "s3cret"));
  }

  @Test
  @Tag("SVC-222")
  @Tag("SVC-227")
  void directoryNamesAndFiltersHaveTheirSyntaxEverywhere() {
    assertField(
        "ldap_base_dn", check(LdapSyncSource.class, 0, "name", "n", "ldap_base_dn", "dc=x,"));
    assertField(
        "ldap_base_dn", check(LdapSyncSource.class, 0, "name", "n", "ldap_base_dn", "dc=x;cn=y"));
    assertField(
        "ldap_user_filter",
        check(ConferenceSyncTemplate.class, 0, "name", "n", "ldap_user_filter", "((("));
  }

  @Test
  @Tag("PLAT-209")
  void snmp3NeedsItsCredentials() {
    assertThat(check(WorkerVm.class, 1, "snmp_mode", "AUTHPRIV").messages())
        .containsOnlyKeys(
            "snmp_mode", "snmp_username", "snmp_privacy_password", "snmp_authentication_password");
    assertField("snmp_mode", check(WorkerVm.class, 1, "snmp_mode", "STANDARD"));
  }

  @Test
  @Tag("SVC-014")
  @Tag("SVC-037")
  void nodesHaveUniqueNames() {
    assertField("name", check(WorkerVm.class, 0, "hostname", "n2", "address", "192.0.2.20"));
    assertField("system_location", check(WorkerVm.class, 1, "system_location", 9L));
  }

  @Test
  @Tag("SYS-273")
  @Tag("SYS-274")
  void certificatesArePem() {
    assertField(null, check(TlsCertificate.class, 1));
    assertField("certificate", check(TlsCertificate.class, 1, "certificate", "x"));
    assertField("private_key", check(TlsCertificate.class, 1, "private_key", "x"));
    assertField(null, check(CaCertificate.class, 1));
  }
}
