package org.plenum.model.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class AliasPatternFuzzTest {
  /** An expression is either refused with a reason or works within its bound on any text. */
  @FuzzTest
  void everyExpressionIsRefusedOrWorks(FuzzedDataProvider data) {
    String source = data.consumeString(250);
    String replacement = data.consumeString(50);
    String text = data.consumeRemainingAsString();
    if (AliasPattern.problem(source).isPresent()) {
      return;
    }
    AliasPattern pattern = AliasPattern.compile(source);
    AliasPattern.Result result = pattern.replace(text, replacement);
    if (result.outcome() != AliasPattern.Outcome.MATCHED) {
      assertThat(result.text()).isEmpty();
    }
    pattern.problemOfReplacement(replacement);
  }
}
