package org.plenum.model.alias;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.model.Sample;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Stored;
import org.plenum.model.resource.ConferenceAlias;

class AliasTableTest {
  private static Stored<ConferenceAlias> alias(long id, String text, long service) {
    return Sample.stored(ConferenceAlias.class, id, "alias", text, "conference", service);
  }

  @Test
  @Tag("SVC-198")
  @Tag("SVC-199")
  @Tag("SVX-003")
  void findsTheServiceOfAnAliasHoweverItIsDialled() {
    AliasTable table = AliasTable.of(List.of(alias(1, "Meet.Alice", 7)));
    assertThat(table.serviceOf("sip:meet.ALICE@192.0.2.1:5060")).contains(new Ref<>(7));
    assertThat(table.serviceOf("meet.alice@example.com")).isEmpty();
  }

  @Test
  @Tag("SVC-205")
  void anAliasCanBeAnAddress() {
    AliasTable table = AliasTable.of(List.of(alias(1, "192.0.2.1", 7)));
    assertThat(table.serviceOf("sip:192.0.2.1:5060")).contains(new Ref<>(7));
  }

  @Test
  void aRenamedAliasIsFoundByItsNewTextOnly() {
    AliasTable table = AliasTable.of(List.of(alias(1, "meet", 7))).with(alias(1, "join", 7));
    assertThat(table.serviceOf("meet")).isEmpty();
    assertThat(table.serviceOf("join")).contains(new Ref<>(7));
    assertThat(table.size()).isOne();
  }

  @Test
  @Tag("SVX-009")
  void anAliasCanMoveToAnotherService() {
    AliasTable table = AliasTable.of(List.of(alias(1, "meet", 7))).with(alias(1, "meet", 8));
    assertThat(table.serviceOf("meet")).contains(new Ref<>(8));
  }

  @Test
  void twoAliasesCanExchangeTheirTexts() {
    AliasTable table =
        AliasTable.of(List.of(alias(1, "one", 7), alias(2, "two", 8)))
            .with(alias(1, "two", 7))
            .with(alias(2, "one", 8));
    assertThat(table.serviceOf("two")).contains(new Ref<>(7));
    assertThat(table.serviceOf("one")).contains(new Ref<>(8));
    assertThat(table.without(1).serviceOf("two")).isEmpty();
    assertThat(table.without(1).serviceOf("one")).contains(new Ref<>(8));
  }

  @Test
  void anOlderTableDoesNotChange() {
    AliasTable before = AliasTable.of(List.of(alias(1, "meet", 7)));
    AliasTable after = before.without(1);
    assertThat(before.serviceOf("meet")).isPresent();
    assertThat(after.serviceOf("meet")).isEmpty();
    assertThat(after.without(1)).isSameAs(after);
  }

  @Test
  void holdsAHundredThousandAliases() {
    List<Stored<ConferenceAlias>> aliases = new ArrayList<>();
    ConferenceAlias template = Sample.of(ConferenceAlias.class);
    for (int id = 1; id <= 100_000; id++) {
      aliases.add(
          new Stored<>(
              id,
              new ConferenceAlias(
                  "alias" + id + "@example.com",
                  new Ref<>(id),
                  template.description(),
                  null,
                  template.creationTime())));
    }
    AliasTable table = AliasTable.of(aliases);
    assertThat(table.size()).isEqualTo(100_000);
    assertThat(table.serviceOf("ALIAS99999@example.com")).contains(new Ref<>(99_999));
    assertThat(table.without(500).serviceOf("alias500@example.com")).isEmpty();
  }
}
