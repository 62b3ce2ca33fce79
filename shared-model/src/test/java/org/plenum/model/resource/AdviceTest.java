package org.plenum.model.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.model.Sample;
import org.plenum.model.config.Advice;
import org.plenum.model.config.ConfigurationSnapshot;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;

/** What is doubtful although it may be stored. */
class AdviceTest {
  private ConfigurationSnapshot view = ConfigurationSnapshot.empty(PlenumResources.catalog());

  private <T extends Record> void add(Class<T> type, long id, @Nullable Object... changes) {
    ResourceType<T> resource = PlenumResources.catalog().type(type);
    view = view.with(id, resource.toRecord(Sample.values(type, changes)));
  }

  /** Fields that advice on an object in the view names, separated by spaces. */
  private <T extends Record> String doubts(Class<T> type, long id) {
    ResourceType<T> resource = PlenumResources.catalog().type(type);
    Values object = resource.toValues(view.find(type, id).orElseThrow().value());
    return String.join(" ", Advice.of(resource, id, object, view).messages().keySet());
  }

  private void addNode(long id, String name, @Nullable String nat, String role, long location) {
    add(
        WorkerVm.class,
        id,
        "name",
        name,
        "static_nat_address",
        nat,
        "node_type",
        role,
        "system_location",
        location,
        "tls_certificate",
        null,
        "alternative_fqdn",
        "");
  }

  @Test
  @Tag("SYS-148")
  void nodesWithAndWithoutStaticNatShouldNotShareALocation() {
    add(SystemLocation.class, 1);
    addNode(1, "inside", null, "CONFERENCING", 1);
    addNode(2, "outside", "198.51.100.7", "CONFERENCING", 1);
    addNode(3, "elsewhere", null, "CONFERENCING", 2);

    assertThat(doubts(WorkerVm.class, 1)).isEqualTo("system_location");
    assertThat(doubts(WorkerVm.class, 2)).isEqualTo("system_location");
    assertThat(doubts(WorkerVm.class, 3)).isEmpty();
    assertThat(doubts(SystemLocation.class, 1)).isEqualTo("__all__");
  }

  @Test
  @Tag("INST-125")
  void proxyingAndTranscodingNodesShouldNotShareALocation() {
    addNode(1, "edge", null, "PROXYING", 1);
    addNode(2, "worker", null, "CONFERENCING", 1);
    addNode(3, "other edge", null, "PROXYING", 2);

    assertThat(doubts(WorkerVm.class, 1)).isEqualTo("system_location");
    assertThat(doubts(WorkerVm.class, 3)).isEmpty();
  }

  @Test
  @Tag("SYS-203")
  void aStunServerShouldBeAnotherThanTheTurnServers() {
    add(TurnServer.class, 1, "address", "TURN.example.org");
    add(StunServer.class, 1, "address", "turn.example.org");
    add(StunServer.class, 2, "address", "stun.example.org");

    assertThat(doubts(StunServer.class, 1)).isEqualTo("address");
    assertThat(doubts(TurnServer.class, 1)).isEqualTo("address");
    assertThat(doubts(StunServer.class, 2)).isEmpty();
  }

  private void addNodeWithCertificate(String fqdn, String subject, String names) {
    add(TlsCertificate.class, 1, "subject_name", subject, "subject_alt_names", names);
    add(
        WorkerVm.class,
        1,
        "hostname",
        "node",
        "domain",
        "example.org",
        "static_nat_address",
        null,
        "tls_certificate",
        1L,
        "alternative_fqdn",
        fqdn);
  }

  @Test
  @Tag("SYS-270")
  void wildcardsAreDoubtfulOnNodes() {
    addNodeWithCertificate("sip.example.org", "x", "DNS:*.example.org");
    assertThat(doubts(WorkerVm.class, 1)).isEqualTo("tls_certificate");
    assertThat(doubts(TlsCertificate.class, 1)).isEqualTo("nodes");

    addNodeWithCertificate("", "*.example.org", "");
    assertThat(doubts(WorkerVm.class, 1)).isEqualTo("tls_certificate");

    addNodeWithCertificate("", "node.example.org", "");
    assertThat(doubts(WorkerVm.class, 1)).isEmpty();
  }

  @Test
  @Tag("SYS-273")
  void aCertificateShouldHaveTheHostNameOfItsNodes() {
    addNodeWithCertificate("", "x", "DNS:other.example.org");
    assertThat(doubts(WorkerVm.class, 1)).isEqualTo("tls_certificate");
    assertThat(doubts(TlsCertificate.class, 1)).isEqualTo("nodes");

    addNodeWithCertificate("", "x", "DNS:NODE.example.org");
    assertThat(doubts(WorkerVm.class, 1)).isEmpty();
    assertThat(doubts(TlsCertificate.class, 1)).isEmpty();

    // Its peers know the node by this name.
    addNodeWithCertificate("sip.example.org", "sip.example.org", "");
    assertThat(doubts(WorkerVm.class, 1)).isEmpty();
  }

  @Test
  @Tag("SYS-273")
  void aCertificateShouldHaveTheHostNameOfTheManagementNode() {
    add(TlsCertificate.class, 1, "subject_name", "x", "subject_alt_names", "DNS:mgr.example.org");
    add(ManagementVm.class, 1, "hostname", "m", "domain", "example.org", "tls_certificate", 1L);
    assertThat(doubts(ManagementVm.class, 1)).isEqualTo("tls_certificate");
    assertThat(doubts(TlsCertificate.class, 1)).isEqualTo("nodes");

    add(ManagementVm.class, 1, "hostname", "mgr", "domain", "example.org", "tls_certificate", 1L);
    assertThat(doubts(ManagementVm.class, 1)).isEmpty();
    assertThat(doubts(TlsCertificate.class, 1)).isEmpty();
  }

  @Test
  @Tag("SVC-039")
  void theSipTlsNameShouldBeInTheCertificate() {
    addNodeWithCertificate("sip.example.org", "x", "DNS:a.example.org, DNS:SIP.example.org");
    assertThat(doubts(WorkerVm.class, 1)).isEmpty();

    addNodeWithCertificate("sip.example.org", "sip.example.org", "DNS:a.example.org");
    assertThat(doubts(WorkerVm.class, 1)).isEqualTo("alternative_fqdn");
    assertThat(doubts(TlsCertificate.class, 1)).isEqualTo("nodes");

    add(
        WorkerVm.class,
        1,
        "static_nat_address",
        null,
        "tls_certificate",
        null,
        "alternative_fqdn",
        "sip.example.org");
    assertThat(doubts(WorkerVm.class, 1)).isEqualTo("alternative_fqdn");
  }

  @Test
  void aPolicyThatIsSwitchedOnShouldHaveWhatItUses() {
    add(PolicyServer.class, 1, "enable_avatar_lookup", true);
    assertThat(doubts(PolicyServer.class, 1)).isEqualTo("url");
    add(PolicyServer.class, 1, "enable_avatar_lookup", true, "url", "https://example.com");
    assertThat(doubts(PolicyServer.class, 1)).isEmpty();

    add(PolicyServer.class, 1, "enable_internal_service_policy", true);
    assertThat(doubts(PolicyServer.class, 1)).isEqualTo("internal_service_policy_template");
    add(PolicyServer.class, 1, "enable_internal_media_location_policy", true);
    assertThat(doubts(PolicyServer.class, 1)).isEqualTo("internal_media_location_policy_template");
  }

  @Test
  @Tag("SYS-042")
  void principalNamesOfCertificatesNeedAFilterThatLooksForThem() {
    add(Authentication.class, 1, "source", "LDAP", "client_certificate", "CN");
    assertThat(doubts(Authentication.class, 1)).isEmpty();
    add(Authentication.class, 1, "source", "LDAP", "client_certificate", "UPN");
    assertThat(doubts(Authentication.class, 1)).isEqualTo("ldap_user_search_filter");
    add(
        Authentication.class,
        1,
        "source",
        "LDAP",
        "client_certificate",
        "UPN",
        "ldap_user_search_filter",
        "(userPrincipalName={username})");
    assertThat(doubts(Authentication.class, 1)).isEmpty();
  }

  @Test
  void cloudBurstingShouldHaveCredentialsAndAThreshold() {
    add(Global.class, 1, "bursting_enabled", true);
    assertThat(doubts(Global.class, 1))
        .isEqualTo("bursting_threshold aws_access_key aws_secret_key");

    add(
        Global.class,
        1,
        "bursting_enabled",
        true,
        "bursting_threshold",
        5L,
        "aws_access_key",
        "key",
        "aws_secret_key",
        "secret");
    assertThat(doubts(Global.class, 1)).isEmpty();
  }

  @Test
  @Tag("SVC-083")
  void aServiceShouldHaveAnAlias() {
    add(Conference.class, 1);
    add(Conference.class, 2, "name", "Other");
    add(ConferenceAlias.class, 7, "conference", 2L);

    assertThat(doubts(Conference.class, 1)).isEqualTo("aliases");
    assertThat(doubts(Conference.class, 2)).isEmpty();
  }

  @Test
  @Tag("SVC-320")
  void aRandomValueThatIsNotKeptMailsEverybodyEachTime() {
    addTemplate("{{ [9,pex_random_pin(5)]|join }}", false, true);
    assertThat(doubts(ConferenceSyncTemplate.class, 1)).isEqualTo("pin_settings_overridable");

    addTemplate("{{ [9,pex_random_pin(5)]|join }}", true, true);
    assertThat(doubts(ConferenceSyncTemplate.class, 1)).isEmpty();
    addTemplate("{{ [9,pex_random_pin(5)]|join }}", false, false);
    assertThat(doubts(ConferenceSyncTemplate.class, 1)).isEmpty();
    addTemplate("{{ telephoneNumber }}", false, true);
    assertThat(doubts(ConferenceSyncTemplate.class, 1)).isEmpty();
  }

  @Test
  @Tag("DIAG-452")
  @Tag("DIAG-453")
  void aServiceTagShouldMarkOneObjectOnly() {
    add(Conference.class, 1, "name", "Red", "tag", "t1");
    add(Conference.class, 2, "name", "Blue", "tag", "t2");
    add(ConferenceAlias.class, 1, "conference", 1L);
    add(ConferenceAlias.class, 2, "alias", "blue", "conference", 2L);
    add(GatewayRoutingRule.class, 1, "name", "Phones", "tag", "");
    add(Device.class, 1, "alias", "alice@example.org", "tag", "");
    assertThat(doubts(Conference.class, 1)).isEmpty();
    assertThat(doubts(GatewayRoutingRule.class, 1)).isEmpty();

    add(GatewayRoutingRule.class, 1, "name", "Phones", "tag", "t1");
    assertThat(doubts(Conference.class, 1)).isEqualTo("tag");
    assertThat(doubts(GatewayRoutingRule.class, 1)).isEqualTo("tag");
    assertThat(doubts(Conference.class, 2)).isEmpty();

    add(Device.class, 1, "alias", "alice@example.org", "tag", "t2");
    assertThat(doubts(Device.class, 1)).isEqualTo("tag");
    assertThat(doubts(Conference.class, 2)).isEqualTo("tag");
  }

  @ParameterizedTest
  @Tag("SVC-320")
  @Tag("SVC-300")
  @CsvSource({
    "tag, tag_overridable",
    "conference_description, conference_description_overridable",
    "device_password, device_password_overridable",
    "device_username, device_username_overridable",
    "device_tag, device_tag_overridable",
    "device_description, device_description_overridable",
    "primary_owner_email_address, primary_owner_email_address_overridable",
    "conference_name, conference_name",
    "alias_1, alias_1",
    "alias_4_description, alias_4_description",
    "device_alias, device_alias"
  })
  void everyPatternThatIsRandomIsNamed(String pattern, String field) {
    add(
        ConferenceSyncTemplate.class,
        1,
        "sync_devices",
        true,
        "enable_service_emails",
        true,
        pattern,
        "{{ pex_uuid4() }}");

    assertThat(doubts(ConferenceSyncTemplate.class, 1)).isEqualTo(field);
  }

  private void addTemplate(String pin, boolean overridable, boolean mails) {
    add(
        ConferenceSyncTemplate.class,
        1,
        "sync_conferences",
        true,
        "sync_devices",
        false,
        "pin",
        pin,
        "guest_pin",
        "",
        "tag",
        "",
        "pin_settings_overridable",
        overridable,
        "enable_service_emails",
        mails);
  }
}
