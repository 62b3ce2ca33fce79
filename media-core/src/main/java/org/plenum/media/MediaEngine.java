package org.plenum.media;

import java.net.InetAddress;
import java.net.SocketException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.plenum.media.audio.codec.AudioCodecs;
import org.plenum.media.clock.MediaClock;
import org.plenum.media.clock.TimeSource;
import org.plenum.media.conference.ConferenceMedia;
import org.plenum.media.conference.VideoPipeline;
import org.plenum.media.dtls.DtlsIdentity;
import org.plenum.media.rtp.SessionEnvironment;
import org.plenum.media.transport.PortPairs;
import org.plenum.media.transport.SocketLoops;
import org.plenum.media.transport.StreamSocketFactory;
import org.plenum.media.transport.StreamSockets;

/**
 * The media plane of one process: sockets, clocks, codecs, and the endpoints and conferences that
 * use them. Thread-safe. Closing releases everything, whatever is still open.
 */
public final class MediaEngine implements AutoCloseable {

  private static final int MAX_SOCKET_THREADS = 4;
  private static final int CNAME_OCTETS = 12;
  // Longer than any jitter, far shorter than the media timeout.
  private static final long LATCH_SILENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final MediaEngineConfig config;
  private final VideoPipeline video;
  private final SecureRandom random = new SecureRandom();
  private final AudioCodecs codecs = new AudioCodecs();
  private final PortPairs ports;
  private final SocketLoops loops;
  private final StreamSocketFactory sockets;
  private final SessionEnvironment environment;
  private final List<MediaClock> clocks;
  private final Membership membership;
  private final Map<String, EngineEndpoint> endpoints = new ConcurrentHashMap<>();
  private final Map<EngineConference, Boolean> conferences = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /**
   * Starts the threads of the media plane; no port is bound before an endpoint is opened.
   *
   * @param video the video half; closed with the engine
   */
  public MediaEngine(MediaEngineConfig config, VideoPipeline video) {
    this.config = config;
    this.video = video;
    codecs.preload();
    int processors = Runtime.getRuntime().availableProcessors();
    TimeSource time = TimeSource.system();
    ports = new PortPairs(config.ports().first(), config.ports().last());
    loops = new SocketLoops(Math.min(MAX_SOCKET_THREADS, processors));
    sockets = new StreamSocketFactory(loops, config.bindAddress(), ports);
    environment = new SessionEnvironment(time, random, new DtlsIdentity(), LATCH_SILENCE_NANOS);
    clocks =
        IntStream.range(0, processors)
            .mapToObj(index -> new MediaClock("media-clock-" + index, time))
            .toList();
    membership = new Membership(clocks.getFirst());
  }

  /** Address that session descriptions name. */
  public InetAddress advertisedAddress() {
    return config.advertisedAddress().orElse(config.bindAddress());
  }

  /**
   * Opens an endpoint and binds its ports. Must not be called on a media thread.
   *
   * @param id unique among open endpoints
   * @throws PortsExhaustedException if no ports are free
   * @throws SocketException if binding fails for another reason
   * @throws IllegalArgumentException if the identifier is in use
   * @throws IllegalStateException if the engine is closed
   */
  public MediaEndpoint open(String id, MediaEndpoint.Listener listener)
      throws PortsExhaustedException, SocketException {
    if (closed) {
      throw new IllegalStateException("the media engine is closed");
    }
    EngineEndpoint.EndpointSockets bound = bind();
    EngineEndpoint endpoint =
        new EngineEndpoint(
            id,
            bound,
            environment,
            codecs,
            video,
            cname(),
            config.mediaTimeout().toNanos(),
            listener,
            this::onClosed,
            this::release);
    if (endpoints.putIfAbsent(id, endpoint) != null) {
      endpoint.close();
      throw new IllegalArgumentException("endpoint " + id + " is open already");
    }
    membership.opened(endpoint);
    return endpoint;
  }

  private EngineEndpoint.EndpointSockets bind() throws PortsExhaustedException, SocketException {
    var loop = loops.next();
    StreamSockets audio =
        sockets
            .bind(loop, config.audioDscp())
            .orElseThrow(() -> new PortsExhaustedException(config.ports()));
    Optional<StreamSockets> videoSockets = Optional.empty();
    try {
      videoSockets = sockets.bind(loop, config.videoDscp());
      return new EngineEndpoint.EndpointSockets(
          loop, audio, videoSockets.orElseThrow(() -> new PortsExhaustedException(config.ports())));
    } finally {
      if (videoSockets.isEmpty()) {
        sockets.release(audio);
      }
    }
  }

  private void onClosed(EngineEndpoint endpoint) {
    endpoints.remove(endpoint.id(), endpoint);
    membership.closed(endpoint);
  }

  private void release(EngineEndpoint.EndpointSockets bound) {
    sockets.release(bound.audio());
    sockets.release(bound.video());
  }

  /** A canonical name that tells nothing about the node (RFC 7022 section 4.2). */
  private String cname() {
    byte[] octets = new byte[CNAME_OCTETS];
    random.nextBytes(octets);
    return HexFormat.of().formatHex(octets);
  }

  /** Creates a conference on the clock that has least to do. */
  public ConferenceMedia createConference(String name, ConferenceMedia.Listener listener) {
    if (closed) {
      throw new IllegalStateException("the media engine is closed");
    }
    MediaClock clock = clocks.stream().min(Comparator.comparingInt(MediaClock::load)).orElseThrow();
    EngineConference conference =
        new EngineConference(name, listener, video, clock, membership, conferences::remove);
    conferences.put(conference, true);
    return conference;
  }

  /** What is in use now. */
  public EngineUsage usage() {
    return new EngineUsage(
        endpoints.size(), conferences.size(), ports.taken(), ports.size(), codecs.open());
  }

  /** Closes endpoints and conferences, stops all threads and releases native memory. Idempotent. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    new ArrayList<>(conferences.keySet()).forEach(EngineConference::close);
    new ArrayList<>(endpoints.values()).forEach(EngineEndpoint::close);
    clocks.forEach(MediaClock::close);
    video.close();
    loops.close();
  }
}
