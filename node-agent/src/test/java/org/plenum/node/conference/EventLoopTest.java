package org.plenum.node.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventLoopTest {
  private final ArrayDeque<Runnable> thread = new ArrayDeque<>();
  private final EventLoop loop = new EventLoop(thread::add);
  private final List<String> ran = new ArrayList<>();

  @Test
  void eventsRunInOrderOnOneThreadAtATime() {
    loop.execute(() -> ran.add("a"));
    loop.execute(() -> ran.add("b"));

    assertThat(thread).hasSize(1);
    thread.remove().run();
    assertThat(ran).containsExactly("a", "b");

    loop.execute(() -> ran.add("c"));
    assertThat(thread).hasSize(1);
  }

  @Test
  void anEventThatFailsDoesNotStopTheNext() {
    loop.execute(
        () -> {
          throw new IllegalStateException("broken event, as the test wants it");
        });
    loop.execute(() -> ran.add("next"));

    thread.remove().run();

    assertThat(ran).containsExactly("next");
  }

  @Test
  void aSignalRaisedOftenRunsOnceAndBeforeEvents() {
    EventLoop.Signal signal = loop.signal(() -> ran.add("signal"));
    loop.execute(() -> ran.add("event"));
    signal.raise();
    signal.raise();

    thread.remove().run();

    assertThat(ran).containsExactly("signal", "event");
  }

  @Test
  void anEventMayQueueMoreThanFits() {
    AtomicInteger count = new AtomicInteger();
    loop.execute(
        () -> {
          for (int i = 0; i < 10_000; i++) {
            loop.execute(count::incrementAndGet);
          }
        });

    thread.remove().run();

    assertThat(count).hasValue(10_000);
  }

  @Test
  void callersWaitWhileTheQueueIsFullAndLoseNothing() throws InterruptedException {
    EventLoop real = new EventLoop(task -> Thread.ofVirtual().start(task));
    CountDownLatch open = new CountDownLatch(1);
    AtomicInteger count = new AtomicInteger();
    real.execute(
        () -> {
          try {
            open.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int i = 0; i < 20_000; i++) {
                    real.execute(count::incrementAndGet);
                  }
                });
    await().until(() -> caller.getState() == Thread.State.WAITING);

    open.countDown();
    caller.join();

    await().untilAtomic(count, org.hamcrest.Matchers.is(20_000));
  }
}
