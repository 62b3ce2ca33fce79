package org.plenum.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plenum.model.Sample;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.DnsServer;

class ConfigurationSnapshotTest {
  private final ConfigurationSnapshot snapshot = Sample.configuration();

  @Test
  void findsObjectsByIdentifierAndByUniqueField() {
    assertThat(snapshot.find(Conference.class, 1)).isPresent();
    assertThat(snapshot.find(Conference.class, new Ref<>(2))).isEmpty();
    assertThat(snapshot.findUnique(Conference.class, "name", "MEET")).isPresent();
    assertThat(snapshot.findUnique(Conference.class, "name", "meeting")).isEmpty();
  }

  @Test
  void ignoresCaseAlsoOfLettersThatAreOneCharacterOnlyWhenTheyAreSmall() {
    ConfigurationSnapshot more =
        snapshot.with(5, Sample.of(Conference.class, "name", "J\u030curi"));
    assertThat(more.findUnique(Conference.class, "name", "\u01f0uri")).isPresent();
  }

  @Test
  void listsObjectsInTheOrderOfTheirIdentifiers() {
    ConfigurationSnapshot more =
        snapshot.with(9, Sample.of(DnsServer.class)).with(5, Sample.of(DnsServer.class));
    assertThat(more.all(DnsServer.class)).extracting(Stored::id).containsExactly(1L, 5L, 9L);
  }

  @Test
  void aChangeLeavesTheOriginalAlone() {
    ConfigurationSnapshot without = snapshot.without(Conference.class, 1);
    assertThat(without.all(Conference.class)).isEmpty();
    assertThat(snapshot.all(Conference.class)).hasSize(1);
  }
}
