package org.plenum.model.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final String DOUBLING = "{% set a = a ~ a %}";

  private static Rendering render(String template, Map<String, ?> variables) {
    return Template.parse(template, TemplateDialect.POLICY_SCRIPT).render(variables);
  }

  private static String text(String template) {
    return render(template, Map.of()) instanceof Rendering.Text(String text, var log) ? text : "";
  }

  @ParameterizedTest
  @Tag("SVC-292")
  @CsvSource(
      delimiter = '#',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "{{ -3|abs }} # 3",
        "{{ 'jOHN doe'|capitalize }} # John doe",
        "{{ none|default('x') }}{{ ''|default('y', true) }}{{ 0|default('z') }} # xy0",
        "{{ 'abc'|first }}{{ [1,2]|last }} # a2",
        "{{ '1.5'|float }} {{ 'x'|float }} {{ 'x'|float(2.5) }} # 1.5 0.0 2.5",
        "{{ '%s is %03d or %.1f%%'|format('x', 7, 1.25) }} # x is 007 or 1.3%",
        "{{ '42'|int + 1 }} {{ '4.7'|int }} {{ 'x'|int }} {{ 'ff'|int(base=16) }} # 43 4 0 255",
        "{{ ['a', 1, none]|join('-') }} # a-1-None",
        "{{ 2.5|round }} {{ 2.71|round(1) }} {{ 2.1|round(method='ceil') }} # 2.0 2.7 3.0",
        "{{ '<p>a &amp; <b>b</b>  c</p><!-- d -->'|striptags }} # a & b c",
        "[{{ '  a '|trim }}{{ 'xxbx'|trim('x') }}] # [ab]",
        "{{ 'one two three four'|truncate(10, leeway=0) }} # one...",
        "{{ 'one two three four'|truncate(10, true, '!', 0) }} # one two t!",
        "{{ 'one two three four'|truncate(14) }} # one two three four",
        "{{ true }} {{ [1, 'a', {'k': 2.0}] }} # True [1, 'a', {'k': 2.0}]",
        "{{ 1 + 2 * 3 }} {{ 7 // 2 }} {{ 7 / 2 }} {{ -7 % 3 }} # 7 3 3.5 2",
        "{{ 'a' in 'cat' and 2 not in [1] or x }} # True",
        "{{ 'yes' if 1 == 1.0 else 'no' }}{{ not 'a' < 'b' }} # yesFalse",
        "{{ {'a': [1, 2]}.a[-1] }}{{ 'abc'[0] }} # 2a",
        "{% if '' %}a{% elif 1 > 0 %}b{% else %}c{% endif %} # b",
        "{{ 'it\\'s' ~ 1 }} # it's1",
      })
  void rendersAsJinja2Does(String template, String expected) {
    assertThat(text(template)).isEqualTo(expected);
  }

  @Test
  void aMinusTakesTheSpaceAway() {
    assertThat(text("a \n {%- if true -%} \n b {#- c -#} d {{- 'e' -}} f{% endif %}"))
        .isEqualTo("abdef");
  }

  @Test
  @Tag("SVX-478")
  @Tag("DIAG-439")
  void aPolicyScriptChangesTheConfigurationAndLogs() {
    String script =
        """
        {
          {{ pex_debug_log("Call from ", call_info.remote_alias) }}{{ call_info.protocol|pex_debug_log }}
          {% if service_config %}
          "action": "continue",
          "result": {{ service_config|pex_update({"pin": "", "allow_guests": False})|pex_to_json }}
          {% else %}"action": "reject"{% endif %}
        }""";
    Rendering rendering =
        render(
            script,
            Map.of(
                "call_info", Map.of("remote_alias", "bob@example.com", "protocol", "sip"),
                "service_config", Map.of("name", "Bob \"B\"")));
    assertThat(rendering.debugLog()).containsExactly("Call from ,bob@example.com", "sip");
    assertThat(((Rendering.Text) rendering).text().replaceAll("\\s+", ""))
        .isEqualTo(
            "{\"action\":\"continue\",\"result\":"
                + "{\"name\":\"Bob\\\"B\\\"\",\"pin\":\"\",\"allow_guests\":false}}");
  }

  @Test
  @Tag("SYS-216")
  void aPolicyMustAnswerWithAnObject() {
    assertThat(TemplateDialect.POLICY_SCRIPT.problemOfResult("{\"action\": \"reject\"}")).isEmpty();
    assertThat(TemplateDialect.POLICY_SCRIPT.problemOfResult("[]"))
        .contains("it is no JSON object.");
    assertThat(TemplateDialect.POLICY_SCRIPT.problemOfResult("{} {}")).isPresent();
    assertThat(TemplateDialect.POLICY_SCRIPT.problemOfResult("{\n \"a\": None}"))
        .hasValueSatisfying(problem -> assertThat(problem).contains("line 2"));
    assertThat(TemplateDialect.SYNC_PATTERN.problemOfResult("meet.alice")).isEmpty();
  }

  @Test
  void tellsWhatItReads() {
    Template template =
        Template.parse(
            "{% set a = mail %}{{ a }}{% if call %}{{ call['from'].name }}{{ call.to }}{% endif %}",
            TemplateDialect.SYNC_PATTERN);
    assertThat(template.inputs()).containsExactly("call.from.name", "call.to", "mail");
  }

  @Test
  @Tag("SYS-217")
  void workAndOutputHaveBounds() {
    assertFails("{% set a = 'x' %}" + DOUBLING.repeat(40) + "{{ a }}", "too long");
    assertFails("{% set a = '" + "x".repeat(60_000) + "' %}" + "{{ a }}".repeat(3), "too long");
    assertFails("{% set a = [] %}" + "{% set a = [a, a] %}".repeat(63) + "{{ a }}", "too");
    assertFails("{% set a = [] %}" + "{% set a = [a] %}".repeat(2_000) + "{{ a }}", "too deeply");
    String needle = "{% set b = '" + "a".repeat(10_000) + "b' %}";
    assertFails(
        "{% set a = '" + "a".repeat(20_000) + "' %}" + needle + "{{ b in a }}", "too much work");
    assertFails(
        "{% set a = '" + "a".repeat(20_000) + "' %}" + needle + "{{ a|replace(b, '') }}",
        "too much work");
    assertFails(
        "{{ '" + "a".repeat(40) + "b'|pex_regex_replace('(a*)*(a*)*(a*)*c', '') }}", "too much");
  }

  @Test
  void valuesThatDoNotSuitAreNamedWithTheirPlace() {
    assertFails("a\n{{ 'x' + 1 }}", "Line 2, column 8: a text and a number cannot be calculated");
    assertFails("{{ 1 / 0 }}", "no number");
    assertFails("{{ 'x' < 1 }}", "no order");
    assertFails("{{ 'x'|pex_head(y) }}", "whole number");
    assertFails("{{ 9223372036854775807 + 1 }}", "too large");
    assertThatThrownBy(() -> render("{{ x }}", Map.of("x", new Object())))
        .isInstanceOf(TemplateException.class);
  }

  private static void assertFails(String template, String problem) {
    assertThatThrownBy(() -> render(template, Map.of("y", "1")))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void aListOfJavaIsReadable() {
    assertThat(render("{{ a.b[1] }}", Map.of("a", Map.of("b", List.of(1, 2)))))
        .isEqualTo(new Rendering.Text("2", List.of()));
  }
}
