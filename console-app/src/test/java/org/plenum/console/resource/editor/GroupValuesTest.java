package org.plenum.console.resource.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.model.pattern.AliasPattern;

class GroupValuesTest {
  @Test
  @Tag("OPS-225")
  void eachGroupSaysWhatItTakes() {
    assertThat(
            new GroupValues(AliasPattern.compile("(.+)@(example)\\.(com|net)(x)?"))
                .of("ada@example.net"))
        .containsExactly("\\1 = ada", "\\2 = example", "\\3 = net", "\\4 = ");
    assertThat(new GroupValues(AliasPattern.compile("9.*")).of("91")).isEmpty();
  }
}
