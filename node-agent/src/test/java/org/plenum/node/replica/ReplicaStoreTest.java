package org.plenum.node.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

@Tag("PLAT-005")
@Tag("PLAT-077")
class ReplicaStoreTest {

  @TempDir Path folder;

  @Test
  void isEmptyAtFirst() throws Exception {
    try (ReplicaStore store = open()) {
      assertThat(store.state()).isEqualTo(ReplicaState.EMPTY);
      assertThat(entries(store)).isEmpty();
    }
  }

  @Test
  void keepsASnapshotOverARestart() throws Exception {
    try (ReplicaStore store = open()) {
      replace(store, new ReplicaState("deployment", 7), List.of(put(1, "a"), put(2, "b")));
    }
    try (ReplicaStore store = open()) {
      assertThat(store.state()).isEqualTo(new ReplicaState("deployment", 7));
      assertThat(entries(store)).containsExactly(put(1, "a"), put(2, "b"));
    }
  }

  @Test
  void aSnapshotReplacesEverything() throws Exception {
    try (ReplicaStore store = open()) {
      replace(store, new ReplicaState("deployment", 7), List.of(put(1, "a"), put(2, "b")));
      replace(store, new ReplicaState("deployment", 9), List.of(put(3, "c")));

      assertThat(entries(store)).containsExactly(put(3, "c"));
    }
  }

  @Test
  void aSnapshotThatIsNotCompleteChangesNothing() throws Exception {
    try (ReplicaStore store = open()) {
      replace(store, new ReplicaState("deployment", 7), List.of(put(1, "a")));
      store.clearStage();
      store.stage(List.of(put(2, "b")));
      store.apply(7, 8, List.of(put(3, "c")));
    }
    try (ReplicaStore store = open()) {
      assertThat(entries(store)).containsExactly(put(1, "a"), put(3, "c"));
      store.stage(List.of(put(4, "d")));
      store.replace(new ReplicaState("deployment", 9));
      assertThat(entries(store))
          .as("nothing is left of the first one")
          .containsExactly(put(4, "d"));
    }
  }

  @Test
  void aDeltaChangesAndDeletes() throws Exception {
    try (ReplicaStore store = open()) {
      replace(store, new ReplicaState("deployment", 7), List.of(put(1, "a"), put(2, "b")));
      store.apply(7, 9, List.of(put(1, "new"), delete(2)));

      assertThat(entries(store)).containsExactly(put(1, "new"));
      assertThat(store.state()).isEqualTo(new ReplicaState("deployment", 9));
    }
  }

  @Test
  void aDeltaFromAnotherVersionIsRefusedAndChangesNothing() throws Exception {
    try (ReplicaStore store = open()) {
      replace(store, new ReplicaState("deployment", 7), List.of(put(1, "a")));

      assertThatThrownBy(() -> store.apply(8, 9, List.of(delete(1))))
          .isInstanceOf(ReplicaException.class)
          .hasMessageContaining("version 7");
      assertThat(entries(store)).containsExactly(put(1, "a"));
    }
  }

  @Test
  void aDamagedFileIsNamed() throws Exception {
    Files.writeString(folder.resolve("replica.db"), "this is no database, it is only some text");

    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            StartupException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA_UNUSABLE))
        .hasMessageContaining("replica.db");
  }

  private ReplicaStore open() {
    return ReplicaStore.open(folder.resolve("replica.db"));
  }

  private static void replace(ReplicaStore store, ReplicaState state, List<ReplicaEntry> entries)
      throws ReplicaException {
    store.clearStage();
    store.stage(entries);
    store.replace(state);
  }

  private static List<ReplicaEntry> entries(ReplicaStore store) throws ReplicaException {
    List<ReplicaEntry> entries = new ArrayList<>();
    store.forEach(entries::add);
    return entries;
  }

  private static ReplicaEntry put(long id, String name) {
    return new ReplicaEntry(
        new ReplicaKey("conference", id), Optional.of("{\"name\":\"" + name + "\"}"));
  }

  private static ReplicaEntry delete(long id) {
    return new ReplicaEntry(new ReplicaKey("conference", id), Optional.empty());
  }
}
