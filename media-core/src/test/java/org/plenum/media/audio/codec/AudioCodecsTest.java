package org.plenum.media.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plenum.media.codec.AudioCodec;
import org.plenum.media.testing.Tones;

class AudioCodecsTest {

  private static final double HERTZ = 1000;

  private final AudioCodecs codecs = new AudioCodecs();

  @ParameterizedTest
  @EnumSource(AudioCodec.class)
  void aToneSurvives(AudioCodec codec) {
    int packet = codec.sampleRate() / 50;
    float[] heard = new float[codec.sampleRate()];
    float[] decoded = new float[AudioDecoder.MAX_SAMPLES];
    byte[] payload = new byte[AudioEncoder.MAX_PAYLOAD];
    try (AudioEncoder encoder = codecs.encoder(codec, packet, 64, false);
        AudioDecoder decoder = codecs.decoder(codec)) {
      assertThat(encoder.sampleRate()).isEqualTo(codec.sampleRate());
      for (int i = 0; i < 50; i++) {
        int length = encoder.encode(tone(codec, i * packet, packet), packet, payload);
        assertThat(length).isPositive();
        assertThat(decoder.decode(payload, 0, length, decoded)).isEqualTo(packet);
        System.arraycopy(decoded, 0, heard, i * packet, packet);
      }
    }
    int half = codec.sampleRate() / 2;
    double level = Tones.levelDb(heard, half, half, HERTZ, codec.sampleRate());
    assertThat(level).isCloseTo(-12, within(1.0));
    assertThat(noiseDb(heard, half, codec.sampleRate())).isLessThan(level - 25);
  }

  @Test
  void opusFillsAGapFromTheNextPacket() {
    byte[] payload = new byte[AudioEncoder.MAX_PAYLOAD];
    float[] decoded = new float[AudioDecoder.MAX_SAMPLES];
    try (AudioEncoder encoder = codecs.encoder(AudioCodec.OPUS, 960, 24, true);
        AudioDecoder decoder = codecs.decoder(AudioCodec.OPUS)) {
      int length = 0;
      for (int i = 0; i < 20; i++) {
        length = encoder.encode(tone(AudioCodec.OPUS, i * 960, 960), 960, payload);
        if (i < 18) {
          decoder.decode(payload, 0, length, decoded);
        }
      }

      assertThat(decoder.recoverPrevious(payload, 0, length, decoded, 960)).isEqualTo(960);
      assertThat(Tones.levelDb(decoded, 0, 960, HERTZ, 48_000)).isGreaterThan(-20);
      assertThat(decoder.conceal(decoded, 960)).isEqualTo(960);
    }
  }

  @ParameterizedTest
  @EnumSource(AudioCodec.class)
  void randomPayloadsDoNoHarm(AudioCodec codec) {
    Random random = new Random(42);
    float[] decoded = new float[AudioDecoder.MAX_SAMPLES];
    try (AudioDecoder decoder = codecs.decoder(codec)) {
      for (int i = 0; i < 500; i++) {
        byte[] payload = new byte[random.nextInt(1500)];
        random.nextBytes(payload);
        assertThat(decoder.decode(payload, 0, payload.length, decoded))
            .isBetween(0, AudioDecoder.MAX_SAMPLES);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(AudioCodec.class)
  void closedOnesDoNothingAndAreCountedOnce(AudioCodec codec) {
    AudioDecoder decoder = codecs.decoder(codec);
    AudioEncoder encoder = codecs.encoder(codec, codec.sampleRate() / 50, 64, false);
    assertThat(codecs.open()).isEqualTo(2);
    for (int i = 0; i < 2; i++) {
      decoder.close();
      encoder.close();
    }

    assertThat(codecs.open()).isZero();
  }

  private static float[] tone(AudioCodec codec, int position, int count) {
    float[] samples = new float[count];
    for (int i = 0; i < count; i++) {
      samples[i] =
          (float) (0.25 * Math.sin(2 * Math.PI * HERTZ * (position + i) / codec.sampleRate()));
    }
    return samples;
  }

  /** Everything but the tone, by its strongest component on a grid of frequencies. */
  private static double noiseDb(float[] samples, int from, int rate) {
    double strongest = -200;
    for (double hertz = 200; hertz < rate / 2.0 - 200; hertz += 50) {
      if (Math.abs(hertz - HERTZ) > 100) {
        strongest =
            Math.max(strongest, Tones.levelDb(samples, from, samples.length - from, hertz, rate));
      }
    }
    return strongest;
  }
}
