package org.plenum.media.rtp;

/** Integers in network byte order within byte arrays. Indices are not checked beyond the array. */
public final class NetworkOrder {
  private NetworkOrder() {}

  /** Unsigned 16 bits. */
  public static int u16(byte[] bytes, int index) {
    return (bytes[index] & 0xFF) << 8 | (bytes[index + 1] & 0xFF);
  }

  /** Unsigned 24 bits. */
  public static int u24(byte[] bytes, int index) {
    return (bytes[index] & 0xFF) << 16 | u16(bytes, index + 1);
  }

  /** All 32 bits in a signed int. */
  public static int i32(byte[] bytes, int index) {
    return u16(bytes, index) << 16 | u16(bytes, index + 2);
  }

  /** Unsigned 32 bits. */
  public static long u32(byte[] bytes, int index) {
    return i32(bytes, index) & 0xFFFF_FFFFL;
  }

  /** Writes the lower 16 bits. */
  public static void put16(byte[] bytes, int index, int value) {
    bytes[index] = (byte) (value >> 8);
    bytes[index + 1] = (byte) value;
  }

  /** Writes the lower 24 bits. */
  public static void put24(byte[] bytes, int index, int value) {
    bytes[index] = (byte) (value >> 16);
    put16(bytes, index + 1, value);
  }

  /** Writes 32 bits. */
  public static void put32(byte[] bytes, int index, int value) {
    put16(bytes, index, value >> 16);
    put16(bytes, index + 2, value);
  }
}
