package org.plenum.media.audio.playout;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.media.audio.codec.AudioCodecs;
import org.plenum.media.audio.codec.AudioDecoder;
import org.plenum.media.audio.dsp.Frame;
import org.plenum.media.audio.dsp.Upsampler;
import org.plenum.media.codec.AudioCodec;

/** The decoders of one stream by payload type, made when first needed. One thread at a time. */
final class DecoderSet implements AutoCloseable {

  private static final int PAYLOAD_TYPES = 128;

  private final AudioCodecs codecs;
  private final @Nullable AudioCodec[] agreed = new AudioCodec[PAYLOAD_TYPES];
  private final @Nullable Decoding[] decodings = new Decoding[PAYLOAD_TYPES];

  DecoderSet(AudioCodecs codecs) {
    this.codecs = codecs;
  }

  /** Sets which payload types may arrive; decoders of unchanged ones keep their state. */
  void configure(Map<Integer, AudioCodec> receive) {
    for (int type = 0; type < PAYLOAD_TYPES; type++) {
      AudioCodec codec = receive.get(type);
      if (codec != agreed[type]) {
        agreed[type] = codec;
        Decoding replaced = decodings[type];
        if (replaced != null) {
          replaced.close();
          decodings[type] = null;
        }
      }
    }
  }

  /** What decodes a payload type, or null if it carries no agreed sound. */
  @Nullable Decoding of(int payloadType) {
    AudioCodec codec = agreed[payloadType];
    if (codec == null) {
      return null;
    }
    Decoding decoding = decodings[payloadType];
    if (decoding == null) {
      decoding = new Decoding(codecs.decoder(codec));
      decodings[payloadType] = decoding;
    }
    return decoding;
  }

  /** A new source began: decoders must not continue the old one's sound. */
  void reset() {
    for (int type = 0; type < PAYLOAD_TYPES; type++) {
      Decoding decoding = decodings[type];
      if (decoding != null) {
        decoding.close();
        decodings[type] = null;
      }
    }
  }

  @Override
  public void close() {
    reset();
    Arrays.fill(agreed, null);
  }

  /** A decoder and the converter to 48 kHz. */
  static final class Decoding {
    private final AudioDecoder decoder;
    private final Upsampler upsampler;
    private final int factor;
    private final float[] native48 = new float[AudioDecoder.MAX_SAMPLES];

    Decoding(AudioDecoder decoder) {
      this.decoder = decoder;
      factor = Frame.SAMPLE_RATE / decoder.sampleRate();
      upsampler = new Upsampler(factor, AudioDecoder.MAX_SAMPLES / factor);
    }

    /** Decodes to 48 kHz; returns the samples written, 0 if the payload is damaged. */
    int decode(StoredPacket packet, float[] output) {
      return upsample(decoder.decode(packet.payload, 0, packet.length, native48), output);
    }

    /** The frame lost before a packet, from that packet's in-band copy; 0 if it has none. */
    int recoverPrevious(StoredPacket packet, float[] output, int samples) {
      return upsample(
          decoder.recoverPrevious(packet.payload, 0, packet.length, native48, samples / factor),
          output);
    }

    /** The codec's own concealment; 0 if it has none. */
    int conceal(float[] output, int samples) {
      return upsample(decoder.conceal(native48, samples / factor), output);
    }

    private int upsample(int samples, float[] output) {
      int fitting = Math.min(samples, AudioDecoder.MAX_SAMPLES / factor);
      return upsampler.process(native48, fitting, output, 0);
    }

    void close() {
      decoder.close();
    }
  }
}
