package org.plenum.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.model.template.Rendering.Text;
import org.plenum.model.template.Rendering.Withheld;

/** The examples of the specification. */
class SpecifiedTemplatesTest {
  private static final Map<String, String> ALICE =
      Map.of(
          "givenName",
          "Alice",
          "sn",
          "Parkes",
          "mail",
          "alice.parkes@example.com",
          "telephoneNumber",
          "+44 (20) 12345678",
          "department",
          "Personnel Department Personnel");

  private static Rendering rendering(String template, Map<String, ?> variables) {
    return Template.parse(template, TemplateDialect.SYNC_PATTERN).render(variables);
  }

  private static String render(String template, Map<String, ?> variables) {
    return rendering(template, variables) instanceof Text(String text, var log) ? text : "withheld";
  }

  private static String render(String template) {
    return render(template, ALICE);
  }

  private static Map<String, String> alice(String field, String value) {
    Map<String, String> fields = new HashMap<>(ALICE);
    fields.put(field, value);
    return fields;
  }

  @Test
  @Tag("SVC-285")
  @Tag("SVC-281")
  void namesMakeAnAlias() {
    assertThat(render("meet.{{givenName|lower}}.{{sn|lower}}")).isEqualTo("meet.alice.parkes");
  }

  @Test
  @Tag("SVC-282")
  void caseOfNamesMatters() {
    assertThat(render("{{GivenName}} {{givenName}} VMR")).isEqualTo("None Alice VMR");
  }

  @Test
  @Tag("SVC-283")
  void anAbsentFieldIsTheTextNoneAndFalse() {
    assertThat(render("{{title}}{% if title %}!{% else %}?{% endif %}")).isEqualTo("None?");
    assertThat(render("{% if title|pex_strlen == 0 %}empty{% endif %}")).isEqualTo("empty");
  }

  @Test
  @Tag("SVC-284")
  @Tag("CLI-146")
  void variablesBuildOnOthersAndTheirLinesAreGone() {
    String template =
        """
        {% set rp_address = "meet.example.com" %}
          {% set join_webapp = "go to https://" + rp_address + "/" %}
        To join, {{ join_webapp }}""";
    assertThat(render(template)).isEqualTo("To join, go to https://meet.example.com/");
  }

  @Test
  @Tag("SVC-293")
  void filtersApplyToLiteralsAndChain() {
    assertThat(render("{{ [1, 2, 3, 4]|join }}")).isEqualTo("1234");
    assertThat(render("{{sn|truncate(5)|upper}}")).isEqualTo("PARKES");
    assertThat(render("{{sn|truncate(5,leeway=0)|upper}}")).isEqualTo("PA...");
  }

  @Test
  @Tag("SVC-294")
  void replacesAllOrTheFirstOnes() {
    assertThat(render("{{department|replace('Personnel', 'HR')}}")).isEqualTo("HR Department HR");
    assertThat(render("{{department|replace(\"Personnel\",\"HR\",1)}}"))
        .isEqualTo("HR Department Personnel");
  }

  @Test
  @Tag("SVC-295")
  void replacesByRegularExpression() {
    assertThat(render("{{givenName|pex_regex_replace('(e|o)','i')}}")).isEqualTo("Alici");
    assertThat(render("{{mail|pex_regex_replace('@.+','@example.org')}}"))
        .isEqualTo("alice.parkes@example.org");
  }

  @Test
  @Tag("SVC-296")
  void reverses() {
    assertThat(render("{{givenName|lower|pex_reverse}}")).isEqualTo("ecila");
  }

  @Test
  @Tag("SVC-297")
  void cleansPhoneNumbers() {
    assertThat(render("{{telephoneNumber|pex_clean_phone_number}}")).isEqualTo("+442012345678");
  }

  @Test
  @Tag("SVC-298")
  void selectsByLength() {
    String template = "{% if extension|pex_strlen == 5 %}{{extension}}{% else %}none{% endif %}";
    assertThat(render(template, Map.of("extension", "12345"))).isEqualTo("12345");
    assertThat(render(template, Map.of("extension", "123"))).isEqualTo("none");
  }

  @Test
  @Tag("SVC-299")
  void aShortValueWithholdsTheObject() {
    assertThat(render("{{ mail|pex_require_min_length(1) }}")).isEqualTo(ALICE.get("mail"));
    assertThat(rendering("{{ title|pex_require_min_length(1) }}", ALICE))
        .isEqualTo(new Withheld(1, List.of()));
    assertThat(rendering("{{ sn|pex_require_min_length(7) }}", ALICE))
        .isEqualTo(new Withheld(7, List.of()));
    assertThat(render("{% if false %}{{title|pex_require_min_length(1)}}{% endif %}x"))
        .isEqualTo("x");
  }

  @Test
  @Tag("SVC-300")
  void pinsAreRandomDigits() {
    List<String> pins =
        IntStream.range(0, 20).mapToObj(i -> render("{{ [9,pex_random_pin(5)]|join }}")).toList();
    assertThat(pins).allMatch(pin -> pin.matches("9[0-9]{5}"));
    assertThat(pins).doesNotHaveDuplicates();
  }

  @Test
  @Tag("SVC-301")
  void makesUuids() {
    assertThat(render("{{pex_uuid4()}}"))
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        .isNotEqualTo(render("{{pex_uuid4()}}"));
  }

  @Test
  @Tag("SVC-302")
  void hashesAreTheSameDigitsEachTime() {
    assertThat(render("{{ sn|pex_hash }}")).matches("[0-9]{20}").isEqualTo("17696638573361558814");
    assertThat(render("{{ sn|pex_hash|pex_tail(6) }}")).isEqualTo("558814");
    assertThat(render("{{ (\"some random string\"+(mail|pex_reverse))|pex_hash|pex_tail(16) }}"))
        .matches("[0-9]{16}")
        .isNotEqualTo(render("{{ mail|pex_hash|pex_tail(16) }}"));
  }

  @Test
  @Tag("SVC-303")
  @Tag("SVC-304")
  void takesHeadsAndTails() {
    assertThat(render("{{givenName|pex_head(4)}}{{'Bob'|pex_head(4)}}")).isEqualTo("AlicBob");
    assertThat(render("{{telephoneNumber|pex_tail(4)}}{{'Bob'|pex_tail(4)}}")).isEqualTo("5678Bob");
  }

  @Test
  @Tag("SVC-305")
  @Tag("CLI-146")
  void encodesInBase64() {
    assertThat(render("{{'é'|pex_base64}}{{'é'|base64}}")).isEqualTo("w6k=w6k=");
  }

  @Test
  @Tag("SVC-306")
  void choosesTheFirstCompletePhoneNumber() {
    String template =
        "{%set a = telephoneNumber|pex_clean_phone_number|pex_head(8)%}"
            + "{%set b = mobile|pex_clean_phone_number|pex_head(8)%}"
            + "{%if a|pex_strlen== 8%}{{a}}{%else%}{{b}}{%endif%}";
    assertThat(render(template)).isEqualTo("+4420123");
    assertThat(render(template, Map.of("mobile", "07700 900123"))).isEqualTo("07700900");
    String description = "VMR{% if department %} ({{department}}){% endif %}";
    assertThat(render(description, Map.of("department", "Sales"))).isEqualTo("VMR (Sales)");
    assertThat(render(description, Map.of())).isEqualTo("VMR");
  }

  @Test
  @Tag("SVC-307")
  void keepsTheOldNameAfterAChange() {
    String template = "{%if mailNickname %}meet.{{mailNickname}}{% else %}{# blank #}{% endif %}";
    assertThat(render(template)).isEmpty();
    assertThat(render(template, alice("mailNickname", "alice.jones")))
        .isEqualTo("meet.alice.jones");
  }

  @Test
  @Tag("SVX-481")
  void emailsTellHostsAndGuestsWhatToDo() {
    String template =
        """
        {% if action == "created" %}New{% else %}Changed{% endif %}: {{uri_alias}}
        {% if allow_guests %}Host PIN {{pin}}{% if guest_pin %}, guest PIN {{guest_pin}}{% endif %}
        {%- elif pin %}PIN {{pin}}{% else %}No PIN{% endif %}""";
    Template email = Template.parse(template, TemplateDialect.SERVICE_EMAIL);
    assertThat(
            email.render(
                Map.of(
                    "action",
                    "created",
                    "uri_alias",
                    "a@example.com",
                    "allow_guests",
                    true,
                    "pin",
                    "1234",
                    "guest_pin",
                    "")))
        .isEqualTo(new Text("New: a@example.com\nHost PIN 1234", List.of()));
    assertThat(
            email.render(
                Map.of("action", "reminder", "uri_alias", "a@example.com", "allow_guests", false)))
        .isEqualTo(new Text("Changed: a@example.com\nNo PIN", List.of()));
  }
}
