package org.plenum.node.sip;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one session alive, or notices that the other side does not (RFC 4028 section 10). Owned by
 * its call: methods are called one at a time; actions run on the call's executor.
 */
final class SessionTimer {
  /** BYE goes out this much before the interval ends, or at two thirds of a short one. */
  private static final int GUARD_SECONDS = 32;

  private final ScheduledExecutorService scheduler;
  private final Runnable refresh;
  private final Runnable expired;
  private @Nullable ScheduledFuture<?> refreshing;
  private @Nullable ScheduledFuture<?> expiring;
  private @Nullable SessionTerms terms;

  SessionTimer(ScheduledExecutorService scheduler, Runnable refresh, Runnable expired) {
    this.scheduler = scheduler;
    this.refresh = refresh;
    this.expired = expired;
  }

  /** The terms in force, or null before the first start. */
  @Nullable SessionTerms terms() {
    return terms;
  }

  /** A session began or was refreshed. */
  void start(SessionTerms agreed) {
    stop();
    terms = agreed;
    long millis = TimeUnit.SECONDS.toMillis(agreed.seconds());
    if (agreed.refreshedHere()) {
      refreshing = scheduler.schedule(refresh, millis / 2, TimeUnit.MILLISECONDS);
    }
    long guard = Math.min(TimeUnit.SECONDS.toMillis(GUARD_SECONDS), millis / 3);
    expiring = scheduler.schedule(expired, millis - guard, TimeUnit.MILLISECONDS);
  }

  /** Tries a refresh once more, without a longer life for the session. */
  void refreshIn(long millis) {
    if (refreshing != null) {
      refreshing.cancel(false);
    }
    refreshing = scheduler.schedule(refresh, millis, TimeUnit.MILLISECONDS);
  }

  void stop() {
    if (refreshing != null) {
      refreshing.cancel(false);
    }
    if (expiring != null) {
      expiring.cancel(false);
    }
  }
}
