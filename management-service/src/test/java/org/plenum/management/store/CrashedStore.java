package org.plenum.management.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.plenum.management.testing.ChildJvm;
import org.plenum.management.testing.StoreFixture;

/** A store whose writers are killed, and what they said before. */
final class CrashedStore {
  /** One kill of so many hits the start, where the file is checked, recovered and migrated. */
  private static final int KILLS_FOR_ONE_AT_START = 5;

  private static final Duration LONGEST_START = Duration.ofSeconds(1);
  private static final Duration LONGEST_WRITING = Duration.ofMillis(150);

  private final Path folder;
  private final Random random;
  private final Set<String> begun = new HashSet<>();
  private final Set<String> acknowledged = new HashSet<>();
  private int writers;

  CrashedStore(Path folder, Random random) {
    this.folder = folder;
    this.random = random;
  }

  /** Starts a writer with several threads and kills it at a random moment. */
  void writeAndKill() throws IOException, InterruptedException {
    boolean atStart = ++writers % KILLS_FOR_ONE_AT_START == 1;
    Path errors = folder.resolve("errors.txt");
    Process writer =
        ChildJvm.start(CrashWriter.class, errors, folder.toString(), "writer" + writers);
    if (atStart) {
      killWithin(writer, LONGEST_START);
    }
    boolean wrote = false;
    try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
      // What is in the pipe was said before the kill, so it is read to its end.
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        boolean first = note(line) && !wrote;
        if (first && !atStart) {
          killWithin(writer, LONGEST_WRITING);
        }
        wrote |= first;
      }
    } finally {
      writer.destroyForcibly();
      writer.waitFor();
    }
    assertThat(wrote || atStart).as(Files.readString(errors)).isTrue();
  }

  /** Remembers what a writer said; true if it was an acknowledgement. */
  private boolean note(String line) {
    String[] words = line.split(" ", 2);
    if (words.length < 2) {
      return false; // Cut off by the kill.
    }
    if (words[0].equals("BEGIN")) {
      begun.add(words[1]);
    }
    return words[0].equals("DONE") && acknowledged.add(words[1]);
  }

  private void killWithin(Process writer, Duration longest) {
    long moment = random.nextLong(longest.toNanos());
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                if (!writer.waitFor(moment, TimeUnit.NANOSECONDS)) {
                  // SIGKILL. Destroying through the Process itself would close the pipe.
                  writer.toHandle().destroyForcibly();
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** The file is sound and holds what was acknowledged, whole, and nothing that was not begun. */
  void assertWhole() {
    try (StoreFixture fixture = new StoreFixture(folder)) {
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
