package org.plenum.management.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.config.Default;
import org.plenum.model.config.Field;
import org.plenum.model.config.Menu;
import org.plenum.model.config.Ref;
import org.plenum.model.config.Resource;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

/** The same resource as several releases declare it. */
public class SchemaEvolutionTest {
  @Resource(name = "room", label = "room", plural = "rooms", menu = Menu.SERVICES, help = "Rooms.")
  public record First(@Field(label = "Name", help = "Name.") String name) {}

  @Resource(name = "room", label = "room", plural = "rooms", menu = Menu.SERVICES, help = "Rooms.")
  public record Grown(
      @Field(label = "Name", help = "Name.", unique = true) String name,
      @Field(label = "Seats", help = "Seats.") @Default("it's 12") String seats,
      @Field(label = "Size", help = "Size.") @Default("5") int size,
      @Field(label = "Next", help = "Next.") @Nullable Ref<Grown> next,
      @Field(label = "Doors", help = "Doors.") @Default("") List<Ref<Grown>> doors) {}

  @Resource(name = "room", label = "room", plural = "rooms", menu = Menu.SERVICES, help = "Rooms.")
  public record Demanding(
      @Field(label = "Name", help = "Name.") String name,
      @Field(label = "Seats", help = "Seats.") String seats) {}

  @Resource(name = "room", label = "room", plural = "rooms", menu = Menu.SERVICES, help = "Rooms.")
  public record Retyped(@Field(label = "Name", help = "Name.") @Nullable String name) {}

  @TempDir Path folder;

  private StoreFixture release(Class<? extends Record> room) {
    return new StoreFixture(folder, ResourceCatalog.of(List.of(room)));
  }

  private long firstReleaseWith(String name) {
    try (StoreFixture first = release(First.class)) {
      return first.create("room", Map.of("name", name));
    }
  }

  @Test
  void addsColumnsWithTheirDefaultsLinkTablesAndIndexes() {
    long id = firstReleaseWith("Große Halle");

    try (StoreFixture grown = release(Grown.class)) {
      assertThat(grown.get("room", id).values().asMap())
          .containsEntry("name", "Große Halle")
          .containsEntry("seats", "it's 12")
          .containsEntry("size", 5L)
          .containsEntry("next", null)
          .containsEntry("doors", List.of());
      assertThat(grown.findUnique("room", "name", "GROßE HALLE")).isPresent();
    }
    try (StoreFixture again = release(Grown.class)) {
      assertThat(again.find("room", id)).isPresent();
    }
  }

  @Test
  void refusesAColumnWithoutDefault() {
    firstReleaseWith("Hall");

    assertRefused(Demanding.class, "lacks cfg_room.seats, which has no default");
  }

  @Test
  void refusesAColumnOfAnotherKind() {
    firstReleaseWith("Hall");

    assertRefused(Retyped.class, "cfg_room.name as TEXT, not null");
  }

  @Test
  void refusesColumnsOfANewerRelease() {
    release(Grown.class).close();

    assertRefused(First.class, "does not know: name__key, seats");
  }

  @Test
  void refusesEqualValuesInAFieldThatHasBecomeUnique() {
    try (StoreFixture first = release(First.class)) {
      first.create("room", Map.of("name", "hall"));
      first.create("room", Map.of("name", "HALL"));
    }

    assertRefused(Grown.class, "equal values in cfg_room.name__key");
  }

  @Test
  void makesTheKeysOfAnEarlierReleaseAnew() {
    try (StoreFixture earlier = release(Grown.class)) {
      long id = earlier.create("room", Map.of("name", "J\u030curi"));
      earlier.create("room", Map.of("name", "\u01f0an"));
      assertThat(earlier.findUnique("room", "name", "\u01f0uri")).isPresent();
      earlier
          .database()
          .write(
              handle -> {
                handle.execute("UPDATE cfg_room SET name__key = 'j\u030curi' WHERE id = ?", id);
                handle.execute(
                    "INSERT INTO cfg_room (revision, name, name__key, seats, size)"
                        + " VALUES (1, 'J\u030can', 'j\u030can', '', 1)");
                return handle.execute("PRAGMA user_version = 0");
              });
      assertThat(earlier.findUnique("room", "name", "\u01f0uri")).isEmpty();
    }

    for (int start = 0; start < 2; start++) {
      try (StoreFixture later = release(Grown.class)) {
        assertThat(later.findUnique("room", "name", "\u01f0uri")).isPresent();
        assertThat(later.findUnique("room", "name", "J\u030can")).isPresent();
      }
    }
  }

  @Test
  void leavesTheDatabaseAsItIsWhenItRefuses() {
    long id = firstReleaseWith("Hall");
    assertRefused(Demanding.class, "lacks");

    try (StoreFixture first = release(First.class)) {
      assertThat(first.find("room", id)).isPresent();
    }
  }

  private void assertRefused(Class<? extends Record> room, String reason) {
    assertThatExceptionOfType(StartupException.class)
        .isThrownBy(() -> release(room))
        .withMessageContaining(reason)
        .matches(e -> e.exitCode() == ExitCode.DATA_UNUSABLE);
  }
}
