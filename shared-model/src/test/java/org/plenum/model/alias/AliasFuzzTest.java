package org.plenum.model.alias;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.plenum.model.config.Syntax;

class AliasFuzzTest {
  /** Destinations come from the network as they are: each has a form to compare. */
  @FuzzTest
  void everyDestinationHasAComparisonForm(FuzzedDataProvider data) {
    DialledAlias dialled = AliasNormaliser.normalise(data.consumeRemainingAsString());
    assertThat(dialled.parsed().length()).isLessThanOrEqualTo(dialled.received().length());
    assertThat(AliasNormaliser.key(dialled.key())).isEqualTo(dialled.key());
    assertThat(dialled.steps()).hasSizeLessThanOrEqualTo(3);
    Syntax.ALIAS.allows(dialled.parsed());
  }
}
