package org.plenum.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceUriTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/admin/configuration/v1/dns_server/12/",
        "/api/admin/configuration/v1/dns_server/12",
        "12"
      })
  void namesTheObject(String text) {
    assertThat(ResourceUri.parse("dns_server", text)).hasValue(12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "-1",
        "x",
        "1/2",
        "9999999999999999999",
        "/api/admin/configuration/v1/ntp_server/1/",
        "/api/admin/configuration/v1/dns_server/",
        "/api/admin/configuration/v1/dns_server/1/2/"
      })
  void otherTextsAreNoReference(String text) {
    assertThat(ResourceUri.parse("dns_server", text)).isEmpty();
  }
}
