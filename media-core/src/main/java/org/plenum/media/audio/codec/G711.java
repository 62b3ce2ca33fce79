package org.plenum.media.audio.codec;

import java.util.function.IntUnaryOperator;

/**
 * Companding by the tables of ITU-T G.711. Decoding has one value for each code; encoding has one
 * code for each value of the upper 14 bits of a sample, all that the finer law distinguishes.
 */
final class G711 {

  /** 14 bit, bias 33, codes inverted. */
  static final G711 MU_LAW = new G711(G711::expandMuLaw, G711::compressMuLaw);

  /** 13 bit, even bits inverted. */
  static final G711 A_LAW = new G711(G711::expandALaw, G711::compressALaw);

  private static final int CODES = 256;
  private static final float FULL_SCALE = 32_768;
  private static final int UNUSED_BITS = 2;
  private static final int MU_LAW_BIAS = 0x84;
  private static final int MU_LAW_CLIP = 32_635;

  private final float[] decoded = new float[CODES];
  private final byte[] encoded = new byte[1 << (Short.SIZE - UNUSED_BITS)];

  private G711(IntUnaryOperator expand, IntUnaryOperator compress) {
    for (int code = 0; code < CODES; code++) {
      decoded[code] = expand.applyAsInt(code) / FULL_SCALE;
    }
    for (int index = 0; index < encoded.length; index++) {
      // The middle of the samples that share the index, so that rounding has no bias.
      int middle = (short) (index << UNUSED_BITS) + (1 << (UNUSED_BITS - 1));
      encoded[index] = (byte) compress.applyAsInt(middle);
    }
  }

  float decode(byte code) {
    return decoded[code & 0xFF];
  }

  byte encode(float sample) {
    int linear = Math.clamp(Math.round(sample * FULL_SCALE), Short.MIN_VALUE, Short.MAX_VALUE);
    return encoded[(linear & 0xFFFF) >> UNUSED_BITS];
  }

  private static int expandMuLaw(int code) {
    int inverted = ~code & 0xFF;
    int segment = (inverted & 0x70) >> 4;
    int magnitude = ((((inverted & 0x0F) << 3) + MU_LAW_BIAS) << segment) - MU_LAW_BIAS;
    return (inverted & 0x80) != 0 ? -magnitude : magnitude;
  }

  private static int compressMuLaw(int sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int biased = Math.min(Math.abs(sample), MU_LAW_CLIP) + MU_LAW_BIAS;
    int segment = highestBit(biased) - 7;
    int mantissa = (biased >> (segment + 3)) & 0x0F;
    return ~(sign | (segment << 4) | mantissa) & 0xFF;
  }

  private static int expandALaw(int code) {
    int toggled = code ^ 0x55;
    int segment = (toggled & 0x70) >> 4;
    int magnitude = ((toggled & 0x0F) << 4) + 8;
    if (segment > 0) {
      magnitude = (magnitude + 0x100) << (segment - 1);
    }
    return (toggled & 0x80) != 0 ? magnitude : -magnitude;
  }

  private static int compressALaw(int sample) {
    int sign = sample >= 0 ? 0x80 : 0;
    int magnitude = Math.min(sample >= 0 ? sample : -sample - 1, Short.MAX_VALUE);
    int segment = Math.max(0, highestBit(magnitude | 1) - 7);
    int mantissa = (magnitude >> Math.max(4, segment + 3)) & 0x0F;
    return (sign | (segment << 4) | mantissa) ^ 0x55;
  }

  private static int highestBit(int value) {
    return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(value);
  }
}
