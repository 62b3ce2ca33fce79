package org.plenum.management.auth;

import java.security.cert.X509Certificate;
import java.util.List;

/** How somebody proves to be who they are. */
public sealed interface Proof {
  /** With a password. */
  record Password(String username, String password) implements Proof {
    /** Without the password. */
    @Override
    public String toString() {
      return "Password[" + username + "]";
    }
  }

  /**
   * With a certificate, whose private key the other side of the connection has shown to hold.
   * Whether anybody trusts it is still open.
   *
   * @param chain the certificate first, then what issued it, as far as it was sent
   */
  record Certificate(List<X509Certificate> chain) implements Proof {
    public Certificate {
      chain = List.copyOf(chain);
      if (chain.isEmpty()) {
        throw new IllegalArgumentException("a chain has a certificate");
      }
    }
  }
}
