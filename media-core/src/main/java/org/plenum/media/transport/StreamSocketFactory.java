package org.plenum.media.transport;

import io.netty.channel.EventLoop;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Binds pairs of RTP and RTCP sockets within a port range. */
public final class StreamSocketFactory {

  private final SocketLoops loops;
  private final InetAddress address;
  private final PortPairs ports;

  public StreamSocketFactory(SocketLoops loops, InetAddress address, PortPairs ports) {
    this.loops = loops;
    this.address = address;
    this.ports = ports;
  }

  /**
   * Binds a pair; ports that another process holds are skipped.
   *
   * @return the sockets, or empty if no pair is free
   * @throws SocketException if binding fails for a reason other than a taken port
   */
  public Optional<StreamSockets> bind(EventLoop loop, int dscp) throws SocketException {
    for (int attempt = 0; attempt < ports.size(); attempt++) {
      OptionalInt even = ports.take();
      if (even.isEmpty()) {
        return Optional.empty();
      }
      @Nullable UdpSocket first = null;
      try {
        first = loops.bind(loop, new InetSocketAddress(address, even.getAsInt()), dscp);
        UdpSocket second =
            loops.bind(loop, new InetSocketAddress(address, even.getAsInt() + 1), dscp);
        return Optional.of(new StreamSockets(first, second));
      } catch (BindException taken) {
        release(first, even.getAsInt());
      } catch (SocketException failure) {
        release(first, even.getAsInt());
        throw failure;
      }
    }
    return Optional.empty();
  }

  /** Closes a pair and makes its ports free again. */
  public void release(StreamSockets sockets) {
    sockets.close();
    ports.give(sockets.rtp().port());
  }

  private void release(@Nullable UdpSocket first, int evenPort) {
    if (first != null) {
      first.close();
    }
    ports.give(evenPort);
  }
}
