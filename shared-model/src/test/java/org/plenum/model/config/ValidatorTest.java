package org.plenum.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules of annotations, on a resource that has one field for each. */
class ValidatorTest {
  enum Colour implements Choice {
    RED("red"),
    BLUE("blue");

    private final String wire;

    Colour(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }

    @Override
    public String label() {
      return "Colour " + wire;
    }
  }

  @Resource(
      name = "thing",
      label = "thing",
      plural = "things",
      menu = Menu.SYSTEM,
      help = "A resource for tests.")
  record Thing(
      @Field(label = "Name", help = "h", unique = true) @Length(min = 2, max = 5) String name,
      @Field(label = "Note", help = "h", multiline = true) @Default("") @Length(max = 9)
          String note,
      @Field(label = "Address", help = "h") @Default("") @Format(Syntax.IPV4) String address,
      @Field(label = "Size", help = "h") @Range(min = 1, max = 9) int size,
      @Field(label = "Weight", help = "h") @Nullable Integer weight,
      @Field(label = "Total", help = "h") @Default("7") long total,
      @Field(label = "On", help = "h") @Default("true") boolean on,
      @Field(label = "Made", help = "h") @Default("now") Instant made,
      @Field(label = "Colour", help = "h") @Default("red") Colour colour,
      @Field(label = "Colours", help = "h") @Default("red, blue") List<Colour> colours,
      @Field(label = "Words", help = "h") @Default("") @Length(max = 2) List<String> words,
      @Field(label = "Partner", help = "h") @Nullable Ref<Thing> partner,
      @Field(label = "Friends", help = "h") @Default("") List<Ref<Thing>> friends)
      implements Checked {
    @Override
    public void check(Check check) {
      check.require(partner == null || !check.isSelf(partner), "partner", "Not itself.");
      if (size == 9) {
        check.reject(Violations.WHOLE_OBJECT, "Too much.");
      }
    }
  }

  private final ResourceCatalog catalog = ResourceCatalog.of(List.of(Thing.class));
  private final ResourceType<Thing> type = catalog.type(Thing.class);
  private final Validator validator = new Validator(catalog);
  private final Values valid =
      type.withDefaults(
          Values.EMPTY.with("name", "abc").with("size", 3L), Instant.parse("2026-01-01T00:00:00Z"));
  private final ConfigurationSnapshot view =
      ConfigurationSnapshot.empty(catalog).with(1, type.toRecord(valid.with("name", "first")));

  private List<String> messages(String field, @Nullable Object value) {
    Violations violations = validator.validate(type, 0, valid.with(field, value), view);
    assertThat(violations.messages().keySet()).isSubsetOf(field);
    return violations.messages().getOrDefault(field, List.of());
  }

  @Test
  void defaultsMakeAValidObject() {
    assertThat(validator.validate(type, 0, valid, view).isEmpty()).isTrue();
    Thing thing = type.toRecord(valid);
    assertThat(thing.total()).isEqualTo(7);
    assertThat(thing.colours()).containsExactly(Colour.RED, Colour.BLUE);
    assertThat(thing.made()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(thing.weight()).isNull();
    assertThat(type.toValues(thing)).isEqualTo(valid);
  }

  @Test
  void aRequiredFieldMustHaveAValue() {
    Violations violations =
        validator.validate(type, 0, valid.without("size").without("name"), view);
    assertThat(violations.messages()).containsOnlyKeys("size", "name");
    assertThat(messages("name", " ")).containsExactly("This field is required.");
    assertThat(messages("total", null)).containsExactly("This field is required.");
  }

  @Test
  void lengthsAreLimited() {
    assertThat(messages("name", "a")).containsExactly("At least 2 characters are needed.");
    assertThat(messages("name", "abcdef"))
        .containsExactly("At most 5 characters are allowed, not 6.");
    assertThat(messages("name", "\uD83D\uDE00".repeat(5))).isEmpty();
    assertThat(messages("words", List.of("a", "b", "c")))
        .containsExactly("At most 2 entries are allowed.");
  }

  @Test
  void numbersAreLimited() {
    assertThat(messages("size", 0L)).containsExactly("Enter a number from 1 to 9.");
    assertThat(messages("size", 10L)).isNotEmpty();
    assertThat(messages("weight", 1L << 40)).isNotEmpty();
    assertThat(messages("weight", null)).isEmpty();
  }

  @Test
  void textsHaveTheirSyntax() {
    assertThat(messages("address", "1.2.3"))
        .containsExactly("Enter an IPv4 address such as 192.0.2.10.");
    assertThat(messages("address", "")).isEmpty();
  }

  @Test
  void controlCharactersAreForLinesOnly() {
    assertThat(messages("name", "a\nb")).containsExactly("Control characters are not allowed.");
    assertThat(messages("note", "a\nb\t")).isEmpty();
    assertThat(messages("note", "a\0")).isNotEmpty();
  }

  @Test
  void choicesAreThoseOfTheEnum() {
    assertThat(messages("colour", "green")).containsExactly("'green' is none of red, blue.");
    assertThat(messages("colours", List.of("red", "green"))).isNotEmpty();
    assertThat(messages("colours", List.of("red", "red")))
        .containsExactly("An entry appears twice.");
  }

  @Test
  void valuesHaveTheTypeOfTheirKind() {
    assertThat(messages("on", "true")).containsExactly("Enter true or false.");
    assertThat(messages("size", "3")).containsExactly("Enter a whole number.");
    assertThat(messages("made", "now")).isNotEmpty();
    assertThat(messages("partner", "1")).isNotEmpty();
    assertThat(messages("words", "a")).isNotEmpty();
    assertThat(messages("friends", List.of("1"))).isNotEmpty();
  }

  @Test
  void uniqueValuesAreComparedWithoutCase() {
    assertThat(messages("name", "first")).containsExactly("Another thing has this value already.");
    assertThat(messages("name", "FIRST"))
        .containsExactly(
            "Another thing has this value already, written 'first'; case makes no difference.");
    assertThat(validator.validate(type, 1, valid.with("name", "FIRST"), view).isEmpty()).isTrue();
  }

  @Test
  void referencesLeadToObjects() {
    assertThat(messages("partner", 1L)).isEmpty();
    assertThat(messages("partner", 5L)).containsExactly("There is no thing with identifier 5.");
    assertThat(messages("friends", List.of(1L, 6L)))
        .containsExactly("There is no thing with identifier 6.");
  }

  @Test
  void rulesOfTheRecordSeeTheObjectsIdentifier() {
    Violations violations = validator.validate(type, 1, valid.with("partner", 1L), view);
    assertThat(violations).isEqualTo(Violations.of("partner", "Not itself."));
    assertThat(messages(Violations.WHOLE_OBJECT, null)).isNotEmpty();
  }

  @Test
  void rulesOfTheRecordWaitUntilItsFieldsAreRight() {
    Violations violations =
        validator.validate(type, 0, valid.with("size", 9L).with("name", "a"), view);
    assertThat(violations.messages()).containsOnlyKeys("name");
    assertThat(validator.validate(type, 0, valid.with("size", 9L), view).messages())
        .containsOnlyKeys("__all__");
  }

  @Resource(
      name = "door",
      label = "door",
      plural = "doors",
      menu = Menu.SYSTEM,
      title = "code",
      help = "Doors.")
  record Door(
      @Field(label = "Locked", help = "h") @Default("false") boolean locked,
      @Field(label = "Lock", help = "h", createOnly = true)
          @When(field = "locked", is = "true")
          @Default("key")
          String lock,
      @Field(label = "Code", help = "h") @When(field = "lock", is = "code") @Default("")
          String code) {}

  @Test
  void whatIsWithoutUseForeverIsRefusedAndWhatIsSoForNowIsNot() {
    ResourceType<Door> door = ResourceType.of(Door.class);
    Values unlocked = door.withDefaults(Values.EMPTY.with("code", "1234"), Instant.EPOCH);

    assertThat(validator.validateAlone(door, unlocked).messages()).containsOnlyKeys("code");
    assertThat(validator.validateAlone(door, unlocked.with("lock", "code")).isEmpty()).isTrue();
  }

  @Test
  void unknownFieldsAreNamed() {
    assertThat(messages("shape", "round")).containsExactly("There is no such field in thing.");
  }
}
