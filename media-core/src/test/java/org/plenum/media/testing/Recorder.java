package org.plenum.media.testing;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.plenum.media.MediaEndpoint;

/** What an endpoint told signalling. */
public final class Recorder implements MediaEndpoint.Listener {
  public final Queue<Character> digits = new ConcurrentLinkedQueue<>();
  public final Queue<String> securityFailures = new ConcurrentLinkedQueue<>();
  public final AtomicInteger timeouts = new AtomicInteger();
  public final AtomicInteger firstMedia = new AtomicInteger();

  @Override
  public void onDtmf(char digit) {
    digits.add(digit);
  }

  @Override
  public void onMediaTimeout() {
    timeouts.incrementAndGet();
  }

  @Override
  public void onSecurityFailure(String reason) {
    securityFailures.add(reason);
  }

  @Override
  public void onFirstMedia() {
    firstMedia.incrementAndGet();
  }

  /** Digits as a list, in order. */
  public List<Character> digits() {
    return List.copyOf(digits);
  }
}
