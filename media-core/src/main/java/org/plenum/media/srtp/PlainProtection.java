package org.plenum.media.srtp;

/** No protection: packets pass as they are. */
public final class PlainProtection implements PacketProtection {
  @Override
  public int protectRtp(byte[] buffer, int offset, int length) {
    return length;
  }

  @Override
  public int protectRtcp(byte[] buffer, int offset, int length) {
    return length;
  }

  @Override
  public int openRtp(byte[] buffer, int offset, int length) {
    return length;
  }

  @Override
  public int openRtcp(byte[] buffer, int offset, int length) {
    return length;
  }

  @Override
  public boolean authenticates() {
    return false;
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
