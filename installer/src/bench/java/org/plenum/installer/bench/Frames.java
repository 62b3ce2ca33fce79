package org.plenum.installer.bench;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import org.plenum.console.ui.Screen;

/**
 * How long frames take, from one to the next, in milliseconds, while something moves. The toolkit
 * has to run at full speed, so that a frame begins when the one before is on the screen.
 */
record Frames(double[] sorted) {
  private static final int WARM_UP = 300;

  /**
   * Measures on the JavaFX thread; waits for the end.
   *
   * @param motion what is done before each frame, with its number
   */
  static Frames measure(int count, IntConsumer motion) throws InterruptedException {
    double[] times = new double[count];
    CountDownLatch done = new CountDownLatch(1);
    AnimationTimer timer =
        new AnimationTimer() {
          private int frame = -WARM_UP;
          private long last;

          @Override
          public void handle(long unused) {
            long now = System.nanoTime();
            if (frame > 0) {
              times[frame - 1] = (now - last) / 1e6;
            }
            if (frame == count) {
              stop();
              done.countDown();
              return;
            }
            last = now;
            motion.accept(frame + WARM_UP);
            frame++;
          }
        };
    Screen.onFx(
        () -> {
          timer.start();
          return null;
        });
    if (!done.await(5, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the frames do not come to an end");
    }
    Arrays.sort(times);
    return new Frames(times);
  }

  double median() {
    return sorted[sorted.length / 2];
  }

  double percentile95() {
    return sorted[sorted.length * 95 / 100];
  }

  @Override
  public String toString() {
    return "median %5.2f ms, 95%% %5.2f ms".formatted(median(), percentile95());
  }
}
