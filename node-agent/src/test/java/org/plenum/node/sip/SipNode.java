package org.plenum.node.sip;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.plenum.node.sdp.MediaSettings;
import org.plenum.node.sip.SipSettings.Limits;
import org.plenum.node.sip.SipSettings.SessionTimers;

/** A SIP service on free LOOPBACK ports with a fake router and fake media. */
final class SipNode implements AutoCloseable {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private final InetSocketAddress address;
  private final int tlsPort;
  private final FakeRouter router = new FakeRouter();
  private final FakeMedia media = new FakeMedia();
  private final SipService service;

  private SipNode(int port, Limits limits, Optional<SSLContext> tls)
      throws IOException, SipStartException {
    List<ListeningAddress> listeners =
        new ArrayList<>(
            List.of(
                new ListeningAddress(SipTransport.UDP, LOOPBACK, port),
                new ListeningAddress(SipTransport.TCP, LOOPBACK, port)));
    tlsPort = tls.isPresent() ? freePort() : 0;
    if (tls.isPresent()) {
      listeners.add(new ListeningAddress(SipTransport.TLS, LOOPBACK, tlsPort));
    }
    address = new InetSocketAddress(LOOPBACK, port);
    service =
        new SipService(
            new SipSettings(
                listeners,
                tls,
                "Plenum/test",
                () -> new SipSettings.ForCall(Optional.empty(), MediaSettings.DEFAULT),
                limits,
                new SessionTimers(Duration.ofMinutes(30), Duration.ofSeconds(2))),
            router,
            media);
    service.start();
  }

  static SipNode start() throws IOException, SipStartException {
    return new SipNode(freePort(), Limits.DEFAULT, Optional.empty());
  }

  static SipNode start(int port) throws IOException, SipStartException {
    return new SipNode(port, Limits.DEFAULT, Optional.empty());
  }

  static SipNode start(Limits limits) throws IOException, SipStartException {
    return new SipNode(freePort(), limits, Optional.empty());
  }

  static SipNode start(SSLContext tls) throws IOException, SipStartException {
    return new SipNode(freePort(), Limits.DEFAULT, Optional.of(tls));
  }

  /** Of UDP and TCP. */
  InetSocketAddress address() {
    return address;
  }

  InetSocketAddress tlsAddress() {
    return new InetSocketAddress(address.getAddress(), tlsPort);
  }

  FakeRouter router() {
    return router;
  }

  FakeMedia media() {
    return media;
  }

  SipService service() {
    return service;
  }

  @Override
  public void close() {
    service.close();
  }

  /** A port that is free for TCP and UDP. */
  private static int freePort() throws IOException {
    while (true) {
      try (ServerSocket tcp = new ServerSocket(0, 1, LOOPBACK);
          DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), LOOPBACK)) {
        return udp.getLocalPort();
      } catch (BindException e) {
        // Taken for UDP: try another.
        continue;
      }
    }
  }
}
