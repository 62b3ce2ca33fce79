package org.plenum.node.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentFailuresTest {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final RecentFailures<String> failures = new RecentFailures<>(() -> now);

  private void add(int times) {
    for (int i = 0; i < times; i++) {
      failures.add("key");
    }
  }

  @Test
  void countsWhatFailedInTheLastTenMinutes() {
    add(3);
    now = now.plusSeconds(300);
    add(2);
    assertThat(failures.count("key")).isEqualTo(5);
    assertThat(failures.count("other")).isZero();

    now = now.plusSeconds(300);
    assertThat(failures.count("key")).isEqualTo(2);
    now = now.plusSeconds(300);
    assertThat(failures.count("key")).isZero();
  }

  @Test
  void keepsNoMoreThanItNeeds() {
    add(1_000);
    assertThat(failures.count("key")).isEqualTo(201);
    for (int i = 0; i < 20_000; i++) {
      failures.add("key " + i);
    }
    assertThat(failures.count("key")).isZero();
    assertThat(failures.count("key 19999")).isOne();
  }
}
