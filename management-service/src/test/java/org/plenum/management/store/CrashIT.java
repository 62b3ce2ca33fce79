package org.plenum.management.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that writes, again and again, and looks at what is on disk. The system property
 * {@code plenum.crash.kills} says how often.
 */
class CrashIT {
  private static final int KILLS = Integer.getInteger("plenum.crash.kills", 20);

  /** Then the store begins anew, so that looking through it stays quick. */
  private static final int KILLS_OF_A_STORE = 10;

  private static final int AT_THE_SAME_TIME = 2;

  @TempDir Path folder;

  @Test
  void keepsEveryAcknowledgedChangeSetAndNoOtherWhenKilled() throws Exception {
    try (ExecutorService executor = Executors.newFixedThreadPool(AT_THE_SAME_TIME)) {
      List<Future<?>> stores = new ArrayList<>();
      for (int first = 0; first < KILLS; first += KILLS_OF_A_STORE) {
        int seed = first;
        int kills = Math.min(KILLS_OF_A_STORE, KILLS - first);
        stores.add(executor.submit(() -> crash(new Random(seed), kills)));
      }
      for (Future<?> store : stores) {
        store.get();
      }
    }
  }

  private Void crash(Random random, int kills) throws Exception {
    CrashedStore store = new CrashedStore(Files.createTempDirectory(folder, "store"), random);
    for (int kill = 0; kill < kills; kill++) {
      store.writeAndKill();
      store.assertWhole();
    }
    return null;
  }
}
