package org.plenum.media.audio.codec;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Mono samples to Opus (RFC 6716, RFC 7587). */
final class OpusEncoder implements AudioEncoder {

  private static final int SAMPLE_RATE = 48_000;
  private static final int COMPLEXITY = 5;
  // Makes the encoder spend bits on in-band FEC; the value is the loss that it prepares for.
  private static final int EXPECTED_LOSS_PERCENT = 10;

  private final OpusLibrary library = OpusLibrary.get();
  private final Arena arena = Arena.ofShared();
  private final MemorySegment samples = arena.allocate(JAVA_FLOAT, AudioDecoder.MAX_SAMPLES);
  private final MemorySegment packet = arena.allocate(MAX_PAYLOAD);
  private final MemorySegment encoder;
  private boolean closed;

  /**
   * Creates an encoder.
   *
   * @param bitsPerSecond mean bit rate
   * @param inBandFec packets carry a coarse copy of the previous one
   */
  OpusEncoder(int bitsPerSecond, boolean inBandFec) {
    MemorySegment status = arena.allocate(JAVA_INT);
    try {
      MemorySegment handle =
          (MemorySegment)
              library.encoderCreate.invokeExact(
                  SAMPLE_RATE, 1, OpusLibrary.APPLICATION_VOIP, status);
      encoder = OpusLibrary.created(handle, status.get(JAVA_INT, 0), "an Opus encoder");
      set(OpusLibrary.SET_BITRATE, bitsPerSecond);
      set(OpusLibrary.SET_VBR_CONSTRAINT, 1);
      set(OpusLibrary.SET_COMPLEXITY, COMPLEXITY);
      set(OpusLibrary.SET_INBAND_FEC, inBandFec ? 1 : 0);
      set(OpusLibrary.SET_PACKET_LOSS_PERC, inBandFec ? EXPECTED_LOSS_PERCENT : 0);
    } catch (RuntimeException e) {
      arena.close();
      throw e;
    } catch (Throwable e) {
      arena.close();
      throw OpusLibrary.failed(e);
    }
  }

  private void set(int request, int value) throws Throwable {
    int status = (int) library.encoderCtl.invokeExact(encoder, request, value);
    if (status != OpusLibrary.OK) {
      throw new IllegalStateException(
          "libopus refuses setting " + request + "=" + value + ": " + status);
    }
  }

  @Override
  public int sampleRate() {
    return SAMPLE_RATE;
  }

  @Override
  public int encode(float[] input, int count, byte[] output) {
    if (closed) {
      return 0;
    }
    MemorySegment.copy(input, 0, samples, JAVA_FLOAT, 0, count);
    int length;
    try {
      length = (int) library.encodeFloat.invokeExact(encoder, samples, count, packet, MAX_PAYLOAD);
    } catch (Throwable e) {
      throw OpusLibrary.failed(e);
    }
    if (length <= 0) {
      return 0;
    }
    MemorySegment.copy(packet, JAVA_BYTE, 0, output, 0, length);
    return length;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      library.encoderDestroy.invokeExact(encoder);
    } catch (Throwable e) {
      throw OpusLibrary.failed(e);
    } finally {
      arena.close();
    }
  }
}
