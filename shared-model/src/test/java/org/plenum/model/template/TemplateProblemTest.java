package org.plenum.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused when a template is saved. */
class TemplateProblemTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "{{ mail             # Line 1, column 1: '{{' has no '}}'.",
        "{% if mail %}x      # Line 1, column 4: 'if' has no 'endif'.",
        "x{% endif %}        # Line 1, column 5: 'endif' belongs to no 'if'.",
        "{{ mail|lower() x }} # Line 1, column 17: the end of the braces is expected, not 'x'.",
        "{{ 'mail }}         # Line 1, column 4: the text in quotes has no end.",
        "{{ (mail }}         # Line 1, column 1: '{{' has no '}}'.",
        "{{ mail ! }}        # Line 1, column 9: '!' has no meaning here.",
        "{{ }}               # Line 1, column 4: a value is expected, not '}}'.",
        "{{ mail|sort }}     # Line 1, column 9: there is no filter 'sort' here.",
        "{{ mail|LOWER }}    # Line 1, column 9: there is no filter 'LOWER' here.",
        "{{ range(3) }}      # Line 1, column 4: there is no function 'range' here.",
        "{{ mail.split('@') }} # Line 1, column 9: there are no methods such as 'split'.",
        "{% for a in b %}    # Line 1, column 4: there is no statement 'for' here: if, elif, else, endif and set can be used.",
        "{% include 'a' %}   # Line 1, column 4: there is no statement 'include' here: if, elif, else, endif and set can be used.",
        "{{ sn|replace('a') }} # Line 1, column 7: the arguments of 'replace' do not fit: it is used as replace(old, new, [count]).",
        "{{ sn|lower(1) }}   # Line 1, column 13: the arguments of 'lower' do not fit: it is used as lower().",
        "{{ sn|truncate(len=1) }} # Line 1, column 16: the arguments of 'truncate' do not fit: it is used as truncate([length], [killwords], [end], [leeway]).",
        "{{ sn|pex_head('4') }} # Line 1, column 16: n of 'pex_head' must be a whole number.",
        "{{ sn is defined }} # Line 1, column 7: 'is' cannot be used: compare with '=='.",
        "{% set true = 1 %}  # Line 1, column 8: 'true' cannot be set.",
        "{{ 1 < 2 < 3 }}     # Line 1, column 6: comparisons cannot be chained: join them by 'and'.",
        "{{ sn|pex_debug_log }} # Line 1, column 7: there is no filter 'pex_debug_log' here.",
      })
  @Tag("SVC-281")
  @Tag("SVC-292")
  void aMistakeIsNamedWithItsPlace(String template, String problem) {
    assertThat(Template.problem(template, TemplateDialect.SYNC_PATTERN)).contains(problem);
  }

  @Test
  void theLineIsThatOfTheMistake() {
    assertThat(Template.problem("a\n{{ sn }}\n  {{ sn|x }}", TemplateDialect.SYNC_PATTERN))
        .contains("Line 3, column 9: there is no filter 'x' here.");
  }

  @Test
  void partsThatAreNotReachedAreCheckedAsWell() {
    assertThat(
            Template.problem("{% if false %}{{ sn|x }}{% endif %}", TemplateDialect.SYNC_PATTERN))
        .isPresent();
  }

  @Test
  void aCommentNeedsAnEnd() {
    assertThat(Template.problem("{# open", TemplateDialect.SYNC_PATTERN))
        .contains("Line 1, column 1: the comment has no end.");
  }

  @Test
  void regularExpressionsAreChecked() {
    assertThat(Template.problem("{{ sn|pex_regex_replace('(','') }}", TemplateDialect.SYNC_PATTERN))
        .hasValueSatisfying(
            problem -> assertThat(problem).contains("not a valid regular expression"));
  }

  @Test
  @Tag("SVC-288")
  void patternsMayNameFieldsThatAreNotThereYet() {
    assertThat(Template.problem("{{ costCentre }}", TemplateDialect.SYNC_PATTERN)).isEmpty();
  }

  @Test
  @Tag("SVC-322")
  void emailsHaveTheVariablesOfTheirObjectOnly() {
    assertThat(Template.problem("Dear {{ givenName }}", TemplateDialect.SERVICE_EMAIL))
        .hasValueSatisfying(
            problem ->
                assertThat(problem)
                    .startsWith("Line 1, column 9: there is no variable 'givenName' here;")
                    .contains("guest_pin"));
    assertThat(Template.problem("{{ device_alias }}", TemplateDialect.DEVICE_EMAIL)).isEmpty();
    assertThat(Template.problem("{% set x = pin %}{{ x }}", TemplateDialect.SERVICE_EMAIL))
        .isEmpty();
  }

  @Test
  void whatWouldNestWithoutEndIsRefused() {
    for (String template :
        new String[] {
          "{{ " + "(".repeat(5_000) + "1" + ")".repeat(5_000) + " }}",
          "{{ sn" + "|lower".repeat(5_000) + " }}",
          "{{ 1" + " + 1".repeat(5_000) + " }}",
          "{{ " + "- ".repeat(5_000) + "x" + "[0]".repeat(5_000) + " }}",
          "{{ sn|pex_regex_replace('" + "(".repeat(9_000) + ")".repeat(9_000) + "', '') }}",
          "{% if 1 %}".repeat(3_000) + "{% endif %}".repeat(3_000),
        }) {
      assertThat(Template.problem(template, TemplateDialect.SYNC_PATTERN)).isPresent();
    }
  }
}
