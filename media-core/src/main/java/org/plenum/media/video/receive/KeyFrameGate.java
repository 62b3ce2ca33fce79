package org.plenum.media.video.receive;

import java.util.concurrent.TimeUnit;

/**
 * Keeps pictures away from the decoder while what they refer to is missing, and says when to ask
 * for a key frame. Any thread.
 */
final class KeyFrameGate {

  /** Time between two requests for the same loss. */
  static final long REQUEST_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /**
   * After this time pictures pass even without a key frame: some senders only refresh picture parts
   * or ignore requests, and a picture with errors is better than a frozen one.
   */
  static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Runnable request;
  private boolean canRequest;
  private boolean shut = true;
  private boolean counting;
  private long shutSinceNanos;
  private long requestedNanos;

  /**
   * Creates a shut gate.
   *
   * @param request asks the sender for a key frame
   */
  KeyFrameGate(Runnable request) {
    this.request = request;
  }

  /** Tells whether the sender can be asked at all; if not, losses never shut the gate. */
  synchronized void canRequest(boolean value) {
    canRequest = value;
  }

  /** True if the sender can be asked. */
  synchronized boolean canRequest() {
    return canRequest;
  }

  /** Something that later pictures refer to is missing. */
  void lost(long nowNanos) {
    boolean ask;
    synchronized (this) {
      if (!shut) {
        shut = canRequest;
        counting = false;
      }
      ask = askNow(nowNanos);
    }
    if (ask) {
      request.run();
    }
  }

  /** True if the picture may be decoded. */
  boolean admits(boolean keyFrame, long nowNanos) {
    boolean ask;
    synchronized (this) {
      if (keyFrame || !canRequest) {
        shut = false;
      }
      if (!shut) {
        return true;
      }
      if (!counting) {
        counting = true;
        shutSinceNanos = nowNanos;
      }
      if (nowNanos - shutSinceNanos >= PATIENCE_NANOS) {
        shut = false;
        return true;
      }
      ask = askNow(nowNanos);
    }
    if (ask) {
      request.run();
    }
    return false;
  }

  private boolean askNow(long nowNanos) {
    boolean due = requestedNanos == 0 || nowNanos - requestedNanos >= REQUEST_INTERVAL_NANOS;
    if (!canRequest || !due) {
      return false;
    }
    requestedNanos = nowNanos;
    return true;
  }
}
