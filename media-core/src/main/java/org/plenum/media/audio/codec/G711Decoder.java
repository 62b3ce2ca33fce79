package org.plenum.media.audio.codec;

/** PCMU or PCMA to samples (RFC 3551 section 4.5.14). */
final class G711Decoder implements AudioDecoder {

  private static final int SAMPLE_RATE = 8_000;

  private final G711 law;

  G711Decoder(G711 law) {
    this.law = law;
  }

  @Override
  public int sampleRate() {
    return SAMPLE_RATE;
  }

  @Override
  public int decode(byte[] payload, int offset, int length, float[] output) {
    int samples = Math.min(length, MAX_SAMPLES);
    for (int i = 0; i < samples; i++) {
      output[i] = law.decode(payload[offset + i]);
    }
    return samples;
  }

  @Override
  public void close() {
    // Holds no native memory.
  }
}
