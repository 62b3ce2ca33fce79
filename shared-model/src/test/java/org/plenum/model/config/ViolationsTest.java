package org.plenum.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViolationsTest {
  @Test
  void haveTheJsonFormOfTheApi() {
    Violations violations =
        Violations.of("name", "One.")
            .and(Violations.of("name", "Two."))
            .and(Violations.of(Violations.WHOLE_OBJECT, "All."))
            .and(Violations.of("name", "One."));
    assertThat(violations.toJson("conference"))
        .hasToString("{\"conference\":{\"name\":[\"One.\",\"Two.\"],\"__all__\":[\"All.\"]}}");
  }

  @Test
  void ofInnerObjectsNameTheirPath() {
    assertThat(
            Violations.of("alias", "Bad.")
                .and(Violations.of(Violations.WHOLE_OBJECT, "Worse."))
                .within("aliases[0]")
                .messages())
        .containsOnlyKeys("aliases[0].alias", "aliases[0]");
  }
}
