package org.plenum.management.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.model.config.Stored;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.resource.CaCertificate;

/**
 * Whose certificates are believed, as the configuration has it now (SYS-297 to SYS-301). Safe for
 * several threads.
 */
public final class TrustedAuthorities {
  private static final String ALGORITHM = "PKIX";

  private final ConfigurationStore store;
  private final List<X509Certificate> shipped;
  private volatile @Nullable State state;

  /** What was made of one version of the configuration. */
  private record State(long version, Optional<X509TrustManager> trustManager) {}

  private TrustedAuthorities(ConfigurationStore store, List<X509Certificate> shipped) {
    this.store = store;
    this.shipped = shipped;
  }

  /** Those that administrators have added, and no other. */
  public static TrustedAuthorities added(ConfigurationStore store) {
    return new TrustedAuthorities(store, List.of());
  }

  /** Those that administrators have added, and those that ship with Java. */
  public static TrustedAuthorities addedAndShipped(ConfigurationStore store) {
    return new TrustedAuthorities(store, shipped());
  }

  private static List<X509Certificate> shipped() {
    try {
      TrustManagerFactory factory = TrustManagerFactory.getInstance(ALGORITHM);
      factory.init((KeyStore) null);
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509TrustManager.class::isInstance)
          .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
          .toList();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java's trusted authorities cannot be read", e);
    }
  }

  /** Judges chains of certificates; empty while there is no authority. */
  public Optional<X509TrustManager> trustManager() {
    return store.read(this::current).trustManager();
  }

  private State current(ConfigurationReader reader) {
    State known = state;
    if (known == null || known.version() != reader.version()) {
      List<CaCertificate> added = reader.all(CaCertificate.class).map(Stored::value).toList();
      known = new State(reader.version(), trusting(added));
      state = known;
    }
    return known;
  }

  private Optional<X509TrustManager> trusting(List<CaCertificate> added) {
    Set<TrustAnchor> anchors = new HashSet<>();
    shipped.forEach(authority -> anchors.add(new TrustAnchor(authority, null)));
    List<X509Certificate> links = new ArrayList<>();
    added.forEach(one -> sort(one, anchors, links));
    return anchors.isEmpty() ? Optional.empty() : Optional.of(trusting(anchors, links));
  }

  private static X509TrustManager trusting(Set<TrustAnchor> anchors, List<X509Certificate> links) {
    try {
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, new X509CertSelector());
      parameters.setRevocationEnabled(false);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(links)));
      TrustManagerFactory factory = TrustManagerFactory.getInstance(ALGORITHM);
      factory.init(new CertPathTrustManagerParameters(parameters));
      return (X509TrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS is part of every Java platform", e);
    }
  }

  /** An intermediate authority completes chains, and ends them only if it is said so (SYS-299). */
  private static void sort(
      CaCertificate added, Set<TrustAnchor> anchors, List<X509Certificate> links) {
    for (X509Certificate certificate : PemBundle.parse(added.certificate()).certificates()) {
      if (added.endsChains(certificate)) {
        anchors.add(new TrustAnchor(certificate, null));
      }
      links.add(certificate);
    }
  }
}
