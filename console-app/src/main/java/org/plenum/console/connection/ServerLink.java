package org.plenum.console.connection;

import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.plenum.console.concurrent.Task;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.status.StatusBoard;
import org.plenum.console.status.StatusInbox;
import org.plenum.rpc.console.ConfigurationChanged;
import org.plenum.rpc.console.WatchConfigurationRequest;
import org.plenum.rpc.console.WatchStatusRequest;
import org.plenum.rpc.status.StatusEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the two streams of a session open: status events into the {@link StatusBoard}, notices of
 * changed configuration to those who listen. A stream that ends is opened again, later each time.
 * For the JavaFX thread; what arrives on other threads is handed over.
 */
public final class ServerLink implements AutoCloseable {
  /** The screen is updated at most this often. */
  private static final Duration UPDATE_INTERVAL = Duration.ofMillis(100);

  /** The server begins a status stream at once; one that stays silent is not there. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(8);

  private static final Logger LOG = LoggerFactory.getLogger(ServerLink.class);

  private final Session session;
  private final StatusBoard board;
  private final TaskExecutor tasks;
  private final Backoff backoff;
  private final Clock clock;
  private final ReadOnlyObjectWrapper<ConnectionState> state =
      new ReadOnlyObjectWrapper<>(new ConnectionState.Connecting());
  private final List<Consumer<ConfigurationChanged>> configurationListeners =
      new CopyOnWriteArrayList<>();

  private @Nullable CancellableContext streams;
  private Task retry = Task.DONE;
  private Task timeout = Task.DONE;
  private int generation;
  private int attempts;
  private boolean closed;

  /** A link that is not opened yet. */
  public ServerLink(
      Session session, StatusBoard board, TaskExecutor tasks, Backoff backoff, Clock clock) {
    this.session = session;
    this.board = board;
    this.tasks = tasks;
    this.backoff = backoff;
    this.clock = clock;
  }

  /** How the console stands with the server. */
  public ReadOnlyObjectProperty<ConnectionState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /**
   * Tells of changed configuration, on the JavaFX thread.
   *
   * @return to be run when the listener has lost interest
   */
  public Runnable onConfigurationChanged(Consumer<ConfigurationChanged> listener) {
    configurationListeners.add(listener);
    return () -> configurationListeners.remove(listener);
  }

  /** Opens the streams now, without waiting for the next attempt. */
  public void connect() {
    if (closed) {
      return;
    }
    stop();
    generation++;
    session.retryNow();
    CancellableContext context = Context.ROOT.withCancellation();
    streams = context;
    int current = generation;
    timeout =
        tasks.schedule(
            CONNECT_TIMEOUT,
            () -> ended(current, Status.UNAVAILABLE.withDescription("no status received")));
    // The streams wait for a connection that takes its time; the timeout above ends the wait.
    context.run(
        () -> {
          session
              .statusStream()
              .withWaitForReady()
              .watch(WatchStatusRequest.getDefaultInstance(), new StatusStream(current));
          session
              .configurationStream()
              .withWaitForReady()
              .watch(
                  WatchConfigurationRequest.getDefaultInstance(), new ConfigurationStream(current));
        });
  }

  @Override
  public void close() {
    closed = true;
    stop();
  }

  private void stop() {
    retry.cancel();
    timeout.cancel();
    CancellableContext open = streams;
    streams = null;
    if (open != null) {
      open.cancel(null);
    }
  }

  private Instant lastWord() {
    return switch (state.get()) {
      case ConnectionState.Reconnecting reconnecting -> reconnecting.since();
      case ConnectionState.LoginNeeded needed -> needed.since();
      case ConnectionState.Connecting _ -> clock.instant();
      case ConnectionState.Connected _ -> clock.instant();
    };
  }

  private void ended(int streamGeneration, Status status) {
    if (closed || streamGeneration != generation) {
      return;
    }
    LOG.info("connection to the management service lost: {}", status);
    Instant since = lastWord();
    stop();
    generation++;
    if (status.getCode() == Status.Code.UNAUTHENTICATED) {
      state.set(new ConnectionState.LoginNeeded(since));
      return;
    }
    attempts++;
    Duration wait = backoff.before(attempts);
    state.set(new ConnectionState.Reconnecting(attempts, clock.instant().plus(wait), since));
    retry = tasks.schedule(wait, this::connect);
  }

  private void update(int streamGeneration, List<StatusEvent> events) {
    if (closed || streamGeneration != generation) {
      return;
    }
    timeout.cancel();
    attempts = 0;
    if (!events.isEmpty()) {
      board.apply(events);
    }
    if (!(state.get() instanceof ConnectionState.Connected)) {
      state.set(new ConnectionState.Connected());
    }
  }

  private void notifyListeners(ConfigurationChanged change) {
    configurationListeners.forEach(listener -> listener.accept(change));
  }

  private final class StatusStream implements StreamObserver<StatusEvent> {
    private final int streamGeneration;
    private final StatusInbox inbox = new StatusInbox();
    private final AtomicBoolean updateScheduled = new AtomicBoolean();

    StatusStream(int streamGeneration) {
      this.streamGeneration = streamGeneration;
    }

    @Override
    public void onNext(StatusEvent event) {
      if (inbox.offer(event) == StatusInbox.Outcome.GAP) {
        onError(Status.DATA_LOSS.withDescription("status events were lost").asException());
      } else if (updateScheduled.compareAndSet(false, true)) {
        tasks.schedule(UPDATE_INTERVAL, this::handOver);
      }
    }

    private void handOver() {
      // Reset before the events are taken, so that one that comes meanwhile schedules another.
      updateScheduled.set(false);
      update(streamGeneration, inbox.drain());
    }

    @Override
    public void onError(Throwable failure) {
      tasks.onUi(() -> ended(streamGeneration, Status.fromThrowable(failure)));
    }

    @Override
    public void onCompleted() {
      tasks.onUi(() -> ended(streamGeneration, Status.UNAVAILABLE));
    }
  }

  private final class ConfigurationStream implements StreamObserver<ConfigurationChanged> {
    private final int streamGeneration;

    ConfigurationStream(int streamGeneration) {
      this.streamGeneration = streamGeneration;
    }

    @Override
    public void onNext(ConfigurationChanged change) {
      tasks.onUi(
          () -> {
            if (streamGeneration == generation) {
              notifyListeners(change);
            }
          });
    }

    @Override
    public void onError(Throwable failure) {
      tasks.onUi(() -> ended(streamGeneration, Status.fromThrowable(failure)));
    }

    @Override
    public void onCompleted() {
      tasks.onUi(() -> ended(streamGeneration, Status.UNAVAILABLE));
    }
  }
}
