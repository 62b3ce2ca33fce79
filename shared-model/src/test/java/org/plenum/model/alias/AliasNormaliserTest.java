package org.plenum.model.alias;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AliasNormaliserTest {
  private static String key(String dialled) {
    return AliasNormaliser.normalise(dialled).key();
  }

  @Test
  @Tag("SVC-198")
  void comparesWithoutCase() {
    assertThat(key("Meet.Alice")).isEqualTo(key("meet.alice")).isEqualTo("meet.alice");
  }

  @ParameterizedTest
  @Tag("SVC-199")
  @ValueSource(
      strings = {
        "meet.alice",
        "meet.alice@192.0.2.1",
        "meet.alice@192.0.2.1:5060",
        "meet.alice@[2001:db8::1]",
        "meet.alice@[2001:db8::1]:5061",
        "meet.alice@2001:db8::1"
      })
  void ignoresAnAppendedIpAddress(String dialled) {
    assertThat(key(dialled)).isEqualTo("meet.alice");
  }

  @ParameterizedTest
  @Tag("SVC-200")
  @Tag("SVX-006")
  @ValueSource(
      strings = {
        "sip:meet.alice",
        "sips:meet.alice",
        "h323:meet.alice",
        "SIP:meet.alice@192.0.2.1",
        "sip:meet.alice@192.0.2.1:5060;transport=tcp"
      })
  void ignoresTheScheme(String dialled) {
    assertThat(key(dialled)).isEqualTo("meet.alice");
  }

  @ParameterizedTest
  @Tag("SVC-201")
  @CsvSource({
    "sip:alice@example.com;transport=tls, alice@example.com",
    "sip:alice;phone-context=x@example.com;user=phone, alice@example.com",
    "sip:alice@example.com?Subject=hello, alice@example.com",
    "meet;transport=udp, meet"
  })
  void ignoresParameters(String dialled, String expected) {
    assertThat(key(dialled)).isEqualTo(expected);
  }

  @Test
  @Tag("SVC-202")
  void keepsTheDomain() {
    assertThat(key("meet.alice@example.com")).isEqualTo("meet.alice@example.com");
    assertThat(key("sip:meet.alice@example.com:5061")).isEqualTo("meet.alice@example.com");
    assertThat(key("meet.alice@10.example")).isEqualTo("meet.alice@10.example");
  }

  @ParameterizedTest
  @Tag("SVC-203")
  @ValueSource(strings = {"meet", "555-25423", "test_call", "+4721000000", "tel:123", "a b"})
  void leavesEverythingElseAsItIs(String dialled) {
    assertThat(key(dialled)).isEqualTo(dialled);
    assertThat(AliasNormaliser.normalise(dialled).steps()).isEmpty();
  }

  @ParameterizedTest
  @Tag("SVC-205")
  @Tag("SVC-206")
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "sip:192.0.2.1, 192.0.2.1",
    "sip:192.0.2.1:5060, 192.0.2.1",
    "192.0.2.1:1720, 192.0.2.1",
    "[2001:DB8::1]:5060, 2001:db8::1",
    "sip:@192.0.2.1, 192.0.2.1"
  })
  void keepsAnAddressThatIsTheWholeDestination(String dialled, String expected) {
    assertThat(key(dialled)).isEqualTo(expected);
  }

  @Test
  void keepsTheCaseForRules() {
    assertThat(AliasNormaliser.normalise("sip:Alice@Example.com").parsed())
        .isEqualTo("Alice@Example.com");
  }

  @Test
  void decodesEscapesOfUris() {
    assertThat(key("sip:meet%23123@example.com")).isEqualTo("meet#123@example.com");
    assertThat(key("sip:alice%40example.com@192.0.2.1")).isEqualTo("alice@example.com");
    assertThat(key("sip:100%@example.com")).isEqualTo("100%@example.com");
    assertThat(key("sip:%ff%fe@example.com")).isEqualTo("%ff%fe@example.com");
  }

  @Test
  void composedAndDecomposedLettersAreTheSame() {
    assertThat(key("jose\u0301")).isEqualTo(key("jos\u00e9"));
  }

  @Test
  @Tag("SVC-198")
  void lettersThatAreOneCharacterOnlyWhenSmallAreComparedWithoutCase() {
    assertThat(key("J\u030curi")).isEqualTo(key("\u01f0uri"));
  }

  @Test
  void tellsWhatItDid() {
    assertThat(AliasNormaliser.normalise("sip:meet@192.0.2.1;x").steps())
        .containsExactly(
            "scheme 'sip:' ignored", "parameters ignored", "appended IP address ignored");
  }
}
