package org.plenum.media.dtls;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.plenum.media.plan.Keying.DtlsSrtp;
import org.plenum.media.srtp.SrtpKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One DTLS association on a media port: the handshake with its repetitions and deadline, then the
 * answers to a peer that repeats its last flight. Runs on a virtual thread of its own; datagrams
 * come in from the socket thread by {@link #receive}.
 */
public final class DtlsAssociation implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DtlsAssociation.class);
  private static final int IDLE_MILLIS = (int) TimeUnit.MINUTES.toMillis(1);

  private final DtlsIdentity identity;
  private final DtlsSrtp agreed;
  private final DatagramQueue queue;
  private final Listener listener;
  private volatile boolean closed;

  /**
   * Keys that a handshake agreed.
   *
   * @param local with which this side sends
   * @param remote with which the other side sends
   */
  public record Keys(SrtpKeys local, SrtpKeys remote) {}

  /** Told once how the handshake ended, on the association's thread; not after closing. */
  public interface Listener {
    void onKeys(Keys keys);

    void onFailure(String reason);
  }

  /**
   * Prepares an association; {@link #start} begins it.
   *
   * @param output where its datagrams go
   */
  public DtlsAssociation(
      DtlsIdentity identity, DtlsSrtp agreed, DatagramOutput output, Listener listener) {
    this.identity = identity;
    this.agreed = agreed;
    this.queue = new DatagramQueue(output);
    this.listener = listener;
  }

  /** Begins the handshake: sends a ClientHello, or waits for one. */
  public void start() {
    Thread.ofVirtual().name("dtls-" + (agreed.active() ? "client" : "server")).start(this::run);
  }

  /** Takes a copy of a received datagram; never blocks. */
  public void receive(byte[] buffer, int length) {
    queue.offer(Arrays.copyOf(buffer, length));
  }

  private void run() {
    try {
      DTLSTransport transport = handshake();
      serveRepetitions(transport);
    } catch (IOException | RuntimeException e) {
      // A peer's datagrams can make the TLS library throw either kind.
      if (!closed) {
        LOG.debug("DTLS handshake failed", e);
        listener.onFailure("DTLS handshake failed: " + e.getMessage());
      }
    }
  }

  private DTLSTransport handshake() throws IOException {
    DTLSTransport transport;
    SrtpTlsPeer peer;
    if (agreed.active()) {
      SrtpTlsClient client = new SrtpTlsClient(identity, agreed);
      transport = new DTLSClientProtocol().connect(client, queue);
      peer = client;
    } else {
      SrtpTlsServer server = new SrtpTlsServer(identity, agreed);
      transport = new DTLSServerProtocol().accept(server, queue);
      peer = server;
    }
    if (!closed) {
      listener.onKeys(peer.keys().orElseThrow());
    }
    return transport;
  }

  /** The library repeats our last flight while it reads; application data is not expected. */
  private void serveRepetitions(DTLSTransport transport) {
    try {
      byte[] ignored = new byte[transport.getReceiveLimit()];
      while (!closed) {
        transport.receive(ignored, 0, ignored.length, IDLE_MILLIS);
      }
    } catch (IOException e) {
      LOG.debug("DTLS association ended: {}", e.getMessage());
    }
  }

  /** Ends the thread. The peer learns the end from signalling and RTCP, so no alert is sent. */
  @Override
  public void close() {
    closed = true;
    queue.close();
  }
}
