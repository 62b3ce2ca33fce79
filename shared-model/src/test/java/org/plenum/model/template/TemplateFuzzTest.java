package org.plenum.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
  @FuzzTest(maxDuration = "10s")
  void everyTemplateIsRefusedOrRendered(FuzzedDataProvider data) {
    StringBuilder source = new StringBuilder();
    while (data.remainingBytes() > 0) {
      source.append(data.consumeBoolean() ? data.pickValue(PIECES) : data.consumeString(3));
      source.append(data.consumeBoolean() ? " " : "");
    }
    check(source.toString());
  }

  /** The same without a fuzzer: pieces in braces, of which a good part is valid. */
  @Test
  void everyRandomTemplateIsRefusedOrRendered() {
    Random random = new Random(7);
    long rendered =
        IntStream.range(0, 30_000)
            .filter(
                i ->
                    check(
                        "{{ a"
                            + IntStream.range(0, random.nextInt(1, 8))
                                .mapToObj(n -> " " + PIECES[random.nextInt(PIECES.length)])
                                .collect(Collectors.joining())
                            + " }}"))
            .count();
    assertThat(rendered).isGreaterThan(500);
  }

  /** Answers whether the template was rendered. */
  private static boolean check(String source) {
    try {
      Template template = Template.parse(source, TemplateDialect.POLICY_SCRIPT);
      Rendering rendering =
          template.render(Map.of("a", "xyz", "b", Map.of("a", List.of(1, "x", true))));
      if (rendering instanceof Rendering.Text(String text, var log)) {
        assertThat(text.length()).isLessThanOrEqualTo(Work.MAX_TEXT);
      }
      return true;
    } catch (TemplateException e) {
      assertThat(e.line()).isPositive();
      assertThat(e.column()).isPositive();
      return false;
    }
  }
}
