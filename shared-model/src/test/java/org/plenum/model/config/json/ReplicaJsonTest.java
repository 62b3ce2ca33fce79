package org.plenum.model.config.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.model.Sample;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.resource.ConferenceAlias;
import org.plenum.model.resource.PlenumResources;
import org.plenum.model.resource.TlsCertificate;

class ReplicaJsonTest {
  private final ReplicaJson json = new ReplicaJson();
  private final ResourceType<ConferenceAlias> alias =
      PlenumResources.catalog().type(ConferenceAlias.class);

  @Test
  void everyResourceIsReadAsItWasWritten() throws Exception {
    for (ResourceType<?> type : PlenumResources.catalog().types()) {
      Values values = Sample.values(type.recordClass());
      assertThat(json.read(type, json.write(type, values))).as(type.name()).isEqualTo(values);
    }
  }

  @Test
  void carriesSecrets() {
    ResourceType<?> type = PlenumResources.catalog().type(TlsCertificate.class);
    assertThat(json.write(type, Sample.values(TlsCertificate.class))).contains("PRIVATE KEY");
  }

  @Test
  void objectsOfOtherReleasesAreRead() throws Exception {
    Values values =
        json.read(
            alias,
            "{\"alias\":\"a\",\"conference\":1,\"later_field\":{\"x\":1},"
                + "\"creation_time\":\"2026-01-31T12:00:00Z\"}");
    assertThat(alias.toRecord(values).alias()).isEqualTo("a");
    assertThat(values.text("description")).isEmpty();
    assertThat(values.has("later_field")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"alias\":5}",
        "{\"conference\":\"1\"}",
        "{\"creation_time\":\"x\"}",
        "{\"description\":[]}"
      })
  void corruptObjectsAreRefused(String text) {
    assertThatThrownBy(() -> json.read(alias, text)).isInstanceOf(CorruptObjectException.class);
  }
}
