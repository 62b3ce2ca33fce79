package org.plenum.media;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.plenum.media.audio.AudioChannel;
import org.plenum.media.audio.codec.AudioCodecs;
import org.plenum.media.audio.dsp.Frame;
import org.plenum.media.clock.MediaClock;
import org.plenum.media.clock.TimeSource;
import org.plenum.media.codec.AudioCodec;
import org.plenum.media.conference.VideoPipeline;
import org.plenum.media.conference.VideoStats;
import org.plenum.media.conference.VideoStream;
import org.plenum.media.plan.MediaPlan;
import org.plenum.media.rtp.RtpSession;
import org.plenum.media.rtp.SessionEnvironment;
import org.plenum.media.rtp.SessionStats;
import org.plenum.media.transport.StreamSockets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One endpoint: an RTP session each for sound and pictures, and what is behind them. Outside a
 * conference it hears silence, so that packets flow both ways from the first moment.
 */
final class EngineEndpoint implements MediaEndpoint, MediaClock.Ticked {

  private static final Logger LOG = LoggerFactory.getLogger(EngineEndpoint.class);
  private static final long TICK_MILLIS = 20;
  private static final float[] SILENCE = new float[Frame.SAMPLES];

  private final String id;
  private final EndpointSockets sockets;
  private final String fingerprint;
  private final TimeSource time;
  private final Listener listener;
  private final MediaTimeout timeout;
  private final Consumer<EngineEndpoint> onClosed;
  private final Consumer<EndpointSockets> releaseSockets;

  private final RtpSession audioSession;
  private final RtpSession videoSession;
  private final AudioChannel audio;
  private final VideoStream video;
  private final ScheduledFuture<?> ticks;
  private final float[] unheard = new float[Frame.SAMPLES];

  private volatile MediaPlan plan = new MediaPlan(Optional.empty(), Optional.empty());
  private boolean closed;

  /** The loop of an endpoint and the sockets of both its streams. */
  record EndpointSockets(EventLoop loop, StreamSockets audio, StreamSockets video) {}

  EngineEndpoint(
      String id,
      EndpointSockets sockets,
      SessionEnvironment environment,
      AudioCodecs codecs,
      VideoPipeline pipeline,
      String cname,
      long timeoutNanos,
      Listener listener,
      Consumer<EngineEndpoint> onClosed,
      Consumer<EndpointSockets> releaseSockets) {
    this.id = id;
    this.sockets = sockets;
    this.fingerprint = environment.identity().fingerprint();
    this.time = environment.time();
    this.listener = listener;
    this.timeout = new MediaTimeout(timeoutNanos);
    this.onClosed = onClosed;
    this.releaseSockets = releaseSockets;
    audioSession = new RtpSession(environment, sockets.audio(), cname, listener::onSecurityFailure);
    videoSession = new RtpSession(environment, sockets.video(), cname, listener::onSecurityFailure);
    audio =
        new AudioChannel(
            codecs, audioSession, environment.random(), listener::onDtmf, listener::onFirstMedia);
    video = pipeline.open(id, videoSession);
    audioSession.start(audio);
    videoSession.start(video);
    ticks =
        sockets
            .loop()
            .scheduleAtFixedRate(this::housekeep, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int audioPort() {
    return sockets.audio().rtp().port();
  }

  @Override
  public int videoPort() {
    return sockets.video().rtp().port();
  }

  @Override
  public String dtlsFingerprint() {
    return fingerprint;
  }

  AudioChannel audio() {
    return audio;
  }

  VideoStream video() {
    return video;
  }

  @Override
  public synchronized void configure(MediaPlan next) {
    if (closed) {
      return;
    }
    plan = next;
    next.audio()
        .ifPresentOrElse(
            agreed -> {
              audio.configure(agreed);
              audioSession.configure(agreed);
            },
            () -> {
              audioSession.disable();
              audio.disable();
            });
    next.video().ifPresentOrElse(videoSession::configure, videoSession::disable);
    video.configure(next.video());
  }

  @Override
  public void sendDtmf(String digits) {
    audio.sendDigits(digits);
  }

  @Override
  public void refreshPicture() {
    // On the loop, where PLI and FIR of the other side come from as well.
    sockets.loop().execute(video::onKeyFrameRequested);
  }

  /** Outside a conference: what arrives is not heard, what is sent is silence. */
  @Override
  public void tick() {
    audio.read(unheard);
    audio.write(SILENCE);
  }

  private void housekeep() {
    try {
      sendDueAndCheckTimeout();
    } catch (RuntimeException e) {
      // Thrown on, it would end the repetition, and with it reports and the timeout of this call.
      LOG.error("housekeeping of endpoint {} failed", id, e);
    }
  }

  private void sendDueAndCheckTimeout() {
    long now = time.nanoTime();
    audioSession.tick();
    videoSession.tick();
    audio.tick(now);
    boolean receiving = audioSession.receives() || videoSession.receives();
    if (timeout.expired(receiving, lastArrival(now), now)) {
      listener.onMediaTimeout();
    }
  }

  private long lastArrival(long now) {
    long age = Long.MAX_VALUE;
    if (audioSession.receives()) {
      age = now - audioSession.lastArrivalNanos();
    }
    if (videoSession.receives()) {
      age = Math.min(age, now - videoSession.lastArrivalNanos());
    }
    return now - age;
  }

  @Override
  public EndpointStats stats() {
    MediaPlan current = plan;
    List<EndpointStats.Stream> streams = new ArrayList<>(2);
    current
        .audio()
        .ifPresent(
            agreed -> {
              SessionStats counters = audioSession.stats();
              AudioCodec received = agreed.receive().get(counters.rxPayloadType());
              streams.add(
                  stream(
                      "audio",
                      agreed.sendCodec().encodingName(),
                      received == null ? "" : received.encodingName(),
                      counters,
                      VideoStats.NONE));
            });
    current
        .video()
        .ifPresent(
            agreed -> {
              VideoStats pictures = video.stats();
              streams.add(
                  stream(
                      "video",
                      pictures.txCodec(),
                      pictures.rxCodec(),
                      videoSession.stats(),
                      pictures));
            });
    return new EndpointStats(streams);
  }

  private static EndpointStats.Stream stream(
      String type, String txCodec, String rxCodec, SessionStats counters, VideoStats pictures) {
    return new EndpointStats.Stream(
        type,
        txCodec,
        rxCodec,
        counters.txKbps(),
        counters.rxKbps(),
        counters.txPackets(),
        counters.rxPackets(),
        counters.txLost(),
        counters.rxLost(),
        counters.rxJitterMillis(),
        pictures.txResolution(),
        pictures.rxResolution(),
        pictures.txFps(),
        pictures.rxFps(),
        counters.roundTripMillis(),
        counters.encrypted());
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    ticks.cancel(false);
    onClosed.accept(this);
    audioSession.close();
    videoSession.close();
    audio.close();
    video.close();
    releaseSockets.accept(sockets);
  }
}
