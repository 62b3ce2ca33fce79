package org.plenum.console.connection;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.plenum.console.connection.ConnectionException.Problem;
import org.plenum.model.pki.CertificateFingerprint;
import org.plenum.model.pki.CertificateTrustManager;
import org.plenum.model.pki.TlsContexts;

/** Looks at the certificate of a server that is not trusted yet, and sends it nothing. */
final class FirstContact {
  private static final Duration TIMEOUT = Duration.ofSeconds(6);

  private FirstContact() {}

  /** The fingerprint that the administrator is to confirm. Blocks. */
  static CertificateFingerprint fingerprintOf(ServerAddress address) throws ConnectionException {
    Observer observer = new Observer();
    try (Socket plain = new Socket()) {
      int timeout = Math.toIntExact(TIMEOUT.toMillis());
      plain.connect(new InetSocketAddress(address.host(), address.port()), timeout);
      plain.setSoTimeout(timeout);
      try (SSLSocket tls =
          (SSLSocket)
              TlsContexts.plain(null, observer)
                  .getSocketFactory()
                  .createSocket(plain, address.host(), address.port(), true)) {
        tls.startHandshake();
      }
    } catch (SSLException e) {
      X509Certificate seen = observer.seen;
      if (seen != null) {
        return CertificateFingerprint.of(seen);
      }
      throw new ConnectionException(Problem.NOT_A_SERVER, "no TLS at " + address, e);
    } catch (IOException e) {
      throw new ConnectionException(Problem.UNREACHABLE, "no answer from " + address, e);
    }
    throw new ConnectionException(Problem.NOT_A_SERVER, "no certificate from " + address);
  }

  /** Notes the certificate and refuses it, which ends the handshake. */
  private static final class Observer extends CertificateTrustManager {
    private volatile @Nullable X509Certificate seen;

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      seen = chain[0];
      throw new CertificateException("only looking");
    }
  }
}
