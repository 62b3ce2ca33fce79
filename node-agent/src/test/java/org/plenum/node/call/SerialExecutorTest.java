package org.plenum.node.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {

  @Test
  void runsTasksInOrderOneAtATime() throws Exception {
    List<Integer> seen = new ArrayList<>();
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger mostInside = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      SerialExecutor serial = new SerialExecutor(threads);
      for (int i = 0; i < 500; i++) {
        int number = i;
        serial.execute(
            () -> {
              mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
              seen.add(number);
              inside.decrementAndGet();
            });
      }
      serial.execute(done::countDown);
      done.await();
    }
    assertThat(seen).hasSize(500).isSorted();
    assertThat(mostInside).hasValue(1);
  }

  @Test
  void goesOnAfterATaskThatThrows() {
    List<String> seen = new ArrayList<>();
    SerialExecutor serial = new SerialExecutor(Runnable::run);
    serial.execute(
        () -> {
          throw new IllegalStateException("broken event");
        });
    serial.execute(() -> seen.add("next"));
    assertThat(seen).containsExactly("next");
  }

  @Test
  void refusesAFloodInsteadOfQueueingWithoutEnd() {
    ArrayDeque<Runnable> neverRun = new ArrayDeque<>();
    SerialExecutor serial = new SerialExecutor(neverRun::add);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100_000; i++) {
                serial.execute(() -> {});
              }
            })
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessageContaining("wait already");
  }
}
