package org.plenum.media.dtls;

/** Sends a datagram to the peer of a handshake; copies it before returning. */
@FunctionalInterface
public interface DatagramOutput {
  void send(byte[] buffer, int offset, int length);
}
