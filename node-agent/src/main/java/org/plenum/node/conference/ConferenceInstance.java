package org.plenum.node.conference;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.media.MediaEndpoint;
import org.plenum.media.conference.ConferenceMedia;
import org.plenum.node.call.CallLeg;
import org.plenum.node.call.DisconnectReason;
import org.plenum.node.call.MediaState;

/**
 * A conference and its owner: turns what other threads report into events of the one and only
 * thread that a {@link Conference} knows.
 */
final class ConferenceInstance {
  private final UUID id = UUID.randomUUID();
  private final long serviceId;
  private final EventLoop loop;
  private final Conference conference;

  /** What conferences share. */
  record Environment(
      ConferenceMediaFactory media,
      ConferenceObserver observer,
      ConferenceLog log,
      InstantSource clock,
      Executor threads,
      ScheduledExecutorService scheduler) {}

  /**
   * @param onEnded called once by the owner of the conference
   */
  ConferenceInstance(
      ConferenceSettings settings, Environment environment, Consumer<ConferenceInstance> onEnded) {
    this.serviceId = settings.serviceId();
    this.loop = new EventLoop(environment.threads());
    this.conference =
        new Conference(
            id,
            settings,
            new Conference.Collaborators(
                new MediaControl(environment.media(), settings.name(), new MediaEvents()),
                new LoopTimers(environment.scheduler(), loop),
                environment.clock(),
                environment.observer(),
                environment.log(),
                LegEvents::new),
            () -> onEnded.accept(this));
  }

  UUID id() {
    return id;
  }

  long serviceId() {
    return serviceId;
  }

  /**
   * Sends a call in.
   *
   * @param ifEnded run instead if the conference has ended meanwhile
   */
  void join(JoinRequest request, Runnable ifEnded) {
    loop.execute(
        () -> {
          if (!conference.join(request)) {
            ifEnded.run();
          }
        });
  }

  /** Carries out a command on the conference. */
  CompletableFuture<CommandOutcome> command(Function<Conference, CommandOutcome> command) {
    return CompletableFuture.supplyAsync(() -> command.apply(conference), loop);
  }

  /** Events of one call. */
  private final class LegEvents implements CallLeg.Listener {
    private final UUID participantId;

    LegEvents(UUID participantId) {
      this.participantId = participantId;
    }

    @Override
    public void onEstablished(MediaState state) {
      loop.execute(() -> conference.established(participantId, state));
    }

    @Override
    public void onMediaChanged(MediaState state) {
      loop.execute(() -> conference.mediaChanged(participantId, state));
    }

    @Override
    public void onDtmf(char digit) {
      loop.execute(() -> conference.dtmf(participantId, digit));
    }

    @Override
    public void onEnded(DisconnectReason reason, String detail) {
      loop.execute(() -> conference.ended(participantId, reason, detail));
    }
  }

  /**
   * Events of media, whose threads must not wait: only the newest of each kind is kept, at most one
   * per endpoint.
   */
  private final class MediaEvents implements ConferenceMedia.Listener {
    private final AtomicReference<@Nullable String> speaker = new AtomicReference<>();
    private final Map<String, Boolean> presence = new ConcurrentHashMap<>();
    private final EventLoop.Signal changed = loop.signal(this::tellConference);

    @Override
    public void onDominantSpeaker(MediaEndpoint endpoint) {
      speaker.set(endpoint.id());
      changed.raise();
    }

    @Override
    public void onVideoPresence(MediaEndpoint endpoint, boolean present) {
      presence.put(endpoint.id(), present);
      changed.raise();
    }

    private void tellConference() {
      for (String endpointId : presence.keySet()) {
        Boolean present = presence.remove(endpointId);
        if (present != null) {
          conference.videoPresence(endpointId, present);
        }
      }
      String endpointId = speaker.getAndSet(null);
      if (endpointId != null) {
        conference.dominantSpeaker(endpointId);
      }
    }
  }
}
