package org.plenum.model.theme;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Prompts: RIFF WAVE, PCM of 16 bits, mono, 48 kHz (SVX-332, SVX-333). */
final class WaveFormat {
  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int PCM_FORMAT_BYTES = 16;
  private static final int PCM = 1;
  private static final int RATE = 48_000;
  private static final int BITS = 16;

  private WaveFormat() {}

  /** A tone may also be an empty file: it plays nothing. */
  static void checkTone(byte[] content) throws ThemeException {
    if (content.length > 0) {
      check(content);
    }
  }

  static void check(byte[] content) throws ThemeException {
    ByteBuffer wave = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    if (wave.remaining() < RIFF_HEADER || !tag(wave, 0).equals("RIFF")) {
      throw new ThemeException("it is no WAV file.");
    }
    if (!tag(wave, 8).equals("WAVE")) {
      throw new ThemeException("it is no WAV file.");
    }
    boolean described = false;
    int at = RIFF_HEADER;
    while (wave.limit() - at >= CHUNK_HEADER) {
      String chunk = tag(wave, at);
      long size = Integer.toUnsignedLong(wave.getInt(at + 4));
      at += CHUNK_HEADER;
      if (size > wave.limit() - at) {
        throw new ThemeException("the WAV file ends early.");
      }
      if (chunk.equals("fmt ")) {
        checkFormat(wave, at, size);
        described = true;
      } else if (chunk.equals("data")) {
        checkSamples(described, size);
        return;
      }
      // Chunks start at even places.
      at += (int) (size + (size & 1));
    }
    throw new ThemeException("the WAV file has no sound.");
  }

  private static String tag(ByteBuffer wave, int at) {
    return new String(wave.array(), at, 4, StandardCharsets.ISO_8859_1);
  }

  private static void checkFormat(ByteBuffer wave, int at, long size) throws ThemeException {
    boolean right =
        size >= PCM_FORMAT_BYTES
            && wave.getShort(at) == PCM
            && wave.getShort(at + 2) == 1
            && wave.getInt(at + 4) == RATE
            && wave.getShort(at + 14) == BITS;
    if (!right) {
      throw new ThemeException("the sound must be PCM of 16 bits, mono, 48 kHz.");
    }
  }

  private static void checkSamples(boolean described, long size) throws ThemeException {
    if (!described) {
      throw new ThemeException("the WAV file does not say what format it has.");
    }
    if (size % (BITS / Byte.SIZE) != 0) {
      throw new ThemeException("the WAV file ends within a sample.");
    }
  }
}
