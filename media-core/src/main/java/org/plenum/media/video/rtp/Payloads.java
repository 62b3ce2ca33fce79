package org.plenum.media.video.rtp;

import java.util.Arrays;

/** The RTP payloads of one picture, in one buffer that is used again. One thread at a time. */
public final class Payloads {

  private byte[] buffer = new byte[32 * 1024];
  private int[] ends = new int[32];
  private int count;
  private int end;

  /** Forgets all payloads. */
  public void clear() {
    count = 0;
    end = 0;
  }

  /** Number of finished payloads. */
  public int count() {
    return count;
  }

  /** Octets of all finished payloads. */
  public int totalLength() {
    return count == 0 ? 0 : ends[count - 1];
  }

  /** The array that holds all payloads; replaced when it grows. */
  public byte[] buffer() {
    return buffer;
  }

  /** Index in {@link #buffer()} of a payload's first octet. */
  public int offset(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  /** Length of a payload, octets. */
  public int length(int index) {
    return ends[index] - offset(index);
  }

  /** Length of the payload that is being written, octets. */
  int openLength() {
    return end - totalLength();
  }

  Payloads write(int octet) {
    reserve(1);
    buffer[end++] = (byte) octet;
    return this;
  }

  Payloads write(byte[] source, int offset, int length) {
    reserve(length);
    System.arraycopy(source, offset, buffer, end, length);
    end += length;
    return this;
  }

  void finish() {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count++] = end;
  }

  private void reserve(int length) {
    if (end + length > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(end + length, buffer.length * 2));
    }
  }
}
