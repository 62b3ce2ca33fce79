package org.plenum.management.ldap;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.plenum.management.ldap.DirectoryException.Problem;

/**
 * Opens connections to servers.
 *
 * @param tls whose certificates are believed
 * @param deadline when everything must be done
 */
record ServerDialer(SSLContext tls, Deadline deadline) {
  /** For one answer. */
  static final Duration ANSWER_TIME = Duration.ofSeconds(5);

  private static final Duration CONNECT_TIME = Duration.ofSeconds(3);
  private static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

  /** A connection on which nobody is logged in. */
  LDAPConnection open(ServerTarget target) throws DirectoryException {
    LDAPConnectionOptions options = options();
    try {
      return switch (target.transport()) {
        case LDAPS -> new LDAPConnection(sockets(), options, target.host(), target.port());
        case START_TLS -> encrypted(new LDAPConnection(options, target.host(), target.port()));
        case PLAIN -> new LDAPConnection(options, target.host(), target.port());
      };
    } catch (LDAPException e) {
      throw Failures.connecting(target, e);
    }
  }

  private TimedTls sockets() throws DirectoryException {
    return new TimedTls(tls.getSocketFactory(), deadline.millis(CONNECT_TIME));
  }

  private LDAPConnectionOptions options() throws DirectoryException {
    LDAPConnectionOptions options = new LDAPConnectionOptions();
    options.setConnectTimeoutMillis(deadline.millis(CONNECT_TIME));
    options.setResponseTimeoutMillis(deadline.millis(ANSWER_TIME));
    options.setMaxMessageSize(MAX_MESSAGE_BYTES);
    options.setFollowReferrals(false);
    options.setUseSynchronousMode(true);
    options.setSSLSocketVerifier(new NameCheck());
    return options;
  }

  private LDAPConnection encrypted(LDAPConnection connection)
      throws LDAPException, DirectoryException {
    try {
      ExtendedResult result =
          connection.processExtendedOperation(new StartTLSExtendedRequest(sockets()));
      if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
        throw new DirectoryException(Problem.NO_TLS, "The LDAP server does not offer TLS.");
      }
      return connection;
    } catch (LDAPException | DirectoryException e) {
      connection.close();
      throw e;
    }
  }
}
