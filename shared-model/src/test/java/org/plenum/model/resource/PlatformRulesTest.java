package org.plenum.model.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.model.Sample;
import org.plenum.model.config.ConfigurationSnapshot;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Validator;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.SelfSignedCertificate;
import org.plenum.model.pki.SubjectNames;

/** Rules of the menus System, Platform and Call control. */
class PlatformRulesTest {
  private static final String RSA_1024 =
      "AAAAB3NzaC1yc2EAAAADAQABAAAAgQC1njD3zK3joXv1/oYpv0IyiwlR20+PsGKf3v9oGkOdc0vng8E+UjMQFJakN8Ll"
          + "PjmwBxZkKcc6o0WzSCCwDv+mbUf9bZIsvZQoR6Zi3B4LdtcxTQSo2cNeZR26Xb1VnAU0kQtvALOeFcxa9Ybnga8N"
          + "NW/3g2wlDqn8vFqs/1yS1w==";
  private static final String ECDSA_256 =
      "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBA7aYlEq2NkAmltOvvMcbjMEW4OMEAq4xiTqZUZR"
          + "tMKBCKOG93EDYEJFbfx4rbYPXVZSDRxbXddP0q3qfvV3KAA=";

  private final Validator validator = new Validator(PlenumResources.catalog());
  private ConfigurationSnapshot view = Sample.configuration();

  /** Checks an object; what is wrong must be exactly these fields, separated by spaces. */
  private void expect(
      String wrongFields, Class<? extends Record> type, @Nullable Object... changes) {
    expectAt(wrongFields, type, 0, changes);
  }

  private void expectAt(
      String wrongFields, Class<? extends Record> type, long id, @Nullable Object... changes) {
    List<String> expected =
        wrongFields.isEmpty() ? List.of() : Arrays.asList(wrongFields.split(" "));
    assertThat(
            validator
                .validate(
                    PlenumResources.catalog().type(type), id, Sample.values(type, changes), view)
                .messages()
                .keySet())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static @Nullable Object fallback(Class<? extends Record> type, String field) {
    ResourceType<?> resource = PlenumResources.catalog().type(type);
    return resource
        .field(field)
        .flatMap(FieldType::fallback)
        .map(FieldType.Fallback::value)
        .orElse(null);
  }

  @ParameterizedTest
  @Tag("PLAT-223")
  @Tag("PLAT-224")
  @Tag("PLAT-225")
  @Tag("SYS-024")
  @CsvSource({
    "10.0.0.0, 8, 192.0.2.1, ''",
    "0.0.0.0, 0, 192.0.2.1, ''",
    "192.0.2.7, 32, 192.0.2.1, ''",
    "2001:db8::, 32, 2001:db8::1, ''",
    "2001:db8::1, 128, fe80::1, ''",
    "10.0.0.1, 8, 192.0.2.1, address",
    "2001:db8::1, 64, fe80::1, address",
    "10.0.0.0, 33, 192.0.2.1, prefix",
    "2001:db8::, 129, fe80::1, prefix",
    "10.0.0.0, 8, fe80::1, gateway",
    "2001:db8::, 32, 192.0.2.1, gateway",
    "example.com, 8, 192.0.2.1, address"
  })
  void staticRoutes(String address, long prefix, String gateway, String wrong) {
    expect(wrong, StaticRoute.class, "address", address, "prefix", prefix, "gateway", gateway);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0, 8, ''",
    "2001:db8::, 32, ''",
    "10.0.0.1, 8, address",
    "10.0.0.0, 33, prefix",
    "10.0.0.0, 0, prefix",
    "2001:db8::, 129, prefix",
    "office.example.com, 8, address"
  })
  void trustedNetworks(String address, long prefix, String wrong) {
    expect(wrong, BreakInAllowListAddress.class, "address", address, "prefix", prefix);
  }

  @Test
  @Tag("SYS-154")
  void snmpNeedsAnNmsInTheLocationOfTheNode() {
    view = view.with(1, Sample.of(SystemLocation.class));
    expectAt("snmp_mode", WorkerVm.class, 1, "snmp_mode", "STANDARD");
    expectAt("", WorkerVm.class, 1, "snmp_mode", "DISABLED");
    view =
        view.with(1, Sample.of(SnmpNetworkManagementSystem.class))
            .with(1, Sample.of(SystemLocation.class, "snmp_network_management_system", 1L));
    expectAt("", WorkerVm.class, 1, "snmp_mode", "STANDARD");

    view = view.with(1, Sample.of(WorkerVm.class, "snmp_mode", "STANDARD"));
    expectAt("snmp_network_management_system", SystemLocation.class, 1);
  }

  @Test
  @Tag("SYS-229")
  void realmsThatDifferInCaseAreDifferent() {
    view = view.with(1, Sample.of(SipCredential.class, "realm", "Realm"));
    expect("realm", SipCredential.class, "realm", "Realm");
    expect("", SipCredential.class, "realm", "realm");
  }

  @Test
  @Tag("PLAT-222")
  void routeNamesAreUniqueAndShort() {
    view = view.with(1, Sample.of(StaticRoute.class));
    expect("name", StaticRoute.class, "name", "BRANCH");
    expect("name", StaticRoute.class, "name", "x".repeat(33));
  }

  @Test
  @Tag("SYS-023")
  void sshKeysAreThoseOfTheirType() {
    expect("", SshAuthorizedKey.class);
    expect("", SshAuthorizedKey.class, "keytype", "ecdsa-sha2-nistp256", "key", ECDSA_256);
    expect("key", SshAuthorizedKey.class, "keytype", "ssh-rsa");
    expect("key", SshAuthorizedKey.class, "keytype", "ecdsa-sha2-nistp521", "key", ECDSA_256);
    expect("key", SshAuthorizedKey.class, "keytype", "ssh-rsa", "key", RSA_1024);
    expect("key", SshAuthorizedKey.class, "key", "ssh-ed25519 " + Sample.SSH_KEY);
    expect("key", SshAuthorizedKey.class, "key", Sample.SSH_KEY.substring(0, 40));
    expect("key", SshAuthorizedKey.class, "key", Sample.SSH_KEY + "AAAA");
    expect("key", SshAuthorizedKey.class, "key", "?");
  }

  @Test
  @Tag("PLAT-185")
  @Tag("PLAT-186")
  @Tag("PLAT-192")
  @Tag("PLAT-195")
  @Tag("PLAT-207")
  @Tag("PLAT-208")
  @Tag("SYS-176")
  @Tag("SYS-178")
  @Tag("SYS-179")
  @Tag("SYS-183")
  @Tag("SYS-184")
  @Tag("SYS-190")
  @Tag("SYS-204")
  void portsAndTransportsHaveTheirUsualDefaults() {
    assertThat(fallback(SyslogServer.class, "port")).isEqualTo(514L);
    assertThat(fallback(SyslogServer.class, "transport")).isEqualTo("udp");
    assertThat(fallback(SmtpServer.class, "port")).isEqualTo(587L);
    assertThat(fallback(SmtpServer.class, "connection_security")).isEqualTo("NONE");
    assertThat(fallback(SnmpNetworkManagementSystem.class, "port")).isEqualTo(161L);
    assertThat(fallback(SnmpNetworkManagementSystem.class, "snmp_trap_community"))
        .isEqualTo("public");
    assertThat(fallback(H323Gatekeeper.class, "port")).isEqualTo(1719L);
    assertThat(fallback(SipProxy.class, "port")).isEqualTo(5061L);
    assertThat(fallback(SipProxy.class, "transport")).isEqualTo("tls");
    assertThat(fallback(MssipProxy.class, "port")).isEqualTo(5061L);
    assertThat(fallback(MssipProxy.class, "transport")).isEqualTo("tls");
    assertThat(fallback(TurnServer.class, "port")).isEqualTo(3478L);
    assertThat(fallback(StunServer.class, "port")).isEqualTo(3478L);
    expect("port", SyslogServer.class, "port", 0L);
    expect("port", StunServer.class, "port", 65536L);
    expect("transport", MssipProxy.class, "transport", "udp");
  }

  @Test
  @Tag("SYS-175")
  @Tag("SYS-173")
  void gatekeepersHaveAnIpv4AddressOrAName() {
    expect("", H323Gatekeeper.class, "address", "192.0.2.5");
    expect("address", H323Gatekeeper.class, "address", "2001:db8::5");
    view = view.with(1, Sample.of(H323Gatekeeper.class));
    expect("name", H323Gatekeeper.class);
  }

  @Test
  @Tag("SYS-227")
  @Tag("SYS-228")
  void aRealmHasOneCredential() {
    view = view.with(1, Sample.of(SipCredential.class));
    expect("realm", SipCredential.class);
    expect("password", SipCredential.class, "realm", "other", "password", "");
  }

  @Test
  @Tag("SYS-212")
  @Tag("SYS-216")
  @Tag("SYS-219")
  void policiesCanBeSwitchedOnBeforeTheyHaveAServerOrAScript() {
    expect(
        "",
        PolicyServer.class,
        "enable_service_lookup",
        true,
        "enable_internal_service_policy",
        true,
        "enable_internal_media_location_policy",
        true);
  }

  @Test
  @Tag("OPS-090")
  @Tag("SYS-140")
  void automaticBackupsNeedAPassphrase() {
    expectAt("", Autobackup.class, 1);
    expectAt("autobackup_passphrase", Autobackup.class, 1, "autobackup_enabled", true);
  }

  @Test
  @Tag("SYS-142")
  @Tag("SYS-143")
  void cloudBurstingCanBeSwitchedOnBeforeItHasCredentialsAndAThreshold() {
    expectAt("", Global.class, 1, "bursting_enabled", true);
    expectAt("bursting_threshold", Global.class, 1, "bursting_threshold", 0L);
  }

  @Test
  @Tag("SYS-260")
  void licencesComeFromASecureServerAndFromIssuersWithEllipticCurveKeys() {
    expectAt("", Global.class, 1, "licensing_server_url", "https://licences.example.com:8443/v1");
    expectAt("licensing_server_url", Global.class, 1, "licensing_server_url", "http://example.com");
    expectAt("", Global.class, 1, "licence_issuer_certificate", Sample.CERTIFICATE);
    String rsa =
        PemText.of(
            new SelfSignedCertificate(InstantSource.system())
                .create(KeyType.RSA_2048, "issuer", SubjectNames.NONE)
                .chain());
    expectAt("licence_issuer_certificate", Global.class, 1, "licence_issuer_certificate", rsa);
    expectAt(
        "licence_issuer_certificate",
        Global.class,
        1,
        "licence_issuer_certificate",
        Sample.CERTIFICATE + Sample.PRIVATE_KEY);
  }

  @Test
  @Tag("SYS-159")
  @Tag("SYS-205")
  void newLocationsTellClientsOfTheShippedStunServer() {
    assertThat(fallback(SystemLocation.class, "client_stun_servers")).isEqualTo(List.of(1L));
  }

  @Test
  @Tag("SYS-328")
  void noTwoNodesShareAnAddress() {
    view =
        view.with(
            1,
            Sample.of(
                WorkerVm.class, "secondary_address", "10.0.0.1", "secondary_netmask", "255.0.0.0"));
    expect("address", WorkerVm.class, "name", "n2", "hostname", "n2");
    expect(
        "secondary_address",
        WorkerVm.class,
        "name",
        "n2",
        "hostname",
        "n2",
        "address",
        "192.0.2.20",
        "secondary_address",
        "10.0.0.1",
        "secondary_netmask",
        "255.0.0.0");
    expect(
        "address",
        WorkerVm.class,
        "name",
        "n2",
        "hostname",
        "n2",
        "address",
        "10.0.0.1",
        "netmask",
        "255.0.0.0",
        "gateway",
        "10.0.0.9");
  }

  @Test
  @Tag("SVC-037")
  @Tag("SVC-040")
  void theSipTlsNameOfANodeIsNoNameOfAnother() {
    expectAt("", WorkerVm.class, 1, "alternative_fqdn", "node1.example.com");
    expectAt("alternative_fqdn", WorkerVm.class, 1, "alternative_fqdn", "MGR.example.com");
    view = view.with(1, Sample.of(WorkerVm.class, "alternative_fqdn", "n2.example.com"));
    expect("hostname", WorkerVm.class, "name", "n2", "hostname", "n2", "address", "192.0.2.20");
    expect(
        "alternative_fqdn",
        WorkerVm.class,
        "name",
        "n3",
        "hostname",
        "n3",
        "address",
        "192.0.2.20",
        "alternative_fqdn",
        "node1.example.com");
  }

  @ParameterizedTest
  @Tag("SVC-152")
  @Tag("SVC-154")
  @Tag("SVC-155")
  @Tag("SVC-156")
  @Tag("SVC-163")
  @Tag("SVC-166")
  @CsvSource({
    "external, sip, sip_proxy, ''",
    "external, sip, h323_gatekeeper, h323_gatekeeper",
    "external, sip, mssip_proxy, mssip_proxy",
    "external, sip, outgoing_location, ''",
    "external, h323, h323_gatekeeper, ''",
    "external, h323, sip_proxy, sip_proxy",
    "external, mssip, mssip_proxy, ''",
    "external, mssip, turn_server, ''",
    "external, rtmp, sip_proxy, sip_proxy",
    "registration, sip, sip_proxy, sip_proxy",
    "registration, sip, outgoing_location, outgoing_location",
    "registration, sip, turn_server, ''",
    "registration, sip, stun_server, ''",
    "mssip_server, sip, mssip_proxy, ''",
    "mssip_server, sip, outgoing_location, ''",
    "mssip_server, sip, sip_proxy, sip_proxy",
    "mssip_server, h323, h323_gatekeeper, h323_gatekeeper",
    "mssip_conference_id, sip, mssip_proxy, ''",
    "mssip_conference_id, sip, turn_server, mssip_proxy"
  })
  void targetsAndProtocolsOfRules(String target, String protocol, String chosen, String wrong) {
    view =
        view.edit()
            .put(1, Sample.of(SipProxy.class))
            .put(1, Sample.of(H323Gatekeeper.class))
            .put(1, Sample.of(MssipProxy.class))
            .put(1, Sample.of(TurnServer.class))
            .done();
    expectAt(
        wrong,
        GatewayRoutingRule.class,
        1,
        "called_device_type",
        target,
        "outgoing_protocol",
        protocol,
        chosen,
        1L);
  }

  @Test
  void whatNodesDoNotNeedStaysAtTheManagementService() {
    assertThat(PlenumResources.catalog().types())
        .filteredOn(type -> !type.replicated())
        .extracting(ResourceType::name)
        .contains("smtp_server", "host_system", "autobackup", "certificate_signing_request");
  }

  @Test
  @Tag("SYS-314")
  void aSigningRequestCannotBeModified() {
    assertThat(PlenumResources.catalog().type(CertificateSigningRequest.class).fields())
        .allMatch(field -> field.createOnly() || field.readOnly());
  }
}
