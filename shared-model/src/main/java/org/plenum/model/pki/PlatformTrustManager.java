package org.plenum.model.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts certificates of the platform's own authority, and of these only the ones whose {@link
 * PlatformIdentity} is asked for.
 *
 * <p>Host names are deliberately not compared, even where the TLS library asks for it: nodes are
 * reached by address, behind NAT, or under a name that changes, while the URN says exactly which
 * member of the platform this is.
 */
public final class PlatformTrustManager extends CertificateTrustManager {
  private final X509Certificate authority;
  private final PeerRequirement required;
  private final X509TrustManager chainValidator;

  /** Trusts the given authority alone; the public ones that Java knows play no part. */
  public PlatformTrustManager(X509Certificate authority, PeerRequirement required) {
    this.authority = authority;
    this.required = required;
    this.chainValidator = validatorFor(authority);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    chainValidator.checkClientTrusted(chain, authType);
    checkIdentity(chain[0]);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    // Without the connection, so that no host name is compared.
    chainValidator.checkServerTrusted(chain, authType);
    checkIdentity(chain[0]);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[] {authority};
  }

  private void checkIdentity(X509Certificate certificate) throws CertificateException {
    PlatformIdentity identity;
    try {
      identity = PlatformIdentity.of(certificate);
    } catch (IdentityException e) {
      throw new CertificateException(e.getMessage(), e);
    }
    if (!required.accepted().test(identity)) {
      throw new CertificateException(
          "the peer is %s, expected %s".formatted(identity.urn(), required.description()));
    }
  }

  private static X509TrustManager validatorFor(X509Certificate authority) {
    try {
      KeyStore anchors = KeyStore.getInstance("PKCS12");
      anchors.load(null, null);
      anchors.setCertificateEntry("platform", authority);
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(anchors);
      return (X509TrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException | IOException e) {
      throw new PkiException("the platform's certificate authority cannot be trusted", e);
    }
  }
}
