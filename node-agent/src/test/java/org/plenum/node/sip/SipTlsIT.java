package org.plenum.node.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.plenum.node.peer.Sipp;

/** Calls over TLS with the node's own certificate; SIPp has no TLS, so a tunnel adds it. */
class SipTlsIT {

  @Test
  void callsComeOverTlsAndRequestsOfTheNodeUseTheirConnection() throws Exception {
    SSLContext tls = selfSigned();
    try (SipNode node = SipNode.start(tls);
        Tunnel tunnel = new Tunnel(tls, node.tlsAddress())) {
      Sipp.caller("basic-call", tunnel.address()).overTcp().run(Duration.ofSeconds(20));
      Sipp.caller("disconnected-by-node", tunnel.address())
          .dialling("bye")
          .overTcp()
          .run(Duration.ofSeconds(20));
      await().until(() -> node.service().callCount() == 0);
      assertThat(node.router().events()).filteredOn("established"::equals).hasSize(2);
    }
  }

  @Test
  void aConnectionWithoutHandshakeHoldsUpNobody() throws Exception {
    SSLContext tls = selfSigned();
    try (SipNode node = SipNode.start(tls);
        Socket silent = new Socket(node.tlsAddress().getAddress(), node.tlsAddress().getPort());
        Tunnel tunnel = new Tunnel(tls, node.tlsAddress())) {
      assertThat(silent.isConnected()).isTrue();
      Sipp.caller("basic-call", tunnel.address()).overTcp().run(Duration.ofSeconds(20));
    }
  }

  private static SSLContext selfSigned() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair keys = generator.generateKeyPair();
    X500Principal name = new X500Principal("CN=localhost");
    Instant now = Instant.now();
    X509Certificate certificate =
        new JcaX509CertificateConverter()
            .getCertificate(
                new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(now.minusSeconds(60)),
                        Date.from(now.plusSeconds(3600)),
                        name,
                        keys.getPublic())
                    .build(
                        new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] password = new char[0];
    store.setKeyEntry("node", keys.getPrivate(), password, new Certificate[] {certificate});
    store.setCertificateEntry("self", certificate);
    KeyManagerFactory keyManagers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keyManagers.init(store, password);
    TrustManagerFactory trustManagers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trustManagers.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), new SecureRandom());
    return context;
  }

  /** Takes plain TCP connections and carries each on over TLS, as a peer with TLS would. */
  private static final class Tunnel implements AutoCloseable {
    private final SSLContext tls;
    private final InetSocketAddress target;
    private final ServerSocket server;

    Tunnel(SSLContext tls, InetSocketAddress target) throws IOException {
      this.tls = tls;
      this.target = target;
      this.server = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
      Thread.ofVirtual().start(this::accept);
    }

    InetSocketAddress address() {
      return (InetSocketAddress) server.getLocalSocketAddress();
    }

    private void accept() {
      try {
        while (true) {
          Socket plain = server.accept();
          Socket secure =
              tls.getSocketFactory().createSocket(target.getAddress(), target.getPort());
          Thread.ofVirtual().start(() -> carry(plain, secure));
          Thread.ofVirtual().start(() -> carry(secure, plain));
        }
      } catch (IOException e) {
        // The server socket is closed: the test is over.
        return;
      }
    }

    private static void carry(Socket from, Socket to) {
      try (from;
          to;
          InputStream in = from.getInputStream()) {
        in.transferTo(to.getOutputStream());
      } catch (IOException e) {
        // One side closed; try-with-resources closes the other.
        return;
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
