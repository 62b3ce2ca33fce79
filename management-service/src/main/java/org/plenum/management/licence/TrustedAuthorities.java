package org.plenum.management.licence;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.plenum.model.pki.PkiException;

/** Whom the platform trusts in the world: what Java trusts, and the configured authorities. */
final class TrustedAuthorities {
  private TrustedAuthorities() {}

  /** Java's authorities and these. */
  static X509ExtendedTrustManager and(List<X509Certificate> more) {
    try {
      KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      int number = 0;
      for (X509Certificate authority : trustManager(null).getAcceptedIssuers()) {
        all.setCertificateEntry("java" + number++, authority);
      }
      for (X509Certificate authority : more) {
        all.setCertificateEntry("configured" + number++, authority);
      }
      return trustManager(all);
    } catch (GeneralSecurityException | IOException e) {
      throw new PkiException("the trusted authorities cannot be put together", e);
    }
  }

  private static X509ExtendedTrustManager trustManager(@Nullable KeyStore authorities)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authorities);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
