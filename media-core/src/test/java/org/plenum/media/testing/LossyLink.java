package org.plenum.media.testing;

import io.netty.channel.EventLoop;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.plenum.media.rtp.NetworkOrder;
import org.plenum.media.transport.PacketKind;
import org.plenum.media.transport.PortPairs;
import org.plenum.media.transport.SocketLoops;
import org.plenum.media.transport.StreamSocketFactory;
import org.plenum.media.transport.StreamSockets;

/**
 * A network between two ports on loopback that loses every n-th RTP packet when it is sent for the
 * first time, and keeps everything else.
 */
public final class LossyLink implements AutoCloseable {

  public final Queue<byte[]> rtcpFromLeft = new ConcurrentLinkedQueue<>();
  public final AtomicInteger lost = new AtomicInteger();
  private final SocketLoops loops = new SocketLoops(1);
  private final StreamSockets sockets;
  private final InetAddress loopback = InetAddress.getLoopbackAddress();
  private final BitSet seen = new BitSet();

  /**
   * Opens the link.
   *
   * @param loseEvery which RTP packets from left to right are lost
   */
  public LossyLink(int leftPort, int rightPort, int loseEvery) throws SocketException {
    EventLoop loop = loops.next();
    sockets =
        new StreamSocketFactory(loops, loopback, new PortPairs(59_000, 59_999))
            .bind(loop, 0)
            .orElseThrow();
    InetSocketAddress left = new InetSocketAddress(loopback, leftPort);
    InetSocketAddress right = new InetSocketAddress(loopback, rightPort);
    // What comes in at one end leaves from the other, so that each side sees one address.
    sockets
        .rtp()
        .deliverTo(
            (buffer, length, source) -> {
              if (PacketKind.of(buffer, 0, length) == PacketKind.RTCP) {
                rtcpFromLeft.add(Arrays.copyOf(buffer, length));
              } else if (isLost(NetworkOrder.u16(buffer, 2), loseEvery)) {
                lost.incrementAndGet();
                return;
              }
              sockets.rtcp().send(buffer, 0, length, right);
            });
    sockets
        .rtcp()
        .deliverTo((buffer, length, source) -> sockets.rtp().send(buffer, 0, length, left));
  }

  private boolean isLost(int sequenceNumber, int loseEvery) {
    boolean first = !seen.get(sequenceNumber);
    seen.set(sequenceNumber);
    return first && sequenceNumber % loseEvery == 0;
  }

  /** Where the left side sends. */
  public InetSocketAddress leftEnd() {
    return new InetSocketAddress(loopback, sockets.rtp().port());
  }

  /** Where the right side sends. */
  public InetSocketAddress rightEnd() {
    return new InetSocketAddress(loopback, sockets.rtcp().port());
  }

  @Override
  public void close() {
    sockets.close();
    loops.close();
  }
}
