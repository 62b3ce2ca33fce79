package org.plenum.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;

class TemplateFuzzTest {
  private static final String[] PIECES = {
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "{%-",
    "-%}",
    "if",
    "elif",
    "else",
    "endif",
    "set",
    "a",
    "b",
    "=",
    "==",
    "+",
    "-",
    "*",
    "/",
    "//",
    "%",
    "~",
    "|",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    ".",
    "1",
    "9223372036854775807",
    "1e308",
    "'x'",
    "'%5s'",
    "\"(x|y)*\"",
    "not",
    "and",
    "or",
    "in",
    "None",
    "true",
    "\n",
    " ",
    "join",
    "format",
    "replace",
    "truncate",
    "round",
    "int",
    "float",
    "first",
    "pex_regex_replace",
    "pex_head",
    "pex_hash",
    "pex_to_json",
    "pex_update",
    "pex_random_pin",
    "pex_require_min_length",
    "pex_debug_log",
    "striptags",
    "default",
  };

  /** A template is refused with a place, or rendered within its bounds; nothing else happens. */
  @FuzzTest
  void everyTemplateIsRefusedOrRendered(FuzzedDataProvider data) {
    boolean expression = data.consumeBoolean();
    StringBuilder source = new StringBuilder(expression ? "{{ a " : "");
    while (data.remainingBytes() > 0) {
      source.append(data.consumeBoolean() ? data.pickValue(PIECES) : data.consumeString(3));
      source.append(data.consumeBoolean() ? " " : "");
    }
    check(source.append(expression ? " }}" : "").toString());
  }

  private static void check(String source) {
    try {
      Template template = Template.parse(source, TemplateDialect.POLICY_SCRIPT);
      Rendering rendering =
          template.render(Map.of("a", "xyz", "b", Map.of("a", List.of(1, "x", true))));
      if (rendering instanceof Rendering.Text(String text, var log)) {
        assertThat(text.length()).isLessThanOrEqualTo(Work.MAX_TEXT);
      }
    } catch (TemplateException e) {
      assertThat(e.line()).isPositive();
      assertThat(e.column()).isPositive();
    }
  }
}
