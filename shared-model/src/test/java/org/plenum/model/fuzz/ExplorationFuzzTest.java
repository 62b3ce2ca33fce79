package org.plenum.model.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;

/** What every fuzz test relies on: the build tries many inputs, not only those that are kept. */
class ExplorationFuzzTest {
  private static final Set<ByteBuffer> TRIED = new HashSet<>();

  @FuzzTest
  void triesInputs(byte[] input) {
    TRIED.add(ByteBuffer.wrap(input.clone()));
  }

  @AfterAll
  static void fuzzerTriedManyInputs() {
    boolean fuzzing = Boolean.getBoolean("JAZZER_FUZZ"); // not set where kept inputs are replayed
    assertThat(TRIED.size()).isGreaterThan(fuzzing ? 1_000 : 0);
  }
}
