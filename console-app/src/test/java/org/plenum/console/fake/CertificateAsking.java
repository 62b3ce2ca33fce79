package org.plenum.console.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.plenum.model.pki.CertificateTrustManager;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.SelfSignedCertificate;
import org.plenum.model.pki.SubjectNames;
import org.plenum.model.pki.TlsContexts;

/** Lets clients show a certificate. */
public final class CertificateAsking extends HttpsConfigurator {
  CertificateAsking(Credentials own) {
    super(TlsContexts.plain(new ReloadableKeyManager(own), new Anybody()));
  }

  private static final class Anybody extends CertificateTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      throw new CertificateException("this side is the server");
    }
  }

  @Override
  public void configure(HttpsParameters parameters) {
    SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
    wanted.setWantClientAuth(true);
    parameters.setSSLParameters(wanted);
  }

  static boolean isFromUser(HttpExchange exchange) {
    try {
      return ((HttpsExchange) exchange)
          .getSSLSession()
          .getPeerPrincipal()
          .getName()
          .equals("CN=" + FakeSessions.USER);
    } catch (SSLPeerUnverifiedException e) {
      return false;
    }
  }

  /** Writes the file with somebody's certificate and key. */
  public static void writePkcs12(Path file, String user, String password)
      throws IOException, GeneralSecurityException {
    Credentials credentials =
        new SelfSignedCertificate(Clock.systemUTC())
            .create(KeyType.EC_P256, user, SubjectNames.of("localhost"));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        user,
        credentials.privateKey(),
        password.toCharArray(),
        new X509Certificate[] {credentials.certificate()});
    try (var output = Files.newOutputStream(file)) {
      store.store(output, password.toCharArray());
    }
  }
}
