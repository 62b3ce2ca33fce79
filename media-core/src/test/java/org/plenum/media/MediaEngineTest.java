package org.plenum.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenum.media.codec.AudioCodec;
import org.plenum.media.codec.VideoCodec;
import org.plenum.media.conference.ConferenceMedia;
import org.plenum.media.plan.Direction;
import org.plenum.media.plan.Keying;
import org.plenum.media.plan.MediaPlan;
import org.plenum.media.plan.StreamPlan;
import org.plenum.media.plan.VideoFormat;
import org.plenum.media.plan.VideoPlan;
import org.plenum.media.testing.NoVideo;
import org.plenum.media.testing.Phone;
import org.plenum.media.testing.Recorder;

class MediaEngineTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final NoVideo video = new NoVideo();
  private final Recorder recorder = new Recorder();
  private MediaEngine engine;

  @BeforeEach
  void start() {
    engine =
        new MediaEngine(
            MediaEngineConfig.on(LOOPBACK)
                .withPorts(new PortRange(63_000, 64_999))
                .withMediaTimeout(Duration.ofMillis(1500)),
            video);
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void portsAreEvenAndDistinct() throws Exception {
    MediaEndpoint endpoint = engine.open("a", recorder);

    assertThat(endpoint.audioPort()).isEven();
    assertThat(endpoint.videoPort()).isEven().isNotEqualTo(endpoint.audioPort());
    assertThat(endpoint.dtlsFingerprint()).matches("sha-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}");
  }

  @Test
  void anIdentifierIsOpenOnce() throws Exception {
    engine.open("a", recorder);

    assertThatThrownBy(() -> engine.open("a", recorder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("endpoint a");
    assertThat(engine.usage().portPairsTaken()).isEqualTo(2);
  }

  @Test
  void exhaustedPortsAreNamed() throws Exception {
    try (MediaEngine small =
        new MediaEngine(
            MediaEngineConfig.on(LOOPBACK).withPorts(new PortRange(65_000, 65_007)),
            new NoVideo())) {
      MediaEndpoint first = small.open("a", recorder);
      small.open("b", recorder);
      assertThatThrownBy(() -> small.open("c", recorder))
          .isInstanceOf(PortsExhaustedException.class)
          .hasMessageContaining("65000-65007");

      first.close();
      small.open("c", recorder);
      assertThat(small.usage().portPairsTaken()).isEqualTo(4);
    }
  }

  @Test
  void digitsGoBothWays() throws Exception {
    try (Phone phone = new Phone(440)) {
      MediaEndpoint endpoint = engine.open("a", recorder);
      connect(endpoint, phone, Direction.SENDRECV);
      await().atMost(PATIENCE).until(() -> recorder.firstMedia.get() == 1);
      phone.sendDigits("12#");
      endpoint.sendDtmf("987A");

      await().atMost(PATIENCE).until(() -> recorder.digits.size() >= 3);
      await().atMost(PATIENCE).until(() -> phone.digits.size() >= 4);
      assertThat(recorder.digits()).containsExactly('1', '2', '#');
      assertThat(phone.digits).containsExactly('9', '8', '7', 'A');
    }
  }

  @Test
  void aVanishedPeerTimesOutOnce() throws Exception {
    MediaEndpoint endpoint = engine.open("a", recorder);
    try (Phone phone = new Phone(440)) {
      connect(endpoint, phone, Direction.SENDRECV);
      await().atMost(PATIENCE).until(() -> recorder.firstMedia.get() == 1);
      assertThat(recorder.timeouts).hasValue(0);
    }
    await().atMost(PATIENCE).until(() -> recorder.timeouts.get() == 1);
    await().pollDelay(Duration.ofSeconds(2)).until(() -> recorder.timeouts.get() == 1);
  }

  @Test
  void holdStopsTheTimeoutAndTheSending() throws Exception {
    MediaEndpoint endpoint = engine.open("a", recorder);
    try (Phone phone = new Phone(440)) {
      connect(endpoint, phone, Direction.SENDRECV);
      await().atMost(PATIENCE).until(() -> phone.session().stats().rxPackets() > 20);
      configure(endpoint, phone.port(), Direction.INACTIVE);
      phone.connect(
          Phone.plan(endpoint.audioPort(), AudioCodec.PCMU, new Keying.None(), Direction.INACTIVE));
      long silentSince = phone.session().stats().rxPackets();
      await().pollDelay(Duration.ofSeconds(3)).until(() -> recorder.timeouts.get() == 0);
      assertThat(phone.session().stats().rxPackets()).isLessThan(silentSince + 5);

      connect(endpoint, phone, Direction.SENDRECV);
      long resumed = phone.session().stats().rxPackets();
      await().atMost(PATIENCE).until(() -> phone.session().stats().rxPackets() > resumed + 20);
      assertThat(recorder.timeouts).hasValue(0);
    }
  }

  @Test
  void packetsAndReportsAreCounted() throws Exception {
    MediaEndpoint endpoint = engine.open("a", recorder);
    try (Phone phone = new Phone(440)) {
      connect(endpoint, phone, Direction.SENDRECV);
      await()
          .atMost(PATIENCE)
          .until(() -> endpoint.stats().streams().getFirst().roundTripMillis() >= 0);
      EndpointStats.Stream stream = endpoint.stats().streams().getFirst();

      assertThat(stream.type()).isEqualTo("audio");
      assertThat(stream.rxCodec()).isEqualTo("PCMU");
      assertThat(stream.txCodec()).isEqualTo("PCMU");
      assertThat(stream.rxKbps()).isBetween(50, 90);
      assertThat(stream.txKbps()).isBetween(50, 90);
      assertThat(stream.rxPacketsLost()).isZero();
      assertThat(stream.roundTripMillis()).isLessThan(100);
      assertThat(stream.encrypted()).isFalse();
    }
  }

  @Test
  void videoReachesThePipelineWithFeedback() throws Exception {
    VideoCaller first = new VideoCaller();
    VideoCaller second = new VideoCaller();
    try (MediaEngine left =
            new MediaEngine(
                MediaEngineConfig.on(LOOPBACK).withPorts(new PortRange(61_300, 61_349)), first);
        MediaEngine right =
            new MediaEngine(
                MediaEngineConfig.on(LOOPBACK).withPorts(new PortRange(61_350, 61_399)), second)) {
      MediaEndpoint a = left.open("a", recorder);
      MediaEndpoint b = right.open("b", new Recorder());
      a.configure(new MediaPlan(Optional.empty(), Optional.of(videoPlan(b.videoPort()))));
      b.configure(new MediaPlan(Optional.empty(), Optional.of(videoPlan(a.videoPort()))));

      await().atMost(PATIENCE).until(() -> first.packets() > 100 && second.packets() > 100);
      await().atMost(PATIENCE).until(() -> first.keyFrameRequests() > 1);
      // One every 300 ms at most, although one is asked for every 10 ms.
      assertThat(first.keyFrameRequests()).isLessThan(20);
    }
  }

  @Test
  void fiveHundredEndpointsLeaveNothing() throws Exception {
    List<String> names = IntStream.range(0, 50).mapToObj(i -> "e" + i).toList();
    cycle(names);
    int threads = Thread.activeCount();
    long files = openFiles();
    for (int round = 0; round < 10; round++) {
      cycle(names);
    }

    assertThat(engine.usage()).isEqualTo(new EngineUsage(0, 0, 0, 1000, 0));
    assertThat(video.openStreams).hasValue(0);
    assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
    assertThat(openFiles()).isLessThanOrEqualTo(files);
  }

  /** Opens endpoints with all codecs and keyings, lets them meet in a conference, closes them. */
  private void cycle(List<String> names) throws Exception {
    AudioCodec[] codecs = AudioCodec.values();
    try (ConferenceMedia conference = engine.createConference("c", new Deaf())) {
      List<MediaEndpoint> endpoints = new ArrayList<>();
      for (String name : names) {
        MediaEndpoint endpoint = engine.open(name, recorder);
        endpoints.add(endpoint);
        AudioCodec codec = codecs[endpoints.size() % codecs.length];
        Keying keying =
            endpoints.size() % 3 == 0
                ? new Keying.DtlsSrtp("sha-256", new byte[32], endpoints.size() % 2 == 0)
                : new Keying.None();
        endpoint.configure(
            new MediaPlan(
                Optional.of(Phone.plan(endpoint.audioPort(), codec, keying, Direction.SENDRECV)),
                Optional.empty()));
        conference.add(endpoint);
      }
      for (MediaEndpoint endpoint : endpoints) {
        endpoint.close();
        endpoint.close();
      }
    }
  }

  private static long openFiles() throws Exception {
    Path descriptors = Path.of("/proc/self/fd");
    if (!Files.isDirectory(descriptors)) {
      return 0;
    }
    try (Stream<Path> open = Files.list(descriptors)) {
      return open.count();
    }
  }

  private static void connect(MediaEndpoint endpoint, Phone phone, Direction direction) {
    configure(endpoint, phone.port(), direction);
    phone.connect(Phone.plan(endpoint.audioPort(), AudioCodec.PCMU, new Keying.None(), direction));
  }

  private static void configure(MediaEndpoint endpoint, int port, Direction direction) {
    endpoint.configure(
        new MediaPlan(
            Optional.of(Phone.plan(port, AudioCodec.PCMU, new Keying.None(), direction)),
            Optional.empty()));
  }

  static VideoPlan videoPlan(int port) {
    VideoFormat format = new VideoFormat(VideoCodec.VP8, 0, 640, 360, 30);
    InetSocketAddress remote = new InetSocketAddress(LOOPBACK, port);
    return new VideoPlan(
        new StreamPlan(remote, remote, true, new Keying.None(), Direction.SENDRECV, 1000),
        format,
        97,
        Map.of(97, format),
        true,
        true,
        true);
  }

  private static final class Deaf implements ConferenceMedia.Listener {
    @Override
    public void onDominantSpeaker(MediaEndpoint endpoint) {}

    @Override
    public void onVideoPresence(MediaEndpoint endpoint, boolean present) {}
  }
}
