package org.plenum.media;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.plenum.media.audio.mix.AudioMixer;
import org.plenum.media.audio.mix.MixMember;
import org.plenum.media.clock.MediaClock;
import org.plenum.media.conference.ConferenceMedia;
import org.plenum.media.conference.VideoConference;
import org.plenum.media.conference.VideoPipeline;
import org.plenum.media.conference.VideoStream;
import org.plenum.media.conference.View;

/** Joins the mix and the pictures of one conference. */
final class EngineConference implements ConferenceMedia {

  private final Listener listener;
  private final AudioMixer mixer;
  private final VideoConference video;
  private final MediaClock clock;
  private final Membership membership;
  private final Consumer<EngineConference> onClosed;
  private final Map<MixMember, MediaEndpoint> byMember = new ConcurrentHashMap<>();
  private final Map<VideoStream, MediaEndpoint> byStream = new ConcurrentHashMap<>();
  private volatile boolean closed;

  EngineConference(
      String name,
      Listener listener,
      VideoPipeline pipeline,
      MediaClock clock,
      Membership membership,
      Consumer<EngineConference> onClosed) {
    this.listener = listener;
    this.clock = clock;
    this.membership = membership;
    this.onClosed = onClosed;
    mixer = new AudioMixer(this::onDominantSpeaker);
    video = pipeline.createConference(name, this::onVideoPresence);
    clock.add(mixer);
  }

  @Override
  public void add(MediaEndpoint endpoint) {
    membership.join(own(endpoint), this);
  }

  @Override
  public void remove(MediaEndpoint endpoint) {
    membership.leave(own(endpoint), this);
  }

  @Override
  public void setMuted(MediaEndpoint endpoint, boolean muted) {
    mixer.setMuted(own(endpoint).audio(), muted);
  }

  @Override
  public void setView(MediaEndpoint endpoint, View view) {
    video.setView(own(endpoint).video(), view);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    membership.dissolve(this);
    clock.remove(mixer);
    video.close();
    onClosed.accept(this);
  }

  boolean isClosed() {
    return closed;
  }

  /** Puts an endpoint into mix and pictures. Called by {@link Membership} alone. */
  void admit(EngineEndpoint endpoint) {
    byMember.put(endpoint.audio(), endpoint);
    byStream.put(endpoint.video(), endpoint);
    mixer.add(endpoint.audio());
    video.add(endpoint.video());
  }

  /** Takes an endpoint out of mix and pictures. Called by {@link Membership} alone. */
  void expel(EngineEndpoint endpoint) {
    mixer.remove(endpoint.audio());
    video.remove(endpoint.video());
    byMember.remove(endpoint.audio());
    byStream.remove(endpoint.video());
  }

  private void onDominantSpeaker(MixMember member) {
    MediaEndpoint endpoint = byMember.get(member);
    if (endpoint != null) {
      listener.onDominantSpeaker(endpoint);
    }
  }

  private void onVideoPresence(VideoStream stream, boolean present) {
    MediaEndpoint endpoint = byStream.get(stream);
    if (endpoint != null) {
      listener.onVideoPresence(endpoint, present);
    }
  }

  private static EngineEndpoint own(MediaEndpoint endpoint) {
    if (endpoint instanceof EngineEndpoint own) {
      return own;
    }
    throw new IllegalArgumentException("endpoint " + endpoint.id() + " is of another engine");
  }
}
