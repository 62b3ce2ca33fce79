package org.plenum.media.srtp;

import org.jitsi.utils.ByteArrayBuffer;

/** A reused slice of an array, in the shape that jitsi-srtp works on. */
final class ArraySlice implements ByteArrayBuffer {

  private byte[] buffer = new byte[0];
  private int offset;
  private int length;

  ArraySlice on(byte[] bytes, int start, int count) {
    buffer = bytes;
    offset = start;
    length = count;
    return this;
  }

  @Override
  public byte[] getBuffer() {
    return buffer;
  }

  @Override
  public int getOffset() {
    return offset;
  }

  @Override
  public int getLength() {
    return length;
  }

  @Override
  public void setLength(int newLength) {
    length = newLength;
  }

  @Override
  public void setOffset(int newOffset) {
    offset = newOffset;
  }

  @Override
  public boolean isInvalid() {
    return buffer.length < offset + length;
  }

  @Override
  public void readRegionToBuff(int from, int count, byte[] target) {
    System.arraycopy(buffer, offset + from, target, 0, count);
  }

  @Override
  public void grow(int howMuch) {
    // The slice cannot move to another array, so callers leave TRAILER_ROOM behind each packet.
    if (offset + length + howMuch > buffer.length) {
      throw new IllegalStateException("no room for " + howMuch + " octets after the packet");
    }
  }

  @Override
  public void append(byte[] data, int count) {
    grow(count);
    System.arraycopy(data, 0, buffer, offset + length, count);
    length += count;
  }

  @Override
  public void shrink(int howMuch) {
    length -= howMuch;
  }
}
