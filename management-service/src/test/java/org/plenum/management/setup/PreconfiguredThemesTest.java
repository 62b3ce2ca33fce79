package org.plenum.management.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.Operation;
import org.plenum.management.store.StoredObject;
import org.plenum.management.testing.StoreFixture;
import org.plenum.management.theme.Themes;
import org.plenum.model.config.Values;
import org.plenum.model.theme.PreconfiguredTheme;

@Tag("SVX-412")
class PreconfiguredThemesTest {
  @TempDir Path folder;
  private StoreFixture fixture;
  private Themes themes;

  @BeforeEach
  void open() {
    fixture = new StoreFixture(folder);
    themes = new Themes(fixture.store(), fixture.database(), fixture.clock());
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private void ensure() {
    new PreconfiguredThemes(fixture.store(), fixture.changeSets(), themes).ensure();
  }

  private List<StoredObject> all() {
    List<StoredObject> all = new ArrayList<>();
    fixture
        .store()
        .read(
            reader -> {
              reader.forEach(themes.type(), all::add);
              return all;
            });
    return all;
  }

  @Test
  void comeOnceAndDoNotComeBack() {
    ensure();
    List<StoredObject> first = all();
    assertThat(first).hasSize(PreconfiguredTheme.values().length);
    assertThat(first).allMatch(theme -> themes.download(theme.id()).isPresent());
    fixture.accept(
        first.stream()
            .map(theme -> Operation.delete(Themes.RESOURCE, theme.id()))
            .toArray(Operation[]::new));
    ensure();
    assertThat(all()).isEmpty();
  }

  @Test
  void comeToAPlatformThatHasThemesAlreadyAndLeaveThoseAsTheyAre() {
    fixture.accept(
        Operation.create(
            Themes.RESOURCE, Values.of(Map.of("name", PreconfiguredTheme.BRITISH.title()))));
    ensure();
    assertThat(all())
        .extracting(theme -> theme.values().text("name"))
        .containsExactlyInAnyOrder(
            PreconfiguredTheme.BRITISH.title(),
            PreconfiguredTheme.AMERICAN.title(),
            PreconfiguredTheme.AMERICAN_WITH_TONES.title(),
            PreconfiguredTheme.BRITISH_WITH_TONES.title());
    assertThat(themes.download(1)).as("files of the one that was there").isEmpty();
  }
}
