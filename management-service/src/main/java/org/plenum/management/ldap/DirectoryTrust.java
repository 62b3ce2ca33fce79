package org.plenum.management.ldap;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.plenum.management.certificate.TrustedAuthorities;
import org.plenum.management.store.ConfigurationStore;

/**
 * Whose certificates of servers are believed: those of the authorities that ship with Java and of
 * those that administrators have added (SYS-048, SVC-221). Safe for several threads.
 */
public final class DirectoryTrust {
  private final TrustedAuthorities authorities;

  public DirectoryTrust(ConfigurationStore store) {
    this.authorities = TrustedAuthorities.addedAndShipped(store);
  }

  /** For connections that begin now. Nothing is presented to the server (SVC-223). */
  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, authorities.trustManager().stream().toArray(TrustManager[]::new), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS is part of every Java platform", e);
    }
  }
}
