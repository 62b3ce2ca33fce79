package org.plenum.console.resource.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.console.i18n.Messages;
import org.plenum.model.template.TemplateDialect;

class TemplatePreviewTest {
  private final Messages messages = new Messages(Locale.ENGLISH);
  private final TemplatePreview pattern =
      new TemplatePreview(TemplateDialect.SYNC_PATTERN, messages);
  private final TemplatePreview script =
      new TemplatePreview(TemplateDialect.POLICY_SCRIPT, messages);

  @Test
  @Tag("SVC-285")
  void aPatternIsTriedOnTheUsualPerson() {
    String template = "meet.{{givenName|lower}}.{{cost}}";
    assertThat(pattern.inputs(template).orElseThrow()).containsExactly("cost", "givenName");
    assertThat(pattern.sample("givenName")).isEqualTo("Alice");
    assertThat(pattern.of(template, Map.of("givenName", "Alice", "cost", "")))
        .isEqualTo("Result: meet.alice.None");
  }

  @Test
  void saysWhyThereIsNoResult() {
    assertThat(pattern.inputs("{{ mail")).isEmpty();
    assertThat(pattern.of("{{ mail|no }}", Map.of()))
        .isEqualTo("Not valid: Line 1, column 9: there is no filter 'no' here.");
    assertThat(pattern.of("{{ mail|pex_require_min_length(3) }}", Map.of("mail", "a")))
        .contains("fewer than 3 characters");
    assertThat(pattern.of("{{ mail + 1 }}", Map.of("mail", "a"))).startsWith("Not valid: Line 1");
  }

  @Test
  void aScriptMayGetDictionaries() {
    String template =
        "{% if call.registered %}{{ service|pex_to_json }}{% else %}{{ call.alias }}{% endif %}";
    assertThat(script.inputs(template).orElseThrow())
        .containsExactly("call.alias", "call.registered", "service");
    assertThat(
            script.of(template, Map.of("call.registered", "true", "service", "{\"name\": \"A\"}")))
        .isEqualTo("Result: {\"name\": \"A\"}");
    assertThat(script.of(template, Map.of("call.registered", "false", "call.alias", "x")))
        .contains("could not be used", "no JSON object");
  }
}
