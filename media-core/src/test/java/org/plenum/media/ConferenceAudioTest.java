package org.plenum.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenum.media.codec.AudioCodec;
import org.plenum.media.conference.ConferenceMedia;
import org.plenum.media.plan.Direction;
import org.plenum.media.plan.Keying;
import org.plenum.media.plan.MediaPlan;
import org.plenum.media.testing.NoVideo;
import org.plenum.media.testing.Phone;
import org.plenum.media.testing.Recorder;

/** Phones on real sockets in one conference of an engine. */
class ConferenceAudioTest {

  private static final double[] TONES = {440, 1000, 1700};
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Queue<String> speakers = new ConcurrentLinkedQueue<>();
  private final List<Phone> phones = new ArrayList<>();
  private final List<MediaEndpoint> endpoints = new ArrayList<>();
  private MediaEngine engine;
  private ConferenceMedia conference;

  @BeforeEach
  void start() {
    engine =
        new MediaEngine(
            MediaEngineConfig.on(InetAddress.getLoopbackAddress())
                .withPorts(new PortRange(60_000, 60_999)),
            new NoVideo());
    conference =
        engine.createConference(
            "test",
            new ConferenceMedia.Listener() {
              @Override
              public void onDominantSpeaker(MediaEndpoint endpoint) {
                speakers.add(endpoint.id());
              }

              @Override
              public void onVideoPresence(MediaEndpoint endpoint, boolean present) {}
            });
  }

  @AfterEach
  void stop() {
    phones.forEach(Phone::close);
    engine.close();
  }

  private Phone join(double hertz, AudioCodec codec) throws Exception {
    return join(hertz, codec, new Keying.None(), new Keying.None());
  }

  private Phone join(double hertz, AudioCodec codec, Keying local, Keying ofPhone)
      throws Exception {
    Phone phone = new Phone(hertz);
    phones.add(phone);
    MediaEndpoint endpoint = engine.open("e" + phones.size(), new Recorder());
    endpoints.add(endpoint);
    endpoint.configure(
        new MediaPlan(
            Optional.of(Phone.plan(phone.port(), codec, local, Direction.SENDRECV)),
            Optional.empty()));
    phone.connect(endpoint.audioPort(), codec, ofPhone);
    conference.add(endpoint);
    return phone;
  }

  @Test
  void everyPhoneHearsTheOthersAndNotItself() throws Exception {
    AudioCodec[] codecs = {AudioCodec.PCMU, AudioCodec.OPUS, AudioCodec.G722};
    for (int i = 0; i < codecs.length; i++) {
      join(TONES[i], codecs[i]);
    }
    await()
        .atMost(PATIENCE)
        .until(() -> phones.stream().allMatch(phone -> phone.recordedSeconds() > 4));

    for (int listener = 0; listener < codecs.length; listener++) {
      double own = phones.get(listener).heardDb(TONES[listener], 1);
      for (int talker = 0; talker < codecs.length; talker++) {
        if (talker != listener) {
          assertThat(phones.get(listener).heardDb(TONES[talker], 1))
              .as("%s hears %.0f Hz", codecs[listener], TONES[talker])
              .isGreaterThan(-24)
              .isGreaterThan(own + 30);
        }
      }
    }
  }

  @Test
  void theLouderTalkerBecomesDominant() throws Exception {
    join(440, AudioCodec.PCMU).amplitude(0.02);
    await().atMost(PATIENCE).until(() -> speakers.contains("e1"));
    join(1000, AudioCodec.PCMA).amplitude(0.4);

    await().atMost(PATIENCE).until(() -> speakers.contains("e2"));
    assertThat(speakers).containsExactly("e1", "e2");
  }

  @Test
  void aMutedPhoneIsNotHeard() throws Exception {
    join(440, AudioCodec.PCMU);
    Phone listener = join(1000, AudioCodec.PCMU);
    await().atMost(PATIENCE).until(() -> listener.heardDb(440, 0.5) > -25);
    conference.setMuted(endpoints.getFirst(), true);
    await().atMost(PATIENCE).until(() -> listener.heardDb(440, 0.5) < -80);
    conference.setMuted(endpoints.getFirst(), false);

    await().atMost(PATIENCE).until(() -> listener.heardDb(440, 0.5) > -25);
  }

  @Test
  void whoLeavesHearsSilenceAndIsNotHeard() throws Exception {
    Phone leaver = join(440, AudioCodec.PCMU);
    Phone stayer = join(1000, AudioCodec.PCMU);
    await().atMost(PATIENCE).until(() -> stayer.heardDb(440, 0.5) > -25);
    conference.remove(endpoints.getFirst());
    await()
        .atMost(PATIENCE)
        .until(() -> stayer.heardDb(440, 0.5) < -80 && leaver.heardDb(1000, 0.5) < -80);

    long received = leaver.session().stats().rxPackets();
    await().atMost(PATIENCE).until(() -> leaver.session().stats().rxPackets() > received + 20);
  }

  @Test
  void aNewCodecIsUsedWithoutAGap() throws Exception {
    join(440, AudioCodec.PCMU);
    Phone listener = join(1000, AudioCodec.PCMU);
    await().atMost(PATIENCE).until(() -> listener.heardDb(440, 1) > -22);
    listener.rewind();
    AudioCodec next = AudioCodec.OPUS;
    endpoints
        .get(1)
        .configure(
            new MediaPlan(
                Optional.of(
                    Phone.plan(listener.port(), next, new Keying.None(), Direction.SENDRECV)),
                Optional.empty()));
    listener.connect(endpoints.get(1).audioPort(), next, new Keying.None());
    await().atMost(PATIENCE).until(() -> listener.recordedSeconds() > 2);

    assertThat(listener.heardDb(440, 1)).isGreaterThan(-22);
    assertThat(endpoints.get(1).stats().streams().getFirst().rxCodec()).isEqualTo("opus");
  }
}
