package org.plenum.management.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.testing.ChildJvm;
import org.plenum.management.testing.StoreFixture;

/** Kills a process that writes, again and again, and looks at what is on disk. */
class CrashIT {
  private static final int KILLS = 20;
  private static final int MAX_ACKNOWLEDGED_BEFORE_KILL = 60;

  @TempDir Path folder;
  private final Set<String> begun = new HashSet<>();
  private final Set<String> acknowledged = new HashSet<>();

  @Test
  void keepsEveryAcknowledgedChangeSetAndNoOtherWhenKilled()
      throws IOException, InterruptedException {
    Random random = new Random(20260101);
    for (int run = 0; run < KILLS; run++) {
      killAfter(1 + random.nextInt(MAX_ACKNOWLEDGED_BEFORE_KILL), "run" + run);
      assertStoreIsWhole();
    }
    assertThat(acknowledged).hasSizeGreaterThan(KILLS);
  }

  private void killAfter(int count, String prefix) throws IOException, InterruptedException {
    Path errors = folder.resolve("errors.txt");
    Process writer = ChildJvm.start(CrashWriter.class, errors, data().toString(), prefix);
    int seen = 0;
    try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ", 2);
        if (words.length < 2) {
          continue; // Cut off by the kill.
        }
        if (words[0].equals("BEGIN")) {
          begun.add(words[1]);
        } else if (words[0].equals("DONE")) {
          acknowledged.add(words[1]);
          seen++;
        }
        if (seen == count) {
          // SIGKILL. What is still in the pipe was said before, so it is read to its end;
          // destroying
          // through the Process itself would close the pipe.
          writer.toHandle().destroyForcibly();
        }
      }
    } finally {
      writer.destroyForcibly();
      writer.waitFor();
    }
    assertThat(seen).as(Files.readString(errors)).isGreaterThanOrEqualTo(count);
  }

  private Path data() throws IOException {
    return Files.createDirectories(folder.resolve("data"));
  }

  private void assertStoreIsWhole() throws IOException {
    try (StoreFixture fixture = new StoreFixture(data())) {
      List<String> verdict =
          fixture
              .database()
              .read(h -> h.createQuery("PRAGMA integrity_check").mapTo(String.class).list());
      assertThat(verdict).containsExactly("ok");
      Set<String> stored = new HashSet<>();
      fixture
          .store()
          .read(
              reader -> {
                reader.forEach(
                    fixture.type("conference"), c -> stored.add(c.values().text("name")));
                return null;
              });
      assertThat(stored).containsAll(acknowledged);
      // A change set may be on disk without its acknowledgement having come through.
      assertThat(begun).containsAll(stored);
      assertThat(count(fixture, "cfg_conference_alias")).isEqualTo(2L * stored.size());
      assertThat(count(fixture, "change_set")).isEqualTo(stored.size());
      assertThat(count(fixture, "change")).isEqualTo(3L * stored.size());
      assertThat(fixture.version()).isEqualTo(stored.size());
    }
  }

  private static long count(StoreFixture fixture, String table) {
    return fixture
        .database()
        .read(h -> h.createQuery("SELECT count(*) FROM " + table).mapTo(Long.class).one());
  }
}
