package org.plenum.management.bench;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** Times of one thing that was done several times, in milliseconds. */
record Timings(double[] sorted) {

  /** Does it a few times to warm up, then measures. */
  static Timings of(int times, Callable<?> action) throws Exception {
    for (int i = 0; i < times / 4; i++) {
      action.call();
    }
    double[] measured = new double[times];
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      action.call();
      measured[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(measured);
    return new Timings(measured);
  }

  double median() {
    return sorted[sorted.length / 2];
  }

  double percentile95() {
    return sorted[sorted.length * 95 / 100];
  }

  double max() {
    return sorted[sorted.length - 1];
  }

  @Override
  public String toString() {
    return "median %.1f ms, 95%% %.1f ms, max %.1f ms".formatted(median(), percentile95(), max());
  }
}
