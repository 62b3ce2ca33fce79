package org.plenum.media.audio.codec;

import java.util.concurrent.atomic.AtomicInteger;
import org.plenum.media.codec.AudioCodec;

/** Makes decoders and encoders and counts those that are open. Thread-safe. */
public final class AudioCodecs {

  private static final int OPUS_MAX_BITS_PER_SECOND = 48_000;
  private static final int OPUS_MIN_BITS_PER_SECOND = 12_000;

  private final AtomicInteger open = new AtomicInteger();

  /** A decoder of one source. */
  public AudioDecoder decoder(AudioCodec codec) {
    AudioDecoder decoder =
        switch (codec) {
          case PCMU -> new G711Decoder(G711.MU_LAW);
          case PCMA -> new G711Decoder(G711.A_LAW);
          case G722 -> new G722Decoder();
          case OPUS -> new OpusDecoder();
        };
    open.incrementAndGet();
    return new CountedDecoder(decoder, open);
  }

  /**
   * An encoder of one stream.
   *
   * @param packetSamples samples per packet, at the codec's own rate
   * @param maxKbps most that the payload may take, kilobit/s; only variable-rate codecs obey
   * @param inBandFec the receiver can use in-band FEC
   */
  public AudioEncoder encoder(AudioCodec codec, int packetSamples, int maxKbps, boolean inBandFec) {
    AudioEncoder encoder =
        switch (codec) {
          case PCMU -> new G711Encoder(G711.MU_LAW);
          case PCMA -> new G711Encoder(G711.A_LAW);
          case G722 -> new G722Encoder(packetSamples);
          case OPUS ->
              new OpusEncoder(
                  (int)
                      Math.clamp(
                          maxKbps * 1000L, OPUS_MIN_BITS_PER_SECOND, OPUS_MAX_BITS_PER_SECOND),
                  inBandFec);
        };
    open.incrementAndGet();
    return new CountedEncoder(encoder, open);
  }

  /** Loads the native libraries, so that the first call does not wait for them. */
  public void preload() {
    for (AudioCodec codec : AudioCodec.values()) {
      decoder(codec).close();
    }
  }

  /** Decoders and encoders not yet closed. */
  public int open() {
    return open.get();
  }

  private static final class CountedDecoder implements AudioDecoder {
    private final AudioDecoder decoder;
    private final AtomicInteger open;
    private boolean closed;

    CountedDecoder(AudioDecoder decoder, AtomicInteger open) {
      this.decoder = decoder;
      this.open = open;
    }

    @Override
    public int sampleRate() {
      return decoder.sampleRate();
    }

    @Override
    public int decode(byte[] payload, int offset, int length, float[] output) {
      return decoder.decode(payload, offset, length, output);
    }

    @Override
    public int recoverPrevious(
        byte[] payload, int offset, int length, float[] output, int samples) {
      return decoder.recoverPrevious(payload, offset, length, output, samples);
    }

    @Override
    public int conceal(float[] output, int samples) {
      return decoder.conceal(output, samples);
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        decoder.close();
        open.decrementAndGet();
      }
    }
  }

  private static final class CountedEncoder implements AudioEncoder {
    private final AudioEncoder encoder;
    private final AtomicInteger open;
    private boolean closed;

    CountedEncoder(AudioEncoder encoder, AtomicInteger open) {
      this.encoder = encoder;
      this.open = open;
    }

    @Override
    public int sampleRate() {
      return encoder.sampleRate();
    }

    @Override
    public int encode(float[] samples, int count, byte[] output) {
      return encoder.encode(samples, count, output);
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        encoder.close();
        open.decrementAndGet();
      }
    }
  }
}
