package org.plenum.media.audio.codec;

/** Turns payloads of one RTP source into mono samples. Used by one thread at a time. */
public interface AudioDecoder extends AutoCloseable {

  /** Most samples that one packet may hold: 120 ms at 48 kHz. */
  int MAX_SAMPLES = 5760;

  /** Samples per second produced. */
  int sampleRate();

  /**
   * Decodes a payload.
   *
   * @param output room for {@link #MAX_SAMPLES}
   * @return samples written; 0 if the payload is damaged
   */
  int decode(byte[] payload, int offset, int length, float[] output);

  /**
   * Decodes the copy of the previous frame that a payload carries (in-band FEC).
   *
   * @param samples length of the lost frame
   * @return samples written; 0 if the payload holds no copy
   */
  default int recoverPrevious(byte[] payload, int offset, int length, float[] output, int samples) {
    return 0;
  }

  /**
   * Continues the sound over a lost frame.
   *
   * @param samples length of the lost frame
   * @return samples written; 0 if the codec cannot do it
   */
  default int conceal(float[] output, int samples) {
    return 0;
  }

  /** Releases native memory. Idempotent. */
  @Override
  void close();
}
