package org.plenum.media.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One bound UDP socket. Sending is possible from any thread; a datagram that the kernel does not
 * take at once waits in a bounded queue, and is dropped and counted beyond it.
 */
public final class UdpSocket implements AutoCloseable {

  /** Longest datagram received; a longer one is cut by the kernel and therefore dropped. */
  static final int MAX_DATAGRAM = 2048;

  private static final Logger LOG = LoggerFactory.getLogger(UdpSocket.class);

  private final Channel channel;
  private final Inbound inbound;
  private final int port;
  private final LongAdder droppedOnSend = new LongAdder();

  UdpSocket(Channel channel, Inbound inbound) {
    this.channel = channel;
    this.inbound = inbound;
    this.port = ((InetSocketAddress) channel.localAddress()).getPort();
  }

  /** Local port. */
  public int port() {
    return port;
  }

  /** The loop on whose thread this socket's handler runs. */
  public EventLoop eventLoop() {
    return channel.eventLoop();
  }

  /** Sets who receives; what arrived before is dropped. */
  public void deliverTo(DatagramHandler handler) {
    inbound.handler = handler;
  }

  /** Sends a copy of the given octets; silently does nothing once closed. */
  @SuppressWarnings("FutureReturnValueIgnored") // The void promise: failures reach the handler.
  public void send(byte[] buffer, int offset, int length, InetSocketAddress destination) {
    if (!channel.isWritable()) {
      droppedOnSend.increment();
      return;
    }
    ByteBuf datagram = channel.alloc().directBuffer(length);
    datagram.writeBytes(buffer, offset, length);
    channel.writeAndFlush(new DatagramPacket(datagram, destination), channel.voidPromise());
  }

  /** Datagrams dropped because the send queue was full. */
  public long droppedOnSend() {
    return droppedOnSend.sum();
  }

  /** Closes the socket; the port is free when this returns, unless called on the event loop. */
  @Override
  public void close() {
    var closed = channel.close();
    if (!channel.eventLoop().inEventLoop()) {
      closed.awaitUninterruptibly();
    }
  }

  /** Copies datagrams from Netty's buffers into one array, on which SRTP works in place. */
  static final class Inbound extends ChannelInboundHandlerAdapter {
    private final byte[] buffer = new byte[MAX_DATAGRAM];
    private volatile @Nullable DatagramHandler handler;
    private int failures;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      try {
        DatagramPacket packet = (DatagramPacket) message;
        ByteBuf content = packet.content();
        int length = content.readableBytes();
        DatagramHandler receiver = handler;
        if (receiver != null && length > 0 && length < MAX_DATAGRAM) {
          content.readBytes(buffer, 0, length);
          receiver.onDatagram(buffer, length, packet.sender());
        }
      } finally {
        ReferenceCountUtil.release(message);
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      // One bad datagram must not silence a call, so the socket stays open.
      failures++;
      if (Integer.bitCount(failures) == 1) {
        LOG.warn(
            "{} datagrams on {} not handled", failures, context.channel().localAddress(), cause);
      }
    }
  }
}
