package org.plenum.media.transport;

import java.net.InetSocketAddress;

/** Receives the datagrams of one socket, on the thread of its event loop. */
@FunctionalInterface
public interface DatagramHandler {

  /**
   * A datagram arrived.
   *
   * @param buffer holds the datagram from index 0; may be changed, is reused after the call
   * @param length octets received
   * @param source where it came from
   */
  void onDatagram(byte[] buffer, int length, InetSocketAddress source);
}
