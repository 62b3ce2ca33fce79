package org.plenum.management.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
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

  SampleHints() {
    Credentials credentials =
        new SelfSignedCertificate(InstantSource.system())
            .create(KeyType.EC_P256, "sample.example.com", SubjectNames.of("sample.example.com"));
    text("tls_certificate.certificate", PemText.of(credentials.chain()));
    text("tls_certificate.private_key", PemText.of(credentials.privateKey()));
    text("tls_certificate.parameters", "");
    text("ca_certificate.certificate", PemText.of(credentials.chain()));
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
    text("authentication.source", "LDAP+LOCAL");
    text("authentication.ldap_user_search_filter", "(uid={username})");
    text("authentication.ldap_user_group_attributes", "memberOf");
    text("authentication.ldap_group_membership_filter", "(member={userdn})");
  }

  private static JsonNode textNode(String text) {
    return JsonNodeFactory.instance.textNode(text);
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
   * The value that a field must have; missing if it must be left out.
   *
   * @param number makes the value different from others
   */
  Optional<JsonNode> value(ResourceType<?> type, FieldType field, int number) {
    return Optional.ofNullable(values.get(type.name() + "." + field.name()))
        .map(value -> value.apply(number));
  }
}
