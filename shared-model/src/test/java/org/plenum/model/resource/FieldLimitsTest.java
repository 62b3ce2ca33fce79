package org.plenum.model.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.model.Sample;
import org.plenum.model.config.ConfigurationSnapshot;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Validator;

/** What the specification says of single fields: one test for each kind of rule. */
class FieldLimitsTest {
  private final Validator validator = new Validator(PlenumResources.catalog());
  private ConfigurationSnapshot view = Sample.configuration();

  private static ResourceType<?> type(String resource) {
    return PlenumResources.catalog().find(resource).orElseThrow();
  }

  private boolean allows(String resource, long id, String field, @Nullable Object value) {
    ResourceType<?> type = type(resource);
    return !validator
        .validate(type, id, Sample.values(type.recordClass(), field, value), view)
        .messages()
        .containsKey(field);
  }

  private boolean allows(String resource, String field, @Nullable Object value) {
    return allows(resource, 1, field, value);
  }

  @ParameterizedTest
  @Tag("SYS-104")
  @Tag("SYS-107")
  @Tag("SYS-108")
  @Tag("SYS-121")
  @Tag("SYS-160")
  @Tag("SYS-161")
  @Tag("SYS-162")
  @CsvSource({
    "global, guests_only_timeout, 0, 86400",
    "global, max_callrate_in, 128, 8192",
    "global, max_callrate_out, 128, 8192",
    "global, management_qos, 0, 63",
    "system_location, mtu, 512, 1500",
    "system_location, media_qos, 0, 63",
    "system_location, signalling_qos, 0, 63"
  })
  void numbersHaveTheirRange(String resource, String field, long least, long most) {
    assertThat(allows(resource, field, least)).isTrue();
    assertThat(allows(resource, field, most)).isTrue();
    assertThat(allows(resource, field, least - 1)).isFalse();
    assertThat(allows(resource, field, most + 1)).isFalse();
  }

  @ParameterizedTest
  @Tag("SYS-056")
  @Tag("SYS-083")
  @Tag("SYS-149")
  @CsvSource({"role, name", "ldap_role, ldap_group_dn", "system_location, name"})
  void noTwoObjectsHaveTheSameValueWhateverItsCase(String resource, String field) {
    view = view.with(1, Sample.of(type(resource).recordClass()));
    String taken = Sample.values(type(resource).recordClass()).text(field);

    assertThat(allows(resource, 1, field, taken)).as("the object itself").isTrue();
    assertThat(allows(resource, 0, field, taken)).isFalse();
    assertThat(allows(resource, 0, field, taken.toUpperCase(Locale.ROOT))).isFalse();
    assertThat(allows(resource, 0, field, taken.replace("uditors", "thers") + "x")).isTrue();
  }

  private enum Shape {
    TEXT {
      @Override
      String ofLength(int length) {
        return "x".repeat(length);
      }
    },
    HOST {
      @Override
      String ofLength(int length) {
        return (length % 2 == 0 ? "aa" : "a") + ".a".repeat((length - 1) / 2);
      }
    },
    EMAIL {
      @Override
      String ofLength(int length) {
        return "a@" + HOST.ofLength(length - 2);
      }
    },
    DN {
      @Override
      String ofLength(int length) {
        return "dc=" + "x".repeat(length - 3);
      }
    };

    abstract String ofLength(int length);
  }

  /** Host names end at 253 characters, whatever the length of their field. */
  @ParameterizedTest
  @Tag("PLAT-178")
  @Tag("PLAT-184")
  @Tag("PLAT-194")
  @Tag("PLAT-205")
  @Tag("PLAT-210")
  @Tag("PLAT-212")
  @Tag("PLAT-214")
  @Tag("SVC-027")
  @Tag("SYS-037")
  @Tag("SYS-038")
  @Tag("SYS-118")
  @Tag("SYS-165")
  @Tag("SYS-177")
  @Tag("SYS-182")
  @Tag("SYS-187")
  @Tag("SYS-191")
  @Tag("SYS-213")
  @Tag("SYS-217")
  @CsvSource({
    "ntp_server, address, HOST, 253, 255",
    "syslog_server, address, HOST, 253, 255",
    "smtp_server, from_email_address, EMAIL, 100, 100",
    "snmp_network_management_system, description, TEXT, 500, 500",
    "worker_vm, snmp_community, TEXT, 16, 16",
    "worker_vm, snmp_privacy_password, TEXT, 100, 100",
    "worker_vm, snmp_system_contact, TEXT, 70, 70",
    "authentication, ldap_bind_username, TEXT, 255, 255",
    "authentication, ldap_bind_password, TEXT, 100, 100",
    "authentication, ldap_base_dn, DN, 255, 255",
    "global, local_mssip_domain, HOST, 253, 255",
    "system_location, local_mssip_domain, HOST, 253, 255",
    "sip_proxy, address, HOST, 253, 255",
    "mssip_proxy, address, HOST, 253, 255",
    "turn_server, name, TEXT, 250, 250",
    "turn_server, username, TEXT, 100, 100",
    "turn_server, password, TEXT, 100, 100",
    "policy_server, username, TEXT, 100, 100",
    "policy_server, password, TEXT, 100, 100",
    "policy_server, internal_service_policy_template, TEXT, 49152, 49152"
  })
  void textsHaveTheirLength(String resource, String field, Shape shape, int longest, int limit) {
    assertThat(type(resource).field(field).orElseThrow().limits().maxLength()).isEqualTo(limit);
    assertThat(allows(resource, field, shape.ofLength(longest))).isTrue();
    assertThat(allows(resource, field, shape.ofLength(limit + 1))).isFalse();
  }

  @Test
  @Tag("PLAT-212")
  @Tag("SVC-027")
  @Tag("SVC-028")
  void passwordsOfSnmp3HaveAtLeastEightCharacters() {
    for (String field : new String[] {"snmp_privacy_password", "snmp_authentication_password"}) {
      assertThat(allows("worker_vm", field, "1234567")).isFalse();
      assertThat(allows("worker_vm", field, "12345678")).isTrue();
    }
  }

  @ParameterizedTest
  @Tag("PLAT-175")
  @Tag("PLAT-178")
  @Tag("PLAT-184")
  @Tag("PLAT-194")
  @Tag("SYS-038")
  @Tag("SYS-118")
  @Tag("SYS-165")
  @Tag("SYS-177")
  @Tag("SYS-182")
  @CsvSource({
    "dns_server, address, 192.0.2.53, ns.example.com",
    "dns_server, address, 2001:db8::53, 192.0.2.256",
    "ntp_server, address, ntp.example.com, ntp example",
    "ntp_server, address, 192.0.2.123, https://ntp.example.com",
    "syslog_server, address, syslog.example.com, -syslog",
    "syslog_server, address, 2001:db8::514, 2001:db8::514::1",
    "smtp_server, from_email_address, plenum@example.com, plenum",
    "authentication, ldap_base_dn, 'dc=example,dc=com', example.com",
    "global, local_mssip_domain, example.com, sip:example.com",
    "system_location, local_mssip_domain, example.com, example..com",
    "sip_proxy, address, proxy.example.com, proxy.example.com:5061",
    "mssip_proxy, address, 192.0.2.5, 192.0.2.5/24"
  })
  void addressesHaveTheirSyntax(String resource, String field, String right, String wrong) {
    assertThat(allows(resource, field, right)).isTrue();
    assertThat(allows(resource, field, wrong)).isFalse();
  }

  @Test
  @Tag("SYS-023")
  void aPasswordAtAWebProxyNeedsAUserName() {
    ResourceType<?> proxy = type("http_proxy");
    assertThat(
            validator
                .validate(proxy, 0, Sample.values(HttpProxy.class, "password", "s3cret"), view)
                .messages())
        .containsOnlyKeys("username");
    assertThat(
            validator
                .validate(
                    proxy,
                    0,
                    Sample.values(HttpProxy.class, "username", "bob", "password", "s3cret"),
                    view)
                .messages())
        .isEmpty();
  }
}
