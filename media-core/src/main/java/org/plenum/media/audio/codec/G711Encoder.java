package org.plenum.media.audio.codec;

/** Samples to PCMU or PCMA (RFC 3551 section 4.5.14). */
final class G711Encoder implements AudioEncoder {

  private static final int SAMPLE_RATE = 8_000;

  private final G711 law;

  G711Encoder(G711 law) {
    this.law = law;
  }

  @Override
  public int sampleRate() {
    return SAMPLE_RATE;
  }

  @Override
  public int encode(float[] samples, int count, byte[] output) {
    for (int i = 0; i < count; i++) {
      output[i] = law.encode(samples[i]);
    }
    return count;
  }

  @Override
  public void close() {
    // Holds no native memory.
  }
}
