package org.plenum.model.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.model.pattern.AliasPattern.Outcome.MATCHED;
import static org.plenum.model.pattern.AliasPattern.Outcome.NOT_MATCHED;
import static org.plenum.model.pattern.AliasPattern.Outcome.TOO_EXPENSIVE;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AliasPatternTest {
  private static void assertMatches(String pattern, List<String> texts, List<String> others) {
    AliasPattern compiled = AliasPattern.compile(pattern);
    for (String text : texts) {
      assertThat(compiled.matches(text)).as(pattern + " on " + text).isEqualTo(MATCHED);
    }
    for (String text : others) {
      assertThat(compiled.matches(text)).as(pattern + " on " + text).isEqualTo(NOT_MATCHED);
    }
  }

  private static String replace(String pattern, String replacement, String text) {
    return AliasPattern.compile(pattern).replace(text, replacement).text();
  }

  @Test
  @Tag("OPS-229")
  void alternatives() {
    assertMatches(
        ".*@example\\.(net|com)",
        List.of("alice@example.net", "bob@example.com"),
        List.of("bob@example.org", "bob@example.com.au", "bob@exampleXcom"));
  }

  @Test
  @Tag("OPS-230")
  @Tag("OPS-222")
  void classesWithoutCase() {
    assertMatches("9[aeiou]", List.of("9a", "9E"), List.of("9b", "91"));
    assertMatches("9[a-z]", List.of("9a", "9Z"), List.of("91", "9("));
  }

  @Test
  @Tag("OPS-231")
  void classesOfDialledCharacters() {
    assertMatches("[0-9#*]", List.of("5", "#", "*"), List.of("a", "55"));
    assertMatches("[^0-9#*]", List.of("a", "-"), List.of("5", "#", "*"));
  }

  @Test
  @Tag("OPS-232")
  void repetitions() {
    assertMatches("ab*c", List.of("ac", "abc", "abbc"), List.of("ab", "abd"));
    assertMatches("ab+c", List.of("abc", "abbc"), List.of("ac"));
    assertMatches("ab?c", List.of("ac", "abc"), List.of("abbc"));
  }

  @Test
  @Tag("OPS-233")
  void countedRepetitions() {
    assertMatches("ab{2}c", List.of("abbc"), List.of("abc", "abbbc"));
    assertMatches("a\\d{3}", List.of("a123", "a789"), List.of("a12", "a1234"));
    assertMatches("ab{2,4}c", List.of("abbc", "abbbc", "abbbbc"), List.of("abc", "abbbbbc"));
    assertMatches("ab{2,}c", List.of("abbc", "abbbbbbbc"), List.of("abc"));
  }

  @Test
  @Tag("OPS-234")
  void anchorAtTheStart() {
    assertThat(replace("^meet\\.(.*)", "\\1", "meet.alice")).isEqualTo("alice");
    assertMatches("^meet\\.(.*)", List.of("Meet.bob"), List.of("xmeet.bob", "meetXbob"));
  }

  @Test
  @Tag("OPS-235")
  void anchorAtTheEnd() {
    assertMatches(".*\\.com$", List.of("alice@example.com"), List.of("alice@example.com.au"));
  }

  @Test
  @Tag("OPS-236")
  void negativeLookAheadOverTheWholeText() {
    assertMatches(
        "(?!.*@example\\.com$).*",
        List.of("alice@example.net", "alice", "alice@example.com.au"),
        List.of("alice@example.com"));
  }

  @Test
  @Tag("OPS-237")
  void negativeLookAhead() {
    assertMatches("meet(?!\\.).*", List.of("meet", "meeting"), List.of("meet.alice", "xmeet"));
  }

  @Test
  @Tag("OPS-238")
  void negativeLookBehind() {
    assertMatches(
        ".*(?<!@)example\\.com.*",
        List.of("alice@sub.example.com", "example.com"),
        List.of("alice@example.com"));
  }

  @Test
  @Tag("OPS-239")
  void groupedAlternatives() {
    assertMatches(
        "([a-z]+\\d|555\\d{3})@example\\.com",
        List.of("oslo1@example.com", "555100@example.com"),
        List.of("oslo@example.com", "55510@example.com"));
  }

  @Test
  @Tag("OPS-240")
  void addressWithOptionalDomain() {
    String octet = "([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
    String pattern = "^((" + octet + "\\.){3}" + octet + ")(@example\\.com)?$";
    assertThat(replace(pattern, "\\1", "192.0.2.1@example.com")).isEqualTo("192.0.2.1");
    assertThat(replace(pattern, "\\1", "10.0.0.255")).isEqualTo("10.0.0.255");
    assertMatches(pattern, List.of(), List.of("10.0.0.256", "10.0.0.1@example.net"));
  }

  @Test
  @Tag("OPS-241")
  void rewrittenDomain() {
    assertThat(replace("(.+)(@example\\.net$)", "\\1@example.com", "alice@example.net"))
        .isEqualTo("alice@example.com");
  }

  @ParameterizedTest
  @Tag("OPS-242")
  @ValueSource(strings = {"alice@example.com", "alice@example.net", "alice@example.co.uk"})
  void severalDomainsToOne(String text) {
    assertThat(replace("(.+)(@example\\.(com|net|co\\.uk)$)", "\\1@example.com", text))
        .isEqualTo("alice@example.com");
  }

  @Test
  @Tag("OPS-243")
  void strippedPrefix() {
    assertThat(replace("9([0-9]+$)", "\\1", "95551234")).isEqualTo("5551234");
    assertMatches("9([0-9]+$)", List.of(), List.of("9555a", "5551234"));
  }

  @Test
  @Tag("OPS-226")
  void theWholeTextMustMatch() {
    assertMatches("(?!meet).*", List.of("alice"), List.of("meet.alice"));
    assertMatches("(\\d{4})", List.of("1234"), List.of("12345", "123"));
    assertMatches("(1111|1112|1113)", List.of("1112"), List.of("1114", "11121"));
  }

  @Test
  @Tag("SVC-112")
  void receptionExamples() {
    assertMatches("8(.*)", List.of("8", "8123"), List.of("7123"));
    assertThat(replace("(\\d{4})", "88\\1", "1234")).isEqualTo("881234");
    assertThat(replace("(\\d{4})", "\\1@example.com", "1234")).isEqualTo("1234@example.com");
  }

  @Test
  @Tag("OPS-224")
  void bracketsAndAmpersandsInAClassAreLiteral() {
    assertMatches("[a&&b]", List.of("a", "&", "b"), List.of("c"));
    assertMatches("[[]", List.of("["), List.of("]"));
    assertMatches("[]a]", List.of("]", "a"), List.of("["));
    assertMatches("[^]a]", List.of("b"), List.of("]", "a"));
    assertMatches("[a^]", List.of("^"), List.of("b"));
    assertMatches("[.+*?(){}|$]", List.of("$", ".", "{"), List.of("a"));
    assertMatches("[\\d.-]+", List.of("1.2-3"), List.of("a"));
  }

  @Test
  @Tag("OPS-227")
  void posixClasses() {
    assertMatches("[[:digit:]]+", List.of("123"), List.of("12a"));
    assertMatches("[[:alpha:]_.-]+", List.of("a_b.c-"), List.of("a1"));
    assertMatches("[[:^digit:]]", List.of("a"), List.of("1"));
    assertMatches("[^[:space:]]", List.of("a"), List.of(" "));
    assertMatches("[[:upper:]]", List.of("a", "A"), List.of("1"));
    assertMatches("[[:^word:]]", List.of("-"), List.of("_"));
    assertThat(AliasPattern.problem("[[:digits:]]"))
        .hasValueSatisfying(p -> assertThat(p).contains("digits"));
  }

  @Test
  void bracesThatAreNoQuantifierAreLiteral() {
    assertMatches("a{b}", List.of("a{b}"), List.of("ab"));
    assertMatches("{,3}x{", List.of("{,3}x{"), List.of("x"));
  }

  @Test
  void perlSpellingsOfGroups() {
    assertMatches("(?P<x>a)\\k<x>", List.of("aa"), List.of("ab"));
    assertMatches("(a)\\g{1}b(?#comment)", List.of("aab"), List.of("ab"));
    assertMatches("\\Qa.[b\\Ec", List.of("a.[bc"), List.of("axbc"));
  }

  @ParameterizedTest
  @Tag("OPS-225")
  @CsvSource({
    "(a)(b), \\2\\1, ab, ba",
    "(a), $1\\1, a, $1a",
    "(a)|(b), x\\2, a, x",
    "(a), \\\\\\1, a, \\a",
    "a, b\\, a, b\\"
  })
  void replacements(String pattern, String replacement, String text, String expected) {
    assertThat(replace(pattern, replacement, text)).isEqualTo(expected);
  }

  @Test
  @Tag("OPS-228")
  void withoutReplacementTheAliasStays() {
    assertThat(replace("(.*)@example\\.com", "", "Alice@example.com"))
        .isEqualTo("Alice@example.com");
  }

  @Test
  void aReplacementForAGroupThatIsMissingIsAProblem() {
    AliasPattern pattern = AliasPattern.compile("(a)(b)");
    assertThat(pattern.problemOfReplacement("\\2")).isEmpty();
    assertThat(pattern.problemOfReplacement("x\\3")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(", "[a", "a\\", "*", "(?#x", "[a\\", "a{2,1}", "(?R)", "\\g{1", "a^*", "$?", "\\z{3}",
        "(?x)a b", "(?<n", "\\k<n"
      })
  void invalidExpressionsAreNamedAsSuch(String pattern) {
    assertThat(AliasPattern.problem(pattern)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+b", "(a|aa)+b", "(.*a){12}b", "((a*)*)*b", "(.*)(.*)(.*)(.*)(.*)b"})
  void catastrophicBacktrackingEnds(String pattern) {
    assertThat(AliasPattern.compile(pattern).matches("a".repeat(60) + "c"))
        .isIn(TOO_EXPENSIVE, NOT_MATCHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(|)", "(a?|b?)", "(?:b*)?", "(?=|)?", "\\b?", "(?i:|)"})
  void branchesAtTheEndOfTheTextAreCounted(String empty) {
    assertThat(AliasPattern.compile("a()" + empty.repeat(25) + "x").matches("a"))
        .isIn(TOO_EXPENSIVE, NOT_MATCHED);
    assertThat(AliasPattern.compile("a()" + "\\1?".repeat(60) + "x").matches("a"))
        .isIn(TOO_EXPENSIVE, NOT_MATCHED);
  }

  @Test
  void groupsKeepTheirNumbersAndReferences() {
    assertThat(replace("(?<n>a)(?:b)(?=c)(c|d)(?<=c)(?>e)(?i:F)\\1", "\\2\\1", "abcefa"))
        .isEqualTo("ca");
    assertMatches(
        "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10", List.of("abcdefghijj"), List.of("abcdefghija0"));
    assertMatches("(a)\\10", List.of("aa0"), List.of("aa"));
    assertMatches("(?i)a|b", List.of("A", "b"), List.of("c"));
  }

  @Test
  void deepRecursionEnds() {
    assertThat(AliasPattern.compile("(?:a|b)*c".repeat(20)).matches("ab".repeat(256)))
        .isIn(TOO_EXPENSIVE, NOT_MATCHED);
    assertThat(AliasPattern.compile(".*").matches("a".repeat(513))).isEqualTo(TOO_EXPENSIVE);
  }
}
