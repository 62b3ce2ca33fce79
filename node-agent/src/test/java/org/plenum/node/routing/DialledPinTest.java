package org.plenum.node.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("DIAG-149")
@Tag("DIAG-339")
class DialledPinTest {

  @ParameterizedTest
  @CsvSource({
    "meet, meet, ''",
    "meet@example.com, meet@example.com, ''",
    "meet**1234, meet, 1234",
    "meet**1234@example.com, meet@example.com, 1234",
    "meet#1234@example.com, meet@example.com, 1234",
    "meet**12#34, meet, 12#34",
    "**, '', ''",
  })
  void aliasGoesWithoutPin(String dialled, String alias, String digits) {
    assertThat(DialledPin.of(dialled)).isEqualTo(new DialledPin(alias, digits));
  }

  @Test
  void stepsOfRoutingGoWithoutPin() {
    assertThat(DialledPin.of("meet**1234").masked("no service has the alias 'meet**1234'"))
        .isEqualTo("no service has the alias 'meet**...'");
  }
}
