package org.plenum.management.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.plenum.management.testing.LicenceDesk;
import org.plenum.management.testing.RestClient;
import org.plenum.management.testing.SshKeys;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceType;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.SelfSignedCertificate;
import org.plenum.model.pki.SubjectNames;

/**
 * Values of fields that have to fit other fields, which their declarations alone do not tell. The
 * only place of the contract tests that knows resources by name.
 */
final class SampleHints {
  private static final JsonNode LEFT_OUT = MissingNode.getInstance();

  private final Map<String, IntFunction<JsonNode>> values = new HashMap<>();
  private final Map<String, Map<String, JsonNode>> companions = new HashMap<>();
  private final Set<String> needs = new HashSet<>();
  private final LicenceDesk issuer = new LicenceDesk("Sample issuer", InstantSource.system());

  SampleHints() {
    Credentials credentials =
        new SelfSignedCertificate(InstantSource.system())
            .create(KeyType.EC_P256, "sample.example.com", SubjectNames.of("sample.example.com"));
    text("tls_certificate.certificate", PemText.of(credentials.chain()));
    text("tls_certificate.private_key", PemText.of(credentials.privateKey()));
    text(
        "tls_certificate.parameters",
        "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n");
    leaveOut("tls_certificate.private_key_passphrase");
    text("ca_certificate.certificate", PemText.of(credentials.chain()));
    // Licences stay until they are returned, which these tests do not.
    values.put("licence.entitlement_id", n -> textNode(UUID.randomUUID().toString()));
    text("global.licence_issuer_certificate", issuer.certificate());
    text("global.licensing_server_url", "https://licences.example.com/");
    // The ranges must be in order and must not overlap.
    leaveOut("global.signalling_ports_start");
    leaveOut("global.signalling_ports_end");
    leaveOut("global.media_ports_start");
    leaveOut("global.media_ports_end");
    number("global.eject_last_participant_backstop_timeout", 120);
    // Both interfaces of a node have subnets of their own.
    text("worker_vm.netmask", "255.0.0.0");
    text("worker_vm.gateway", "10.255.255.254");
    values.put(
        "worker_vm.secondary_address",
        n -> textNode("172.16.%d.%d".formatted(n / 250, n % 250 + 1)));
    text("worker_vm.secondary_netmask", "255.255.0.0");
    values.put("static_route.address", n -> textNode("10.%d.0.0".formatted(n % 250 + 1)));
    number("static_route.prefix", 16);
    text("static_route.gateway", "192.0.2.1");
    // Nodes of the location may have SNMP enabled.
    need("system_location.snmp_network_management_system");
    text("break_in_allow_list_address.address", "10.0.0.0");
    number("break_in_allow_list_address.prefix", 16);
    need("ssh_authorized_key.keytype");
    text("ssh_authorized_key.keytype", "ssh-ed25519");
    values.put("ssh_authorized_key.key", n -> textNode(SshKeys.ed25519(n)));
    values.put(
        "certificate_signing_request.subject_name",
        n -> textNode("node%d.example.com".formatted(n)));
    text("certificate_signing_request.dn", "O=Example,C=NO");
    text("certificate_signing_request.additional_subject_alt_names", "pool.example.com");
    text("certificate_signing_request.private_key_type", "ECDSAP256");
    leaveOut("certificate_signing_request.private_key");
    leaveOut("certificate_signing_request.private_key_passphrase");
    text("gateway_routing_rule.called_device_type", "external");
    values.put("automatic_participant.alias", n -> textNode("alice%d@example.com".formatted(n)));
    text("automatic_participant.protocol", "sip");
    leaveOut("automatic_participant.presentation_url");
    need("conference_sync_template.conference_name");
    text("conference_sync_template.conference_name", "{{givenName}} {{sn}} VMR");
    values.put("ldap_sync_field.name", n -> textNode("attribute" + n));
    need("role.permissions");
    values.put(
        "role.permissions",
        n -> JsonNodeFactory.instance.arrayNode().add("/api/admin/configuration/v1/permission/1/"));
    text("authentication.source", "LDAP+LOCAL");
    // Certificates instead of passwords need an authority, and end the log-ins of the test.
    text("authentication.client_certificate", "NO");
    text("authentication.ldap_user_search_filter", "(uid={username})");
    text("authentication.ldap_user_group_attributes", "memberOf");
    text("authentication.ldap_group_membership_filter", "(member={userdn})");
  }

  private static JsonNode textNode(String text) {
    return JsonNodeFactory.instance.textNode(text);
  }

  /** The middle part of a public key in the form of OpenSSH: its type and 32 bytes. */
  private void need(String field) {
    needs.add(field);
  }

  private void companion(String field, String other, String value) {
    companions.put(field, Map.of(other, textNode(value)));
  }

  private void text(String field, String value) {
    values.put(field, number -> textNode(value));
  }

  private void number(String field, int value) {
    values.put(field, number -> JsonNodeFactory.instance.numberNode(value));
  }

  private void leaveOut(String field) {
    values.put(field, number -> LEFT_OUT);
  }

  /**
   * Ways to objects that are not simply posted, by resource: from the request of an object to its
   * address.
   */
  Map<String, BiFunction<RestClient, ObjectNode, String>> detours() {
    return Map.of(
        "licence",
        this::licence,
        "licence_request",
        (client, none) -> storedRequest(client, licenceWish()));
  }

  private ObjectNode licenceWish() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("entitlement_id", UUID.randomUUID().toString());
  }

  private static String storedRequest(RestClient client, ObjectNode wish) {
    return location(client.send("POST", "licence/", wish.toString()));
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    String location = answer.headers().firstValue("Location").orElseThrow();
    return location.substring(location.indexOf("/api/"));
  }

  /** Answers the stored request as the issuer. */
  private String licence(RestClient client, ObjectNode wish) {
    ObjectNode trust =
        JsonNodeFactory.instance
            .objectNode()
            .put("licence_issuer_certificate", issuer.certificate());
    assertThat(client.send("PATCH", "global/1/", trust.toString()).statusCode()).isEqualTo(202);
    String request = storedRequest(client, wish);
    String xml = RestClient.json(client.get(request)).path("request_xml").asText();
    ObjectNode completion =
        JsonNodeFactory.instance.objectNode().put("response_xml", issuer.answer(xml));
    return location(client.send("POST", request, completion.toString()));
  }

  /** Whether an object cannot be without a field although it has a default. */
  boolean isNeeded(ResourceType<?> type, FieldType field) {
    return needs.contains(name(type, field));
  }

  /** Values of other fields with which a field may have one. */
  Map<String, JsonNode> companions(ResourceType<?> type, FieldType field) {
    return companions.getOrDefault(name(type, field), Map.of());
  }

  private static String name(ResourceType<?> type, FieldType field) {
    return type.name() + "." + field.name();
  }

  /**
   * The value that a field must have; missing if it must be left out.
   *
   * @param number makes the value different from others
   */
  Optional<JsonNode> value(ResourceType<?> type, FieldType field, int number) {
    return Optional.ofNullable(values.get(name(type, field))).map(value -> value.apply(number));
  }
}
