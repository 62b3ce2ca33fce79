package org.plenum.media.audio.codec;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Opus to mono samples, with the codec's concealment and in-band FEC (RFC 6716, RFC 7587). */
final class OpusDecoder implements AudioDecoder {

  private static final int SAMPLE_RATE = 48_000;
  private static final int MAX_PACKET = 1500;

  private final OpusLibrary library = OpusLibrary.get();
  private final Arena arena = Arena.ofShared();
  private final MemorySegment packet = arena.allocate(MAX_PACKET);
  private final MemorySegment samples = arena.allocate(JAVA_FLOAT, MAX_SAMPLES);
  private final MemorySegment decoder;
  private boolean closed;

  OpusDecoder() {
    MemorySegment status = arena.allocate(JAVA_INT);
    try {
      // One channel: libopus mixes a stereo stream down itself.
      MemorySegment handle =
          (MemorySegment) library.decoderCreate.invokeExact(SAMPLE_RATE, 1, status);
      decoder = OpusLibrary.created(handle, status.get(JAVA_INT, 0), "an Opus decoder");
    } catch (RuntimeException e) {
      arena.close();
      throw e;
    } catch (Throwable e) {
      arena.close();
      throw OpusLibrary.failed(e);
    }
  }

  @Override
  public int sampleRate() {
    return SAMPLE_RATE;
  }

  @Override
  public int decode(byte[] payload, int offset, int length, float[] output) {
    if (length == 0 || length > MAX_PACKET) {
      return 0;
    }
    MemorySegment.copy(payload, offset, packet, JAVA_BYTE, 0, length);
    return run(packet, length, output, MAX_SAMPLES, 0);
  }

  @Override
  public int recoverPrevious(byte[] payload, int offset, int length, float[] output, int count) {
    if (length == 0 || length > MAX_PACKET) {
      return 0;
    }
    MemorySegment.copy(payload, offset, packet, JAVA_BYTE, 0, length);
    return run(packet, length, output, count, 1);
  }

  @Override
  public int conceal(float[] output, int count) {
    return run(MemorySegment.NULL, 0, output, count, 0);
  }

  private int run(MemorySegment data, int length, float[] output, int count, int fec) {
    if (closed) {
      return 0;
    }
    int decoded;
    try {
      decoded = (int) library.decodeFloat.invokeExact(decoder, data, length, samples, count, fec);
    } catch (Throwable e) {
      throw OpusLibrary.failed(e);
    }
    if (decoded <= 0) {
      return 0;
    }
    MemorySegment.copy(samples, JAVA_FLOAT, 0, output, 0, decoded);
    return decoded;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      library.decoderDestroy.invokeExact(decoder);
    } catch (Throwable e) {
      throw OpusLibrary.failed(e);
    } finally {
      arena.close();
    }
  }
}
