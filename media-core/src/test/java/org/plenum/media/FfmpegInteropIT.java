package org.plenum.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.media.codec.AudioCodec;
import org.plenum.media.conference.ConferenceMedia;
import org.plenum.media.plan.Direction;
import org.plenum.media.plan.Keying;
import org.plenum.media.plan.Keying.SrtpSuite;
import org.plenum.media.plan.MediaPlan;
import org.plenum.media.testing.NoVideo;
import org.plenum.media.testing.Phone;
import org.plenum.media.testing.Recorder;
import org.plenum.media.testing.Tones;

/** An ffmpeg process speaks into a conference and another one records it. */
class FfmpegInteropIT {

  private static final int HERTZ = 700;
  private static final int SECONDS = 4;
  private static final int RATE = 16_000;
  private static final byte[] KEY = new byte[30];

  static {
    new Random(5).nextBytes(KEY);
  }

  @TempDir Path folder;
  private final List<Process> processes = new ArrayList<>();
  private MediaEngine engine;
  private ConferenceMedia conference;

  @BeforeEach
  void start() {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/ffmpeg")), "ffmpeg is not installed");
    engine =
        new MediaEngine(
            MediaEngineConfig.on(InetAddress.getLoopbackAddress())
                .withPorts(new PortRange(56_000, 56_999)),
            new NoVideo());
    conference =
        engine.createConference(
            "interop",
            new ConferenceMedia.Listener() {
              @Override
              public void onDominantSpeaker(MediaEndpoint endpoint) {}

              @Override
              public void onVideoPresence(MediaEndpoint endpoint, boolean present) {}
            });
  }

  @AfterEach
  void stop() {
    processes.forEach(Process::destroyForcibly);
    if (engine != null) {
      engine.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PCMU, pcm_mulaw, false",
    "PCMA, pcm_alaw, true",
    "G722, g722, false",
    "OPUS, libopus, true"
  })
  void soundPassesInBothDirections(AudioCodec codec, String encoder, boolean encrypted)
      throws Exception {
    MediaEndpoint talker = engine.open("talker", new Recorder());
    MediaEndpoint listener = engine.open("listener", new Recorder());
    int recorderPort = freeEvenPort();
    configure(talker, freeEvenPort(), codec, encrypted);
    configure(listener, recorderPort, codec, encrypted);
    conference.add(talker);
    conference.add(listener);

    Path recording = folder.resolve("heard.raw");
    Process recorder = record(recorderPort, codec, encrypted, recording);
    speak(talker.audioPort(), codec, encoder, encrypted);

    assertThat(recorder.waitFor(SECONDS + 20, TimeUnit.SECONDS)).isTrue();
    float[] heard = samples(recording);
    assertThat(heard.length).isGreaterThan(2 * RATE);
    assertThat(Tones.levelDb(heard, heard.length - RATE, RATE, HERTZ, RATE)).isGreaterThan(-25);
    assertThat(Tones.levelDb(heard, heard.length - RATE, RATE, 2 * HERTZ, RATE)).isLessThan(-45);
    assertThat(talker.stats().streams().getFirst().encrypted()).isEqualTo(encrypted);
  }

  private static void configure(
      MediaEndpoint endpoint, int remotePort, AudioCodec codec, boolean encrypted) {
    Keying keying =
        encrypted
            ? new Keying.Sdes(SrtpSuite.AES_CM_128_HMAC_SHA1_80, KEY, KEY)
            : new Keying.None();
    endpoint.configure(
        new MediaPlan(
            Optional.of(Phone.plan(remotePort, codec, keying, Direction.SENDRECV)),
            Optional.empty()));
  }

  private void speak(int port, AudioCodec codec, String encoder, boolean encrypted)
      throws Exception {
    List<String> command =
        new ArrayList<>(List.of("ffmpeg", "-v", "error", "-re", "-f", "lavfi", "-i"));
    command.add("sine=f=" + HERTZ + ":r=48000:d=" + (SECONDS + 10));
    command.addAll(List.of("-ac", "1", "-ar", String.valueOf(codec.sampleRate())));
    command.addAll(List.of("-c:a", encoder, "-payload_type", String.valueOf(type(codec))));
    if (encrypted) {
      command.addAll(List.of("-srtp_out_suite", "AES_CM_128_HMAC_SHA1_80"));
      command.addAll(List.of("-srtp_out_params", Base64.getEncoder().encodeToString(KEY)));
    }
    command.addAll(List.of("-f", "rtp", (encrypted ? "srtp" : "rtp") + "://127.0.0.1:" + port));
    start(command, "speaker.log");
  }

  private Process record(int port, AudioCodec codec, boolean encrypted, Path recording)
      throws Exception {
    String crypto =
        encrypted
            ? "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:"
                + Base64.getEncoder().encodeToString(KEY)
                + "\n"
            : "";
    Path description =
        Files.writeString(
            folder.resolve("session.sdp"),
            """
            v=0
            o=- 0 0 IN IP4 127.0.0.1
            s=-
            c=IN IP4 127.0.0.1
            t=0 0
            m=audio %d RTP/%s %d
            a=rtpmap:%d %s/%d%s
            %s"""
                .formatted(
                    port,
                    encrypted ? "SAVP" : "AVP",
                    type(codec),
                    type(codec),
                    codec.encodingName(),
                    codec.clockRate(),
                    codec.channels() == 2 ? "/2" : "",
                    crypto));
    return start(
        List.of(
            "ffmpeg",
            "-v",
            "error",
            "-protocol_whitelist",
            "file,udp,rtp,srtp",
            "-i",
            description.toString(),
            "-t",
            String.valueOf(SECONDS),
            "-ac",
            "1",
            "-ar",
            String.valueOf(RATE),
            "-f",
            "s16le",
            recording.toString()),
        "recorder.log");
  }

  private Process start(List<String> command, String log) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(log).toFile())
            .start();
    processes.add(process);
    return process;
  }

  private static int type(AudioCodec codec) {
    return codec.staticPayloadType() >= 0 ? codec.staticPayloadType() : 96;
  }

  private static int freeEvenPort() throws Exception {
    while (true) {
      try (DatagramSocket probe = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
        if (probe.getLocalPort() % 2 == 0) {
          return probe.getLocalPort();
        }
      }
    }
  }

  private static float[] samples(Path raw) throws Exception {
    ByteBuffer octets = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
    float[] samples = new float[octets.remaining() / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = octets.getShort() / 32_768f;
    }
    return samples;
  }
}
