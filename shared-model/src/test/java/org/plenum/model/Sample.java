package org.plenum.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.ConfigurationSnapshot;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Stored;
import org.plenum.model.config.Values;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.ConferenceAlias;
import org.plenum.model.resource.DnsServer;
import org.plenum.model.resource.GatewayRoutingRule;
import org.plenum.model.resource.Global;
import org.plenum.model.resource.ManagementVm;
import org.plenum.model.resource.NtpServer;
import org.plenum.model.resource.PlenumResources;
import org.plenum.model.resource.StunServer;
import org.plenum.model.resource.SystemLocation;
import org.plenum.model.resource.WorkerVm;

/** Objects for tests: valid ones with as little said as possible. */
public final class Sample {
  public static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  /** A certificate that signs itself, for subject CN=Sample. */
  public static final String CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      MIIBeTCCAR+gAwIBAgIUGXHeGwOiSnHneFfK06XpesdP01YwCgYIKoZIzj0EAwIw
      ETEPMA0GA1UEAwwGU2FtcGxlMCAXDTI2MTEyMTA5MDIzOFoYDzIxMjYxMDI4MDkw
      MjM4WjARMQ8wDQYDVQQDDAZTYW1wbGUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
      AARwmz5AJwhFP1ooy2w+NNWgkzVufkf9xsxiGaTGDzYNjSRW7f9A9yFne0CURwiK
      z6+t0r0B6FX/qeQHPcXG476vo1MwUTAdBgNVHQ4EFgQUIYdA9yWsp04p9gTWgkyz
      88GbygMwHwYDVR0jBBgwFoAUIYdA9yWsp04p9gTWgkyz88GbygMwDwYDVR0TAQH/
      BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEA6AMuqRnl/9KhOK6gsc/1w+kbREcU
      jOPEcIBWhD/xKvoCIAUk5mMtAGyB5kGlWvbJq4tfQbdLVQULhaaxRh4TYJTf
      -----END CERTIFICATE-----
      """;

  public static final String PRIVATE_KEY =
      """
      -----BEGIN PRIVATE KEY-----
      MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgwLkg/pf8kBXPxb20
      NkmtZpnjXK8qMS/TxigIVbcWKZmhRANCAARwmz5AJwhFP1ooy2w+NNWgkzVufkf9
      xsxiGaTGDzYNjSRW7f9A9yFne0CURwiKz6+t0r0B6FX/qeQHPcXG476v
      -----END PRIVATE KEY-----
      """;

  /** An Ed25519 key as OpenSSH writes it, without type and comment. */
  public static final String SSH_KEY =
      "AAAAC3NzaC1lZDI1NTE5AAAAIOUtIPI1WGdDPGnV9xwDOCkMimyVECnmxOZU88dsAkrN";

  private Sample() {}

  /** Fields that a create request of the resource must carry. */
  public static Map<String, @Nullable Object> required(Class<?> type) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    switch (type.getSimpleName()) {
      case "DnsServer" -> fields.put("address", "192.0.2.53");
      case "NtpServer" -> fields.put("address", "ntp.example.com");
      case "SystemLocation" -> {
        fields.put("name", "Oslo");
        fields.put("dns_servers", List.of(1L));
        fields.put("ntp_servers", List.of(1L));
      }
      case "ManagementVm" -> {
        fields.put("name", "mgr");
        putAddresses(fields, "mgr", "192.0.2.9");
        fields.put("dns_servers", List.of(1L));
        fields.put("ntp_servers", List.of(1L));
      }
      case "WorkerVm" -> {
        fields.put("name", "node1");
        putAddresses(fields, "node1", "192.0.2.10");
        fields.put("system_location", 1L);
      }
      case "TlsCertificate", "CaCertificate" -> {
        fields.put("certificate", CERTIFICATE);
        fields.put("subject_name", "Sample");
        fields.put("issuer_name", "Sample");
        fields.put("start_date", NOW);
        fields.put("end_date", NOW.plusSeconds(3600));
        fields.put("serial_no", "1");
        if (type.getSimpleName().startsWith("Tls")) {
          fields.put("private_key", PRIVATE_KEY);
        }
      }
      case "GatewayRoutingRule" -> {
        fields.put("name", "Rule");
        fields.put("priority", 1L);
        fields.put("match_string", ".*");
      }
      case "SyslogServer" -> fields.put("address", "syslog.example.com");
      case "SmtpServer" -> {
        fields.put("name", "Mail");
        fields.put("address", "mail.example.com");
        fields.put("from_email_address", "plenum@example.com");
      }
      case "StaticRoute" -> {
        fields.put("name", "Branch");
        fields.put("address", "10.0.0.0");
        fields.put("prefix", 8L);
        fields.put("gateway", "192.0.2.2");
      }
      case "BreakInAllowListAddress" -> {
        fields.put("name", "Office");
        fields.put("address", "10.0.0.0");
        fields.put("prefix", 8L);
      }
      case "EventSink" -> {
        fields.put("name", "Events");
        fields.put("url", "https://events.example.com/");
      }
      case "SshAuthorizedKey" -> {
        fields.put("keytype", "ssh-ed25519");
        fields.put("key", SSH_KEY);
      }
      case "CertificateSigningRequest" -> {
        fields.put("subject_name", "node1.example.com");
        fields.put("csr", "-----BEGIN CERTIFICATE REQUEST-----");
      }
      case "SnmpNetworkManagementSystem",
          "HostSystem",
          "HttpProxy",
          "H323Gatekeeper",
          "SipProxy",
          "MssipProxy",
          "TurnServer",
          "StunServer" -> {
        fields.put("name", type.getSimpleName());
        fields.put("address", "server.example.com");
      }
      case "PolicyServer" -> fields.put("name", "Policy");
      case "SipCredential" -> {
        fields.put("realm", "sip.example.com");
        fields.put("username", "plenum");
        fields.put("password", "secret");
      }
      case "Conference" -> fields.put("name", "Meet");
      case "ConferenceAlias" -> {
        fields.put("alias", "meet");
        fields.put("conference", 1L);
      }
      case "Device", "AutomaticParticipant" -> fields.put("alias", "alice@example.com");
      case "Licence" -> {
        fields.put("entitlement_id", "KEY-1");
        fields.put("status", "valid");
        fields.put("license_type", "port");
        fields.put("concurrent", 10L);
        fields.put("concurrent_overdraft", 0L);
        fields.put("start_date", NOW);
        fields.put("product_id", "Plenum");
        fields.put("fulfillment_id", "F-1");
        fields.put("fulfillment_type", "perpetual");
        fields.put("trust_flags", 3L);
        fields.put("server_chain", CERTIFICATE);
        fields.put("signed_licence", "<signed/>");
      }
      case "LicenceRequest" -> {
        fields.put("sequence_number", "7");
        fields.put("reference", "KEY-1");
        fields.put("actions", "activate");
        fields.put("generation_time", NOW);
        fields.put("status", "Waits.");
        fields.put("request_xml", "<request/>");
      }
      case "IvrTheme" -> {
        fields.put("name", "Theme");
        fields.put("uuid", "00000000-0000-4000-8000-000000000000");
      }
      case "LdapSyncSource" -> {
        fields.put("name", "Directory");
        fields.put("ldap_server", "example.com");
        fields.put("ldap_bind_username", "reader");
        fields.put("ldap_bind_password", "secret");
        fields.put("ldap_base_dn", "dc=example,dc=com");
      }
      case "LdapSyncField" -> {
        fields.put("name", "extensionAttribute1");
        fields.put("template_variable_name", "extension");
      }
      case "ConferenceSyncTemplate" -> {
        fields.put("name", "Staff");
        fields.put("conference_name", "{{givenName}} {{sn}} VMR");
      }
      case "AccountRole" -> fields.put("name", "Auditor");
      case "AccountPermission" -> {
        fields.put("name", "Is an administrator");
        fields.put("codename", "is_administrator");
      }
      case "LdapRole" -> {
        fields.put("name", "Auditors");
        fields.put("ldap_group_dn", "cn=auditors,dc=example,dc=com");
      }
      default -> {}
    }
    return fields;
  }

  private static void putAddresses(
      Map<String, @Nullable Object> fields, String hostname, String address) {
    fields.put("hostname", hostname);
    fields.put("domain", "example.com");
    fields.put("address", address);
    fields.put("netmask", "255.255.255.0");
    fields.put("gateway", "192.0.2.1");
  }

  /** A complete object with some fields set otherwise, given as name, value, name, value ... */
  public static Values values(Class<? extends Record> type, @Nullable Object... changes) {
    Map<String, @Nullable Object> fields = required(type);
    for (int i = 0; i < changes.length; i += 2) {
      fields.put((String) Objects.requireNonNull(changes[i]), changes[i + 1]);
    }
    ResourceType<?> resource = PlenumResources.catalog().type(type);
    return resource.withDefaults(Values.of(fields), NOW);
  }

  /** A record with some fields set otherwise. */
  public static <T extends Record> T of(Class<T> type, @Nullable Object... changes) {
    return PlenumResources.catalog().type(type).toRecord(values(type, changes));
  }

  /** A stored record with some fields set otherwise. */
  public static <T extends Record> Stored<T> stored(
      Class<T> type, long id, @Nullable Object... changes) {
    return new Stored<>(id, of(type, changes));
  }

  /** One object each of what calls need, with identifier 1. */
  public static ConfigurationSnapshot configuration() {
    return ConfigurationSnapshot.empty(PlenumResources.catalog())
        .edit()
        .put(1, of(DnsServer.class))
        .put(1, of(NtpServer.class))
        .put(1, of(StunServer.class))
        .put(1, of(SystemLocation.class))
        .put(1, of(ManagementVm.class))
        .put(1, of(WorkerVm.class))
        .put(1, of(Global.class))
        .put(1, of(Conference.class))
        .put(1, of(ConferenceAlias.class))
        .put(1, of(GatewayRoutingRule.class))
        .done();
  }
}
