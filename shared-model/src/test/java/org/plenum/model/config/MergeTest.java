package org.plenum.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.model.Sample;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.Global;
import org.plenum.model.resource.PlenumResources;

class MergeTest {
  private final ResourceType<Conference> conference =
      PlenumResources.catalog().type(Conference.class);

  @Test
  void aPatchKeepsWhatItDoesNotName() {
    Values current = Sample.values(Conference.class, "tag", "old", "description", "kept");
    Merge.Result result = Merge.patch(conference, current, Values.EMPTY.with("tag", "new"));
    assertThat(result.values()).isEqualTo(current.with("tag", "new"));
    assertThat(result.violations().isEmpty()).isTrue();
  }

  @Test
  void aReplacementSetsWhatItDoesNotNameToItsDefault() {
    Values current =
        Sample.values(
            Conference.class, "tag", "old", "participant_limit", 5L, "service_type", "lecture");
    Values result = Merge.replace(conference, current, Values.EMPTY.with("name", "New")).values();
    assertThat(result.text("name")).isEqualTo("New");
    assertThat(result.text("tag")).isEmpty();
    assertThat(result.get("participant_limit")).isNull();
    assertThat(result.text("service_type")).isEqualTo("lecture");
    assertThat(result.time("creation_time")).isEqualTo(Sample.NOW);
  }

  @Test
  void aReplacementKeepsSecretsThatItDoesNotName() {
    ResourceType<Global> global = PlenumResources.catalog().type(Global.class);
    Values current = Sample.values(Global.class, "legacy_api_password", "secret");
    assertThat(Merge.replace(global, current, Values.EMPTY).values().text("legacy_api_password"))
        .isEqualTo("secret");
  }

  @Test
  void aReplacementWithoutARequiredFieldStaysWithoutIt() {
    Merge.Result result = Merge.replace(conference, Sample.values(Conference.class), Values.EMPTY);
    assertThat(result.values().has("name")).isFalse();
  }

  @Test
  @Tag("SVC-050")
  void theServiceTypeCannotChange() {
    Values current = Sample.values(Conference.class);
    Values request = Values.EMPTY.with("service_type", "lecture");
    assertThat(Merge.patch(conference, current, request).violations().messages())
        .containsOnlyKeys("service_type");
    assertThat(
            Merge.patch(conference, current, Values.EMPTY.with("service_type", "conference"))
                .violations()
                .isEmpty())
        .isTrue();
  }
}
