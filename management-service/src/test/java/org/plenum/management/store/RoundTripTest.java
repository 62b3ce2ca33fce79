package org.plenum.management.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Operation;
import org.plenum.management.testing.EncryptedKeys;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.SelfSignedCertificate;
import org.plenum.model.pki.SubjectNames;

/** Every field of every resource comes back from the database as it went in. */
class RoundTripTest {
  private static final String SSH_KEY =
      "AAAAC3NzaC1lZDI1NTE5AAAAIOUtIPI1WGdDPGnV9xwDOCkMimyVECnmxOZU88dsAkrN";

  /** As {@code openssl ecparam -name prime256v1} writes it. */
  private static final String CURVE =
      "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";

  @TempDir Path folder;
  private StoreFixture fixture;

  @BeforeEach
  void openStore() {
    fixture = new StoreFixture(folder);
  }

  @AfterEach
  void closeStore() {
    fixture.close();
  }

  @Test
  void keepsEveryFieldOfEveryResource() {
    Map<String, Map<String, Object>> samples = new LinkedHashMap<>();
    samples.put("dns_server", Map.of("address", "192.0.2.53"));
    samples.put("ntp_server", Map.of("address", "ntp.example.org", "key", "s3cret", "key_id", 3L));
    samples.put(
        "system_location",
        Map.of("name", "Köln", "dns_servers", List.of(1L), "ntp_servers", List.of(1L)));
    samples.put("tls_certificate", certificate(true));
    samples.put("ca_certificate", certificate(false));
    samples.put("management_vm", network("mgr", List.of(1L), List.of(1L)));
    samples.put("worker_vm", network("node1", null, null));
    samples.put("autobackup", Map.of("autobackup_passphrase", "s3cret"));
    samples.put("certificate_signing_request", Map.of("subject_name", "node1.example.org"));
    samples.put("licence", licence());
    samples.put("licence_request", licenceRequest());
    samples.put("syslog_server", Map.of("address", "2001:db8::5", "transport", "tls"));
    samples.put(
        "smtp_server",
        Map.of("name", "Mail", "address", "mail", "from_email_address", "a@example.org"));
    samples.put(
        "static_route",
        Map.of("name", "R", "address", "10.0.0.0", "prefix", 8L, "gateway", "192.0.2.2"));
    samples.put(
        "break_in_allow_list_address", Map.of("name", "N", "address", "10.0.0.0", "prefix", 8L));
    samples.put("event_sink", Map.of("name", "Sink", "url", "https://example.org/"));
    samples.put("ssh_authorized_key", Map.of("keytype", "ssh-ed25519", "key", SSH_KEY));
    samples.put("policy_server", Map.of("name", "Policy"));
    samples.put(
        "sip_credential", Map.of("realm", "Realm", "username", "alice", "password", "s3cret"));
    Stream.of(
            "snmp_network_management_system",
            "host_system",
            "http_proxy",
            "h323_gatekeeper",
            "sip_proxy",
            "mssip_proxy",
            "turn_server",
            "stun_server")
        .forEach(server -> samples.put(server, Map.of("name", "S", "address", "192.0.2.3")));
    samples.put("ivr_theme", Map.of("name", "Night"));
    samples.put(
        "global",
        Map.of("default_theme", 1L, "aws_access_key", "AKIA", "aws_secret_key", "s3cret"));
    samples.put(
        "gateway_routing_rule", Map.of("name", "Out", "priority", 7L, "match_string", "9(.*)"));
    samples.put("conference", Map.of("name", "O'Neill \"100%\" ✓", "pin", "1234"));
    samples.put("conference_alias", Map.of("alias", "meet", "conference", 1L));
    samples.put("registration", Map.of("refresh_strategy", "maximum"));
    samples.put(
        "device", Map.of("alias", "bob@example.org", "username", "bob", "password", "s3cret"));
    samples.put(
        "automatic_participant", Map.of("alias", "carol@example.org", "conference", List.of(1L)));
    samples.put(
        "ldap_sync_source",
        Map.of(
            "name",
            "Directory",
            "ldap_server",
            "example.org",
            "ldap_bind_username",
            "reader",
            "ldap_bind_password",
            "s3cret",
            "ldap_base_dn",
            "dc=example,dc=org"));
    samples.put(
        "conference_sync_template",
        Map.of(
            "name",
            "Staff",
            "ldap_sync_source",
            1L,
            "conference_name",
            "{{givenName}} {{sn}}",
            "alias_1",
            "meet.{{sn|lower}}",
            "ivr_theme",
            1L));
    samples.put("ldap_sync_field", Map.of("name", "a-b", "template_variable_name", "ab"));
    samples.put("authentication", Map.of("ldap_bind_password", "s3cret"));
    samples.put("permission", Map.of("name", "Anything", "codename", "is_administrator"));
    samples.put("role", Map.of("name", "Auditor", "permissions", List.of(1L)));
    samples.put(
        "ldap_role",
        Map.of("name", "Staff", "ldap_group_dn", "cn=staff,dc=example", "roles", List.of(1L)));
    assertThat(samples.keySet())
        .containsExactlyInAnyOrderElementsOf(
            fixture.store().catalog().types().stream().map(ResourceType::name).toList());

    samples.forEach(this::assertRoundTrip);
  }

  private static Map<String, Object> licence() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("entitlement_id", "KEY-1");
    values.put("status", "valid");
    values.put("license_type", "port");
    values.put("concurrent", 10L);
    values.put("concurrent_overdraft", 1L);
    values.put("start_date", StoreFixture.START);
    values.put("product_id", "Plenum");
    values.put("fulfillment_id", "F-1");
    values.put("fulfillment_type", "perpetual");
    values.put("trust_flags", 3L);
    values.put("server_chain", "chain");
    values.put("signed_licence", "<signed/>");
    return values;
  }

  private static Map<String, Object> licenceRequest() {
    return Map.of(
        "sequence_number",
        "7",
        "reference",
        "KEY-1",
        "actions",
        "return",
        "generation_time",
        StoreFixture.START,
        "status",
        "Waits.",
        "licence",
        1L,
        "request_xml",
        "<request/>");
  }

  private void assertRoundTrip(String resource, Map<String, Object> sample) {
    ResourceType<?> type = fixture.type(resource);
    fixture
        .changeSets()
        .apply("test", ChangeSource.SETUP, List.of(Operation.create(resource, Values.of(sample))));
    StoredObject stored = fixture.get(resource, 1);

    assertThat(stored.values().asMap()).as(resource).containsAllEntriesOf(sample);
    assertThat(stored.values().names())
        .as(resource)
        .containsExactlyInAnyOrderElementsOf(
            type.fields().stream()
                .filter(field -> field.kind().isStored())
                .map(FieldType::name)
                .toList());
    // The typed form and back: nothing was bent on the way.
    assertThat(roundTrip(type, stored.values())).as(resource).isEqualTo(stored.values());
  }

  private static <T extends Record> Values roundTrip(ResourceType<T> type, Values values) {
    return type.toValues(type.toRecord(values));
  }

  private static Map<String, Object> network(
      String hostname, @Nullable List<Long> dns, @Nullable List<Long> ntp) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", hostname);
    values.put("hostname", hostname);
    values.put("domain", "example.org");
    values.put("address", hostname.equals("mgr") ? "192.0.2.10" : "192.0.2.11");
    values.put("netmask", "255.255.255.0");
    values.put("gateway", "192.0.2.1");
    if (dns != null && ntp != null) {
      values.put("dns_servers", dns);
      values.put("ntp_servers", ntp);
    } else {
      values.put("system_location", 1L);
    }
    return values;
  }

  private static Map<String, Object> certificate(boolean withKey) {
    Credentials credentials =
        new SelfSignedCertificate(InstantSource.fixed(StoreFixture.START))
            .create(KeyType.EC_P256, "node.example.org", SubjectNames.of("node.example.org"));
    String certificate = PemText.of(credentials.chain());
    return withKey
        ? Map.of("certificate", certificate, "private_key", PemText.of(credentials.privateKey()))
        : Map.of("certificate", certificate);
  }

  @Test
  @Tag("SYS-277")
  void showsWhatACertificateSaysAboutItself() {
    long id = fixture.create("tls_certificate", certificate(true));

    Values values = fixture.get("tls_certificate", id).values();
    assertThat(values.text("subject_name")).isEqualTo("node.example.org");
    assertThat(values.text("subject_alt_names")).contains("node.example.org");
    assertThat(values.time("end_date")).isAfter(StoreFixture.START);
  }

  @Test
  @Tag("SYS-273")
  @Tag("SYS-400")
  void refusesACertificateThatDoesNotFitItsKey() {
    Map<String, Object> mixed = new LinkedHashMap<>(certificate(true));
    mixed.put(
        "certificate", Optional.ofNullable(certificate(true).get("certificate")).orElseThrow());

    var rejection =
        fixture
            .refuse(Operation.create("tls_certificate", Values.of(mixed)))
            .rejections()
            .getFirst();

    assertThat(rejection.violations().messages())
        .containsEntry(
            "certificate",
            List.of("Certificate and private key do not appear to be part of the same key pair."));
  }

  @Test
  @Tag("SYS-274")
  void opensAnEncryptedKeyAndForgetsThePassphrase() {
    Map<String, Object> encrypted = new LinkedHashMap<>(certificate(true));
    String key = String.valueOf(encrypted.get("private_key"));
    encrypted.put("private_key", EncryptedKeys.encrypt(key, "open sesame"));
    assertThat(refusedFields(encrypted)).containsExactly("private_key");
    encrypted.put("private_key_passphrase", "wrong");
    assertThat(refusedFields(encrypted)).containsExactly("private_key");
    encrypted.put("private_key_passphrase", "open sesame");

    Values values =
        fixture.get("tls_certificate", fixture.create("tls_certificate", encrypted)).values();

    assertThat(PemBundle.parse(values.text("private_key")).onlyPrivateKey())
        .isEqualTo(PemBundle.parse(key).onlyPrivateKey());
    assertThat(values.text("private_key_passphrase")).isEmpty();
  }

  @Test
  @Tag("SYS-275")
  void tlsParametersAreParametersAndNothingElse() {
    Map<String, Object> certificate = new LinkedHashMap<>(certificate(true));
    certificate.put("parameters", certificate.get("certificate"));
    assertThat(refusedFields(certificate)).containsExactly("parameters");
    certificate.put("parameters", "x");
    assertThat(refusedFields(certificate)).containsExactly("parameters");
    certificate.put("parameters", CURVE);

    fixture.create("tls_certificate", certificate);
  }

  private Iterable<String> refusedFields(Map<String, Object> certificate) {
    return fixture
        .refuse(Operation.create("tls_certificate", Values.of(certificate)))
        .rejections()
        .getFirst()
        .violations()
        .messages()
        .keySet();
  }

  @Test
  void keepsSecretsEncryptedOnDisk() throws IOException {
    fixture.create(
        "ntp_server", Map.of("address", "ntp.example.org", "key", "v3ry-s3cret", "key_id", 1L));

    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("v3ry-s3cret");
      }
    }
    assertThat(fixture.get("ntp_server", 1).values().text("key")).isEqualTo("v3ry-s3cret");
  }

  @Test
  void survivesARestart() {
    long id = fixture.create("conference", Map.of("name", "Meet"));
    StoredObject before = fixture.get("conference", id);
    fixture.close();

    fixture = new StoreFixture(folder);

    assertThat(fixture.get("conference", id))
        .usingRecursiveComparison()
        .ignoringFields("type")
        .isEqualTo(before);
    assertThat(fixture.version()).isEqualTo(1);
  }
}
