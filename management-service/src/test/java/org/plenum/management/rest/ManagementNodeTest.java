package org.plenum.management.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.management.testing.RestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagementNodeTest extends ConfigurationApiFixture {
  private static final String ADDRESS = "management_vm/1/";

  @ParameterizedTest
  @Tag("SYS-091")
  @Tag("SYS-102")
  @Tag("SYS-103")
  @CsvSource({
    "address, 203.0.113.7",
    "netmask, 255.255.255.128",
    "gateway, 203.0.113.1",
    "hostname, other",
    "domain, other.example.com"
  })
  void itsPlaceInTheNetworkIsChangedByTheInstallerAlone(String field, String value) {
    JsonNode before = json(admin.get(ADDRESS)).path(field);

    HttpResponse<String> refused =
        admin.send("PATCH", ADDRESS, "{\"%s\": \"%s\"}".formatted(field, value));

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(json(refused).path("management_vm").has(field)).isTrue();
    assertThat(json(admin.get(ADDRESS)).path(field)).isEqualTo(before);
  }
}
