package org.plenum.node.control;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

/** Listener of the control port. Only the management service gets past the TLS handshake. */
public final class ControlServer implements AutoCloseable {

  private static final int MAX_MESSAGE_BYTES = 8 * 1024 * 1024;

  private final Server server;
  private final ExecutorService executor;

  private ControlServer(Server server, ExecutorService executor) {
    this.server = server;
    this.executor = executor;
  }

  /**
   * Starts listening.
   *
   * @param tls requires a client certificate with the identity of the management service
   * @throws StartupException the port is taken
   */
  public static ControlServer start(
      InetSocketAddress address, SslContext tls, BindableService service) {
    ExecutorService executor =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("control-", 0).factory());
    Server server =
        NettyServerBuilder.forAddress(address)
            .sslContext(tls)
            .executor(executor)
            .maxInboundMessageSize(MAX_MESSAGE_BYTES)
            .maxConcurrentCallsPerConnection(64)
            .permitKeepAliveTime(5, TimeUnit.SECONDS)
            .keepAliveTime(20, TimeUnit.SECONDS)
            .keepAliveTimeout(10, TimeUnit.SECONDS)
            .addService(service)
            .build();
    try {
      server.start();
    } catch (IOException e) {
      executor.close();
      throw new StartupException(
          ExitCode.PORT_IN_USE,
          "The control port " + address.getPort() + " cannot be used: " + e.getMessage(),
          e);
    }
    return new ControlServer(server, executor);
  }

  /** Port that is listened on. */
  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
    try {
      server.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    executor.shutdownNow();
  }
}
