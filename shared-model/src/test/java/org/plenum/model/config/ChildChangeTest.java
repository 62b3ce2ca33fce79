package org.plenum.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.model.Sample;
import org.plenum.model.config.ChildChange.Created;
import org.plenum.model.config.ChildChange.Deleted;
import org.plenum.model.config.ChildChange.Updated;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.ConferenceAlias;
import org.plenum.model.resource.PlenumResources;

class ChildChangeTest {
  private final FieldType aliases =
      PlenumResources.catalog().type(Conference.class).field("aliases").orElseThrow();
  private final List<StoredValues> present =
      List.of(
          new StoredValues(10, Sample.values(ConferenceAlias.class, "alias", "one")),
          new StoredValues(11, Sample.values(ConferenceAlias.class, "alias", "two")));

  private static Values alias(String text) {
    return Values.EMPTY.with("alias", text);
  }

  @Test
  @Tag("SVC-195")
  @Tag("SVX-008")
  void newChildrenGetTheirOwnerAndPosition() {
    assertThat(
            ChildChange.between(
                7,
                aliases,
                List.of(new Child(null, alias("a")), new Child(null, alias("b"))),
                List.of()))
        .containsExactly(
            new Created(0, alias("a").with("view_order", 1L).with("conference", 7L)),
            new Created(1, alias("b").with("view_order", 2L).with("conference", 7L)));
  }

  @Test
  @Tag("SVC-195")
  void presentChildrenGetTheirNewPosition() {
    assertThat(
            ChildChange.between(
                7,
                aliases,
                List.of(new Child(11L, Values.EMPTY), new Child(10L, alias("uno"))),
                present))
        .containsExactly(
            new Updated(0, 11, Values.EMPTY.with("view_order", 1L)),
            new Updated(1, 10, alias("uno").with("view_order", 2L)));
  }

  @Test
  void childrenThatAreNotInTheListGoFirst() {
    assertThat(ChildChange.between(7, aliases, List.of(new Child(null, alias("one"))), present))
        .hasSize(3)
        .startsWith(new Deleted(10), new Deleted(11));
    assertThat(ChildChange.between(7, aliases, List.of(), present)).hasSize(2);
  }

  @Test
  void aChildOfAnotherOwnerIsRefused() {
    Child stranger = new Child(99L, Values.EMPTY);
    assertThatThrownBy(() -> ChildChange.between(7, aliases, List.of(stranger), present))
        .hasMessageContaining("99");
    Child twice = new Child(10L, Values.EMPTY);
    assertThatThrownBy(() -> ChildChange.between(7, aliases, List.of(twice, twice), present))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
