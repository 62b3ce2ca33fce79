package org.plenum.media.audio.playout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.media.audio.codec.AudioCodecs;
import org.plenum.media.audio.codec.AudioEncoder;
import org.plenum.media.audio.dsp.Frame;
import org.plenum.media.codec.AudioCodec;
import org.plenum.media.rtp.RtpPacket;
import org.plenum.media.testing.Tones;

/** A tone sent through networks of all kinds, on simulated time in steps of a millisecond. */
class PlayoutTest {

  private static final double HERTZ = 425;
  private static final int TYPE = 0;
  private static final int SECONDS = 20;

  private final AudioCodecs codecs = new AudioCodecs();
  private Playout playout = new Playout(codecs);
  private int heardFrames;
  private final float[] heard = new float[Frame.SAMPLE_RATE * SECONDS];

  @AfterEach
  void close() {
    playout.close();
    assertThat(codecs.open()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20, 30, 40, 60})
  void aSteadyStreamIsPlayedWhole(int packetMillis) {
    run(AudioCodec.PCMU, packetMillis, packet -> packet * packetMillis, packet -> false);

    assertThat(playout.concealedSamples()).isZero();
    assertThat(playout.latePackets()).isZero();
    assertClean(-30);
  }

  @Test
  void reorderedPacketsArePutInOrder() {
    // Of every ten packets the fourth arrives 45 ms late, after two of its followers.
    run(AudioCodec.PCMU, 20, packet -> packet * 20 + (packet % 10 == 4 ? 45 : 0), packet -> false);

    assertThat(playout.concealedSamples()).isLessThan(Frame.SAMPLE_RATE / 5);
    assertClean(-30);
  }

  @Test
  void jitterIsAbsorbed() {
    run(AudioCodec.PCMU, 20, packet -> packet * 20 + (packet * 7919 % 60), packet -> false);

    assertThat(playout.concealedSamples()).isLessThan(Frame.SAMPLE_RATE / 2);
    assertClean(-25);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PCMU", "G722", "OPUS"})
  void singleLossesAreConcealed(String codec) {
    run(AudioCodec.valueOf(codec), 20, packet -> packet * 20, packet -> packet % 20 == 7);

    assertClean(-18);
    for (int i = Frame.SAMPLE_RATE * 2; i + Frame.SAMPLES < heardSamples(); i += Frame.SAMPLES) {
      float[] frame = Arrays.copyOfRange(heard, i, i + Frame.SAMPLES);
      assertThat(Frame.levelDb(frame, Frame.SAMPLES)).as("frame at %d", i).isGreaterThan(-24);
    }
  }

  @Test
  void aSenderWithAFastClockIsFollowed() {
    // 2 percent fast: without adaptation 400 ms would pile up.
    run(AudioCodec.PCMU, 20, packet -> packet * 196 / 10, packet -> false);

    assertThat(playout.latePackets()).isZero();
    assertClean(-25);
  }

  @Test
  void aSenderWithASlowClockIsFollowed() {
    run(AudioCodec.PCMU, 20, packet -> packet * 204 / 10, packet -> false);

    assertClean(-20);
  }

  @Test
  void aBurstAfterAStallLeavesNoLastingDelay() {
    // Everything of the fifth second arrives at its end.
    run(
        AudioCodec.PCMU,
        20,
        packet -> packet * 20 >= 5000 && packet * 20 < 6000 ? 6000 : packet * 20,
        packet -> false);

    assertThat(queuedMillis()).isLessThan(200);
    assertClean(-25);
  }

  @Test
  void silenceIsReportedWhenTheStreamStops() {
    run(AudioCodec.PCMU, 20, packet -> packet * 20, packet -> packet > 500);
    float[] frame = new float[Frame.SAMPLES];

    assertThat(playout.read(frame)).isFalse();
    assertThat(frame).containsOnly(0);
  }

  private int queuedMillis() {
    float[] frame = new float[Frame.SAMPLES];
    int ticks = 0;
    while (playout.read(frame)) {
      ticks++;
    }
    return ticks * Frame.MILLIS;
  }

  /** Sends packets at the given times and plays them, for {@link #SECONDS}. */
  private void run(
      AudioCodec codec, int packetMillis, IntUnaryOperator arrivalMillis, IntPredicate lost) {
    playout.configure(Map.of(TYPE, codec));
    int packets = SECONDS * 1000 / packetMillis;
    int samples = codec.sampleRate() / 1000 * packetMillis;
    byte[][] sent = new byte[packets][];
    try (AudioEncoder encoder = codecs.encoder(codec, samples, 64, true)) {
      byte[] buffer = new byte[1500];
      for (int i = 0; i < packets; i++) {
        int length = encoder.encode(tone(codec, (long) i * samples, samples), samples, buffer);
        sent[i] = new byte[12 + length];
        RtpPacket.writeHeader(
            sent[i], 0, false, TYPE, i + 65_000, i * codec.clockRate() / 1000 * packetMillis, 1);
        System.arraycopy(buffer, 0, sent[i], 12, length);
      }
    }
    boolean[] inserted = new boolean[packets];
    RtpPacket view = new RtpPacket();
    float[] frame = new float[Frame.SAMPLES];
    for (int now = 0; now < SECONDS * 1000; now++) {
      for (int i = 0; i < packets; i++) {
        if (!inserted[i] && arrivalMillis.applyAsInt(i) <= now) {
          inserted[i] = true;
          if (!lost.test(i)) {
            view.parse(sent[i], 0, sent[i].length);
            playout.insert(view, codec.clockRate(), TimeUnit.MILLISECONDS.toNanos(now));
          }
        }
      }
      if (now % Frame.MILLIS == 7) {
        playout.read(frame);
        System.arraycopy(frame, 0, heard, heardFrames * Frame.SAMPLES, Frame.SAMPLES);
        heardFrames++;
      }
    }
  }

  private int heardSamples() {
    return heardFrames * Frame.SAMPLES;
  }

  /** The last seconds hold the tone at its level, and nothing beside it above a limit. */
  private void assertClean(double limitDb) {
    int count = Frame.SAMPLE_RATE * 4;
    int from = heardSamples() - count;
    double tone = Tones.levelDb(heard, from, Frame.SAMPLE_RATE, HERTZ, Frame.SAMPLE_RATE);
    double beside = -200;
    for (double hertz = 100; hertz < 3800; hertz += 25) {
      if (Math.abs(hertz - HERTZ) > 60) {
        beside =
            Math.max(
                beside, Tones.levelDb(heard, from, Frame.SAMPLE_RATE, hertz, Frame.SAMPLE_RATE));
      }
    }
    assertThat(tone).as("level of the tone").isBetween(-9.0, -5.0);
    assertThat(beside).as("strongest other component").isLessThan(limitDb);
  }

  private static float[] tone(AudioCodec codec, long position, int count) {
    float[] samples = new float[count];
    for (int i = 0; i < count; i++) {
      samples[i] =
          (float) (0.5 * Math.sin(2 * Math.PI * HERTZ * (position + i) / codec.sampleRate()));
    }
    return samples;
  }
}
