package org.plenum.node.sip;

import gov.nist.core.net.NetworkLayer;
import gov.nist.javax.sip.SipStackImpl;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Opens the stack's sockets, TLS ones with the node's own credentials, which the stack otherwise
 * takes from files only. The stack passes null for "any local address".
 */
final class SocketLayer implements NetworkLayer {
  private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

  private final Optional<SSLContext> tls;

  SocketLayer(Optional<SSLContext> tls) {
    this.tls = tls;
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return new ServerSocket(port, backlog, address);
  }

  @Override
  public SSLServerSocket createSSLServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return (SSLServerSocket)
        context().getServerSocketFactory().createServerSocket(port, backlog, address);
  }

  @Override
  public Socket createSocket(InetAddress address, int port) throws IOException {
    return connect(new Socket(), address, port, null);
  }

  @Override
  public Socket createSocket(InetAddress address, int port, @Nullable InetAddress local)
      throws IOException {
    return connect(new Socket(), address, port, local);
  }

  /** The local port is left to the system: the listener's own is taken by the listener. */
  @Override
  public Socket createSocket(
      InetAddress address, int port, @Nullable InetAddress local, int localPort)
      throws IOException {
    return connect(new Socket(), address, port, local);
  }

  @Override
  public SSLSocket createSSLSocket(InetAddress address, int port) throws IOException {
    return createSSLSocket(address, port, null);
  }

  @Override
  public SSLSocket createSSLSocket(InetAddress address, int port, @Nullable InetAddress local)
      throws IOException {
    SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket();
    connect(socket, address, port, local);
    return socket;
  }

  @Override
  public DatagramSocket createDatagramSocket() throws SocketException {
    return new DatagramSocket();
  }

  @Override
  public DatagramSocket createDatagramSocket(int port, InetAddress address) throws SocketException {
    return new DatagramSocket(port, address);
  }

  /** This layer needs nothing of the stack. */
  @Override
  public void setSipStack(SipStackImpl stack) {
    throw new UnsupportedOperationException("the layer is given to its stack, not made by it");
  }

  private static Socket connect(
      Socket socket, InetAddress address, int port, @Nullable InetAddress local)
      throws IOException {
    try {
      if (local != null) {
        socket.bind(new InetSocketAddress(local, 0));
      }
      socket.connect(new InetSocketAddress(address, port), CONNECT_TIMEOUT_MILLIS);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private SSLContext context() throws IOException {
    return tls.orElseThrow(() -> new IOException("SIP over TLS has no certificate"));
  }
}
