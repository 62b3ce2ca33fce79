package org.plenum.media.transport;

/**
 * The two sockets of one stream.
 *
 * @param rtp even port
 * @param rtcp the next port
 */
public record StreamSockets(UdpSocket rtp, UdpSocket rtcp) implements AutoCloseable {
  @Override
  public void close() {
    rtp.close();
    rtcp.close();
  }
}
