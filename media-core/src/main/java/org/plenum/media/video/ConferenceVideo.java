package org.plenum.media.video;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plenum.media.conference.VideoConference;
import org.plenum.media.conference.VideoStream;
import org.plenum.media.conference.View;
import org.plenum.media.video.codec.EncoderFormat;
import org.plenum.media.video.compose.CompositionSet;
import org.plenum.media.video.compose.VideoWorkshop;
import org.plenum.media.video.receive.VideoSource;
import org.plenum.media.video.schedule.FrameClock;
import org.plenum.media.video.schedule.FrameRateLimiter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pictures of one conference. Calls only note what is wanted; the frame clock puts it in force,
 * so that the many view changes of one event become one change of compositions.
 */
final class ConferenceVideo implements VideoConference, FrameClock.Listener {

  private static final Logger LOG = LoggerFactory.getLogger(ConferenceVideo.class);

  /** Encoders that lost their last receiver are looked for this often, in ticks. */
  private static final int PRUNE_TICKS = 10;

  private final String name;
  private final Listener listener;
  private final VideoWorkshop workshop;
  private final FrameClock clock;
  private final Consumer<VideoConference> onClosed;
  private final CompositionSet compositions;
  private final Map<String, VideoSource> sources = new ConcurrentHashMap<>();
  private final FrameRateLimiter limiter = new FrameRateLimiter();

  // Guarded by this.
  private final Map<VideoStream, Member> members = new LinkedHashMap<>();
  private boolean demandsChanged;
  private boolean sourcesChanged;
  private boolean closed;
  private int ticks;

  private static final class Member {
    private final EndpointVideo video;
    private @Nullable View view;
    private @Nullable EncoderFormat format;
    private boolean present;

    private Member(EndpointVideo video) {
      this.video = video;
    }
  }

  private record Presence(VideoStream stream, boolean present) {}

  ConferenceVideo(
      String name,
      Listener listener,
      VideoWorkshop workshop,
      FrameClock clock,
      Consumer<VideoConference> onClosed) {
    this.onClosed = onClosed;
    this.name = name;
    this.listener = listener;
    this.workshop = workshop;
    this.clock = clock;
    compositions = new CompositionSet(sources::get, workshop);
    clock.subscribe(this);
  }

  @Override
  public synchronized void add(VideoStream stream) {
    if (!closed && stream instanceof EndpointVideo video && !video.isClosed()) {
      members.putIfAbsent(stream, new Member(video));
      sources.put(video.endpointId(), video.receiver().source());
      sourcesChanged = true;
    }
  }

  @Override
  public synchronized void remove(VideoStream stream) {
    Member member = members.remove(stream);
    if (member != null) {
      forget(member);
    }
  }

  private void forget(Member member) {
    member.video.sender().unfollow();
    sources.remove(member.video.endpointId(), member.video.receiver().source());
    sourcesChanged = true;
    demandsChanged = true;
  }

  @Override
  public synchronized void setView(VideoStream stream, View view) {
    Member member = members.get(stream);
    if (member != null && !view.equals(member.view)) {
      member.view = view;
      demandsChanged = true;
    }
  }

  @Override
  public void onTick(long nowNanos) {
    List<Presence> changes = List.of();
    synchronized (this) {
      if (closed) {
        return;
      }
      dropClosedStreams();
      changes = presenceChanges(nowNanos);
      applyChanges();
      if (limiter.admits(workshop.governor().framesPerSecond(), nowNanos)) {
        compositions.frameDue(nowNanos);
      }
    }
    for (Presence change : changes) {
      listener.onVideoPresence(change.stream, change.present);
    }
  }

  private void dropClosedStreams() {
    boolean any = false;
    for (Member member : members.values()) {
      any |= member.video.isClosed();
    }
    if (any) {
      List<Member> gone =
          members.values().stream().filter(member -> member.video.isClosed()).toList();
      members.values().removeAll(gone);
      gone.forEach(this::forget);
    }
  }

  private List<Presence> presenceChanges(long nowNanos) {
    List<Presence> changes = List.of();
    for (Member member : members.values()) {
      boolean present = member.video.receiver().isPresent(nowNanos);
      if (present != member.present) {
        member.present = present;
        changes = new ArrayList<>(changes);
        changes.add(new Presence(member.video, present));
      }
    }
    return changes;
  }

  private void applyChanges() {
    for (Member member : members.values()) {
      EncoderFormat format = member.video.sender().format();
      if (format == null ? member.format != null : !format.equals(member.format)) {
        member.format = format;
        demandsChanged = true;
      }
    }
    if (sourcesChanged) {
      sourcesChanged = false;
      compositions.refreshSources();
    }
    if (demandsChanged) {
      demandsChanged = false;
      compositions.assign(demands());
      LOG.debug(
          "{}: {} pictures, {} encoders", name, compositions.pictures(), compositions.encoders());
    } else if (++ticks % PRUNE_TICKS == 0) {
      compositions.prune();
    }
  }

  private List<CompositionSet.Demand> demands() {
    List<CompositionSet.Demand> demands = new ArrayList<>();
    for (Member member : members.values()) {
      if (member.view != null && member.format != null) {
        demands.add(new CompositionSet.Demand(member.video.sender(), member.view, member.format));
      } else {
        member.video.sender().unfollow();
      }
    }
    return demands;
  }

  /** Number of encoders at work. */
  int encoders() {
    return compositions.encoders();
  }

  @Override
  public void close() {
    clock.unsubscribe(this);
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      members.values().forEach(member -> member.video.sender().unfollow());
      members.clear();
      sources.clear();
      compositions.close();
    }
    onClosed.accept(this);
  }
}
