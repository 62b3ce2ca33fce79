package org.plenum.media.audio.codec;

/** Turns mono samples into payloads. Used by one thread at a time. */
public interface AudioEncoder extends AutoCloseable {

  /** Longest payload that any encoder writes, octets. */
  int MAX_PAYLOAD = 1275;

  /** Samples per second taken. */
  int sampleRate();

  /**
   * Encodes one packet.
   *
   * @param samples as many samples as the packet time that the encoder was made for
   * @param output room for {@link #MAX_PAYLOAD} from index 0
   * @return octets written, 0 if encoding failed
   */
  int encode(float[] samples, int count, byte[] output);

  /** Releases native memory. Idempotent. */
  @Override
  void close();
}
