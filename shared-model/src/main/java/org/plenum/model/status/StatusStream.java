package org.plenum.model.status;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.List;
import org.plenum.rpc.status.StatusEvent;

/** Sends a feed over gRPC as fast as the watcher takes it, and no faster. */
public final class StatusStream {

  private static final int BATCH = 256;

  private final ServerCallStreamObserver<StatusEvent> watcher;
  private final StatusSubscription subscription;
  private boolean sending;
  private boolean again;

  private StatusStream(StatusFeed feed, ServerCallStreamObserver<StatusEvent> watcher) {
    this.watcher = watcher;
    this.subscription = feed.subscribe(this::send);
    watcher.setOnReadyHandler(this::send);
    watcher.setOnCancelHandler(subscription::close);
    watcher.setOnCloseHandler(subscription::close);
  }

  /**
   * Serves one watcher until it goes away. To be called from the handler of the call itself.
   *
   * @param watcher the call's response stream
   */
  public static void serve(StatusFeed feed, ServerCallStreamObserver<StatusEvent> watcher) {
    new StatusStream(feed, watcher).send();
  }

  private void send() {
    if (!enter()) {
      return;
    }
    do {
      while (watcher.isReady() && !watcher.isCancelled()) {
        List<StatusEvent> events = subscription.poll(BATCH);
        if (events.isEmpty()) {
          break;
        }
        events.forEach(watcher::onNext);
      }
    } while (!leave());
  }

  /** One sender at a time; who comes meanwhile makes it look again. */
  private synchronized boolean enter() {
    if (sending) {
      again = true;
      return false;
    }
    sending = true;
    again = false;
    return true;
  }

  private synchronized boolean leave() {
    if (again) {
      again = false;
      return false;
    }
    sending = false;
    return true;
  }
}
