package org.plenum.media.video.frame;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Counts the native objects that are alive, so that a leak shows as a number. One ledger per
 * pipeline; any thread.
 */
public final class NativeLedger {

  private final AtomicIntegerArray alive = new AtomicIntegerArray(NativeResource.values().length);

  public void opened(NativeResource resource) {
    alive.incrementAndGet(resource.ordinal());
  }

  public void closed(NativeResource resource) {
    alive.decrementAndGet(resource.ordinal());
  }

  /** Objects of this kind that are alive. */
  public int alive(NativeResource resource) {
    return alive.get(resource.ordinal());
  }

  /** Objects of all kinds that are alive. */
  public int alive() {
    int sum = 0;
    for (NativeResource resource : NativeResource.values()) {
      sum += alive(resource);
    }
    return sum;
  }
}
