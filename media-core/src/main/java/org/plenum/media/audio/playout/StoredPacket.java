package org.plenum.media.audio.playout;

/** A place for one payload, reused from packet to packet. */
final class StoredPacket {

  static final int CAPACITY = 1500;

  final byte[] payload = new byte[CAPACITY];
  int length;
  int payloadType;
  int timestamp;
  int sequenceNumber;
  boolean present;

  void copyFrom(StoredPacket other) {
    System.arraycopy(other.payload, 0, payload, 0, other.length);
    length = other.length;
    payloadType = other.payloadType;
    timestamp = other.timestamp;
    sequenceNumber = other.sequenceNumber;
    present = other.present;
  }
}
