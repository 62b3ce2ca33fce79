package org.plenum.management.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.SSLSocketVerifier;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/**
 * Whether a certificate is for the server, by its common name or its alternative names (DIAG-549).
 * Like the check of the library, but another cause than all other failures have.
 */
final class NameCheck extends SSLSocketVerifier {
  private final HostNameSSLSocketVerifier names = new HostNameSSLSocketVerifier(true, true);

  @Override
  public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
    if (!socket.getSession().isValid()) {
      throw new LDAPException(ResultCode.CONNECT_ERROR, "The TLS handshake was not finished.");
    }
    try {
      names.verifySSLSocket(host, port, socket);
    } catch (LDAPException e) {
      throw new LDAPException(
          e.getResultCode(), e.getMessage(), new SSLPeerUnverifiedException(e.getMessage()));
    }
  }
}
