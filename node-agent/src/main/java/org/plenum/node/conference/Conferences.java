package org.plenum.node.conference;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.node.call.DisconnectReason;
import org.plenum.node.call.RejectReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conferences of this node. The first call to a service starts one, further calls to the same
 * service join it, and it ends with its last participant (PLAT-029, SVC-190). May be used from any
 * thread; commands are carried out in order and answer by a future.
 */
public final class Conferences implements AutoCloseable {
  private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(Conferences.class);

  private final Map<Long, ConferenceInstance> byService = new ConcurrentHashMap<>();
  private final Map<UUID, ConferenceInstance> byId = new ConcurrentHashMap<>();
  private final Map<UUID, UUID> conferenceOfParticipant = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor scheduler;
  private final ConferenceInstance.Environment environment;
  private volatile boolean closed;

  /**
   * @param observer hears of every change, see there for the thread rules
   */
  public Conferences(
      ConferenceMediaFactory media,
      ConferenceObserver observer,
      ConferenceLog conferenceLog,
      InstantSource clock) {
    this.scheduler =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("conference-timers").factory());
    scheduler.setRemoveOnCancelPolicy(true);
    ThreadFactory threads = Thread.ofVirtual().name("conference").factory();
    this.environment =
        new ConferenceInstance.Environment(
            media,
            new Index(observer),
            conferenceLog,
            clock,
            task -> threads.newThread(task).start(),
            scheduler);
  }

  /**
   * Sends a call into the conference of a service, which is started if there is none.
   *
   * @param settings used if a conference is started now (SVC-052)
   */
  public void join(ConferenceSettings settings, JoinRequest request) {
    if (closed) {
      request.whenGone().run();
      request.leg().reject(RejectReason.UNAVAILABLE, "the node is shutting down");
      return;
    }
    ConferenceInstance instance =
        byService.computeIfAbsent(settings.serviceId(), service -> start(settings));
    // One that has ended is not listed any more when it says so, hence this ends.
    instance.join(request, () -> join(settings, request));
    if (closed) {
      // Closed while this call came in, so that its conference may not have been told to end.
      instance.command(each -> each.finish(DisconnectReason.NODE_SHUTDOWN));
    }
  }

  /** Number of conferences that run now. */
  public int count() {
    return byId.size();
  }

  /** Puts a participant out. */
  public CompletableFuture<CommandOutcome> disconnectParticipant(UUID participantId) {
    return onParticipant(participantId, each -> each.disconnect(participantId));
  }

  /** Mutes or unmutes a participant. */
  public CompletableFuture<CommandOutcome> muteParticipant(UUID participantId, boolean muted) {
    return onParticipant(participantId, each -> each.mute(participantId, muted));
  }

  /** Lets a waiting participant in. */
  public CompletableFuture<CommandOutcome> admitParticipant(UUID participantId) {
    return onParticipant(participantId, each -> each.admit(participantId));
  }

  /** Locks or unlocks a conference. */
  public CompletableFuture<CommandOutcome> lock(UUID conferenceId, boolean locked) {
    return onConference(conferenceId, each -> each.lock(locked));
  }

  /** Mutes or unmutes all Guests of a conference. */
  public CompletableFuture<CommandOutcome> muteGuests(UUID conferenceId, boolean muted) {
    return onConference(conferenceId, each -> each.muteGuests(muted));
  }

  /** Puts all participants of a conference out. */
  public CompletableFuture<CommandOutcome> disconnectConference(UUID conferenceId) {
    return onConference(conferenceId, each -> each.finish(DisconnectReason.ADMINISTRATOR));
  }

  /** Ends all conferences and waits for that, at most a few seconds. Idempotent. */
  @Override
  public void close() {
    closed = true;
    CompletableFuture<?>[] endings =
        List.copyOf(byId.values()).stream()
            .map(each -> each.command(one -> one.finish(DisconnectReason.NODE_SHUTDOWN)))
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(endings).get(CLOSE_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      log.warn("Not all conferences could be ended in order", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    scheduler.shutdownNow();
  }

  private ConferenceInstance start(ConferenceSettings settings) {
    ConferenceInstance instance = new ConferenceInstance(settings, environment, this::forget);
    byId.put(instance.id(), instance);
    return instance;
  }

  private void forget(ConferenceInstance instance) {
    byService.remove(instance.serviceId(), instance);
    byId.remove(instance.id(), instance);
  }

  private CompletableFuture<CommandOutcome> onConference(
      UUID conferenceId, Function<Conference, CommandOutcome> command) {
    ConferenceInstance instance = byId.get(conferenceId);
    return instance == null
        ? CompletableFuture.completedFuture(
            CommandOutcome.failed("There is no conference " + conferenceId + "."))
        : instance.command(command);
  }

  private CompletableFuture<CommandOutcome> onParticipant(
      UUID participantId, Function<Conference, CommandOutcome> command) {
    UUID conferenceId = conferenceOfParticipant.get(participantId);
    @Nullable ConferenceInstance instance = conferenceId == null ? null : byId.get(conferenceId);
    return instance == null
        ? CompletableFuture.completedFuture(
            CommandOutcome.failed("There is no participant " + participantId + "."))
        : instance.command(command);
  }

  /** Knows in which conference a participant is, for commands; passes everything on. */
  private final class Index implements ConferenceObserver {
    private final ConferenceObserver next;

    Index(ConferenceObserver next) {
      this.next = next;
    }

    @Override
    public void conferenceChanged(ConferenceSnapshot conference) {
      next.conferenceChanged(conference);
    }

    @Override
    public void participantChanged(ParticipantSnapshot participant) {
      conferenceOfParticipant.put(participant.id(), participant.conferenceId());
      next.participantChanged(participant);
    }

    @Override
    public void participantLeft(
        ParticipantSnapshot last, DisconnectReason reason, String detail, Instant time) {
      conferenceOfParticipant.remove(last.id());
      next.participantLeft(last, reason, detail, time);
    }

    @Override
    public void conferenceEnded(ConferenceSnapshot last, Instant time) {
      next.conferenceEnded(last, time);
    }
  }
}
