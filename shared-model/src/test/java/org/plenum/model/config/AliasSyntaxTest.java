package org.plenum.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasSyntaxTest {
  @ParameterizedTest
  @Tag("SVC-197")
  @ValueSource(
      strings = {
        "meet.alice",
        "25423",
        "test_call",
        "meet.alice@example.com",
        "+4721",
        "192.0.2.1",
        "2001:db8::1",
        "møte"
      })
  void allowsWhatCallersCanDial(String alias) {
    assertThat(AliasSyntax.isValid(alias)).isTrue();
  }

  @ParameterizedTest
  @Tag("SVC-193")
  @ValueSource(
      strings = {
        "",
        "meet alice",
        "sip:meet",
        "meet@192.0.2.1",
        "meet.*",
        "a@b@c",
        "@example.com",
        "meet@",
        "meet@example.com:5060",
        "meet;x"
      })
  void refusesWhatNoCallCanArriveFor(String alias) {
    assertThat(AliasSyntax.isValid(alias)).isFalse();
  }
}
