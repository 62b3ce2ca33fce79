package org.plenum.media.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;

/** The threads on which media sockets are read: epoll where the platform has it. */
public final class SocketLoops implements AutoCloseable {

  private static final int SOCKET_BUFFER_BYTES = 512 * 1024;
  private static final long SHUTDOWN_SECONDS = 5;

  private final EventLoopGroup group;
  private final Class<? extends DatagramChannel> channelType;

  /**
   * Starts loops.
   *
   * @param threads number of event loop threads
   */
  public SocketLoops(int threads) {
    boolean epoll = Epoll.isAvailable();
    var names = new DefaultThreadFactory("media-socket", true);
    group =
        new MultiThreadIoEventLoopGroup(
            threads, names, epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    channelType = epoll ? EpollDatagramChannel.class : NioDatagramChannel.class;
  }

  /** The loop for a new endpoint; all sockets of an endpoint share one, so it needs no locks. */
  public EventLoop next() {
    return group.next();
  }

  /**
   * Binds a socket. Must not be called on an event loop thread.
   *
   * @param dscp differentiated services code point of what is sent, 0-63
   * @throws BindException if the port is taken
   * @throws SocketException if the socket cannot be had for another reason
   */
  public UdpSocket bind(EventLoop loop, InetSocketAddress local, int dscp) throws SocketException {
    UdpSocket.Inbound inbound = new UdpSocket.Inbound();
    Bootstrap bootstrap =
        new Bootstrap()
            .group(loop)
            .channel(channelType)
            .option(ChannelOption.SO_RCVBUF, SOCKET_BUFFER_BYTES)
            .option(ChannelOption.SO_SNDBUF, SOCKET_BUFFER_BYTES)
            .option(
                ChannelOption.RECVBUF_ALLOCATOR,
                new FixedRecvByteBufAllocator(UdpSocket.MAX_DATAGRAM))
            .handler(inbound);
    if (dscp != 0) {
      // The traffic class octet holds the code point in its upper six bits (RFC 2474 section 3).
      bootstrap.option(ChannelOption.IP_TOS, dscp << 2);
    }
    ChannelFuture bound = bootstrap.bind(local).awaitUninterruptibly();
    Channel channel = bound.channel();
    if (bound.isSuccess()) {
      return new UdpSocket(channel, inbound);
    }
    channel.close().awaitUninterruptibly();
    Throwable cause = bound.cause();
    SocketException failure =
        portTaken(cause)
            ? new BindException("UDP " + local + ": " + cause.getMessage())
            : new SocketException("UDP " + local + ": " + cause.getMessage());
    failure.initCause(cause);
    throw failure;
  }

  private static boolean portTaken(Throwable cause) {
    // Epoll and NIO throw different types, and both throw the same one for an address that this
    // machine does not have; only the text of EADDRINUSE tells a taken port.
    return String.valueOf(cause.getMessage()).contains("in use");
  }

  /** Closes every socket and ends the threads. */
  @Override
  public void close() {
    group.shutdownGracefully(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
