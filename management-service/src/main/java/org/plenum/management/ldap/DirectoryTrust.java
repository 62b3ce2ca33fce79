package org.plenum.management.ldap;

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
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.resource.CaCertificate;

/**
 * Whose certificates of servers are believed: those of the authorities that ship with Java and of
 * those that administrators have added (SYS-048, SVC-221). Safe for several threads.
 */
public final class DirectoryTrust {
  private static final String ALGORITHM = "PKIX";

  private final ConfigurationStore store;
  private final List<X509Certificate> shipped;

  public DirectoryTrust(ConfigurationStore store) {
    this.store = store;
    this.shipped = shipped();
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

  /** For connections that begin now. Nothing is presented to the server (SVC-223). */
  SSLContext context() {
    Set<TrustAnchor> anchors = new HashSet<>();
    shipped.forEach(authority -> anchors.add(new TrustAnchor(authority, null)));
    List<X509Certificate> links = new ArrayList<>();
    store.read(
        reader -> {
          reader.all(CaCertificate.class).forEach(added -> sort(added.value(), anchors, links));
          return anchors;
        });
    try {
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, new X509CertSelector());
      parameters.setRevocationEnabled(false);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(links)));
      TrustManagerFactory factory = TrustManagerFactory.getInstance(ALGORITHM);
      factory.init(new CertPathTrustManagerParameters(parameters));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS is part of every Java platform", e);
    }
  }

  /** An intermediate authority completes chains, and ends them only if it is said so (SYS-299). */
  private static void sort(
      CaCertificate added, Set<TrustAnchor> anchors, List<X509Certificate> links) {
    for (X509Certificate certificate : PemBundle.parse(added.certificate()).certificates()) {
      boolean root =
          certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
      if (root || added.trustedIntermediate()) {
        anchors.add(new TrustAnchor(certificate, null));
      }
      links.add(certificate);
    }
  }
}
