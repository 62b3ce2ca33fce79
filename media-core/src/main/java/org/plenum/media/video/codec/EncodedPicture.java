package org.plenum.media.video.codec;

import java.util.Arrays;

/**
 * One compressed picture in a buffer that is used again and again: H.264 NAL units with Annex B
 * start codes, or a VP8 frame. One thread at a time.
 */
public final class EncodedPicture {

  /** Longest picture that is accepted, octets; more than any sane key frame of 1080p needs. */
  public static final int MAX_LENGTH = 2 * 1024 * 1024;

  private static final int INITIAL_CAPACITY = 16 * 1024;

  private byte[] bytes = new byte[INITIAL_CAPACITY];
  private int length;
  private boolean keyFrame;

  /** Empties the picture. */
  public void clear() {
    length = 0;
    keyFrame = false;
  }

  /**
   * Appends octets.
   *
   * @return false, without any effect, if the picture would become longer than {@link #MAX_LENGTH}
   */
  public boolean append(byte[] source, int offset, int count) {
    if (!reserve(count)) {
      return false;
    }
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
    return true;
  }

  /** Appends one octet; false, without any effect, if the picture is full. */
  public boolean append(int octet) {
    if (!reserve(1)) {
      return false;
    }
    bytes[length++] = (byte) octet;
    return true;
  }

  /** Becomes equal to another picture. */
  public void copyFrom(EncodedPicture other) {
    clear();
    append(other.bytes, 0, other.length);
    keyFrame = other.keyFrame;
  }

  /** Makes room for octets that the caller writes itself, then counts them as content. */
  boolean appendSpace(int count) {
    if (!reserve(count)) {
      return false;
    }
    length += count;
    return true;
  }

  /** The content, from index 0; replaced when the picture grows. */
  public byte[] bytes() {
    return bytes;
  }

  /** Length of the content, octets. */
  public int length() {
    return length;
  }

  /** True if decoding can start here. */
  public boolean keyFrame() {
    return keyFrame;
  }

  public void keyFrame(boolean value) {
    keyFrame = value;
  }

  private boolean reserve(int count) {
    int needed = length + count;
    if (needed > MAX_LENGTH) {
      return false;
    }
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(MAX_LENGTH, Math.max(needed, bytes.length * 2)));
    }
    return true;
  }
}
