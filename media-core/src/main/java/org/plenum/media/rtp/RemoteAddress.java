package org.plenum.media.rtp;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where the packets of one stream come from and go to (symmetric RTP, RFC 4961): what the session
 * description says, until packets arrive from elsewhere, as they do from behind a NAT.
 *
 * <p>Authenticated packets may move the address at any time. Without authentication the first
 * source wins and another is only followed after silence or a new negotiation, so that a third
 * party cannot take over a call by sending to its port.
 *
 * <p>Written by the socket thread, except for {@link #negotiated}; read by any thread.
 */
final class RemoteAddress {

  private final long silenceNanos;
  private volatile InetSocketAddress target;
  private @Nullable InetSocketAddress observed;
  private long lastAcceptedNanos;

  /**
   * Creates the address.
   *
   * @param silenceNanos time without packets after which an unauthenticated source may change
   */
  RemoteAddress(InetSocketAddress described, long silenceNanos) {
    this.target = described;
    this.silenceNanos = silenceNanos;
  }

  /** Where to send. */
  InetSocketAddress target() {
    return target;
  }

  /** A new negotiation names an address: latching starts anew if it is another one. */
  synchronized void negotiated(InetSocketAddress described) {
    target = described;
    observed = null;
  }

  /**
   * Decides on a packet.
   *
   * @param authenticated SRTP proved that it comes from the peer
   * @return true if it belongs to this stream
   */
  synchronized boolean accept(InetSocketAddress source, boolean authenticated, long nowNanos) {
    InetSocketAddress current = observed;
    if (current == null
        || (!current.equals(source)
            && (authenticated || nowNanos - lastAcceptedNanos > silenceNanos))) {
      observed = source;
      target = source;
    } else if (!current.equals(source)) {
      return false;
    }
    lastAcceptedNanos = nowNanos;
    return true;
  }
}
