package org.plenum.media.audio.codec;

/**
 * Companding tables of ITU-T G.711. Decoding follows the value tables of the recommendation;
 * encoding looks up the code of the nearest lower decision value, made by inverting them.
 */
enum G711 {
  /** mu-law: 14 bit, bias 33, codes inverted. */
  MU_LAW {
    @Override
    int expand(int code) {
      int inverted = ~code & 0xFF;
      int magnitude = ((((inverted & 0x0F) << 3) + 0x84) << ((inverted & 0x70) >> 4)) - 0x84;
      return (inverted & 0x80) != 0 ? -magnitude : magnitude;
    }

    @Override
    int compress(int sample) {
      int sign = sample < 0 ? 0x80 : 0;
      int biased = Math.min(Math.abs(sample), 32_635) + 0x84;
      int segment = 31 - Integer.numberOfLeadingZeros(biased) - 7;
      int mantissa = (biased >> (segment + 3)) & 0x0F;
      return ~(sign | segment << 4 | mantissa) & 0xFF;
    }
  },
  /** A-law: 13 bit, even bits inverted. */
  A_LAW {
    @Override
    int expand(int code) {
      int toggled = code ^ 0x55;
      int segment = (toggled & 0x70) >> 4;
      int magnitude = ((toggled & 0x0F) << 4) + 8;
      if (segment > 0) {
        magnitude = (magnitude + 0x100) << (segment - 1);
      }
      return (toggled & 0x80) != 0 ? magnitude : -magnitude;
    }

    @Override
    int compress(int sample) {
      int sign = sample >= 0 ? 0x80 : 0;
      int magnitude = Math.min(sample >= 0 ? sample : -sample - 1, 32_767);
      int segment = Math.max(0, 31 - Integer.numberOfLeadingZeros(magnitude | 1) - 7);
      int mantissa = (magnitude >> Math.max(4, segment + 3)) & 0x0F;
      return (sign | segment << 4 | mantissa) ^ 0x55;
    }
  };

  private static final int CODES = 256;
  private static final float FULL_SCALE = 32_768;
  // Encoding by table on the upper 14 bits, all that the finer law distinguishes.
  private static final int INPUT_BITS = 14;

  private final float[] decoded = new float[CODES];
  private final byte[] encoded = new byte[1 << INPUT_BITS];

  G711() {
    for (int code = 0; code < CODES; code++) {
      decoded[code] = expand(code) / FULL_SCALE;
    }
    for (int index = 0; index < encoded.length; index++) {
      // The middle of the samples that share the index, so that rounding has no bias.
      encoded[index] = (byte) compress((short) (index << (16 - INPUT_BITS)) + 2);
    }
  }

  /** 16-bit sample of a code. */
  abstract int expand(int code);

  /** Code of a 16-bit sample. */
  abstract int compress(int sample);

  float decode(byte code) {
    return decoded[code & 0xFF];
  }

  byte encode(float sample) {
    int linear = Math.clamp(Math.round(sample * FULL_SCALE), Short.MIN_VALUE, Short.MAX_VALUE);
    return encoded[(linear & 0xFFFF) >> (16 - INPUT_BITS)];
  }
}
