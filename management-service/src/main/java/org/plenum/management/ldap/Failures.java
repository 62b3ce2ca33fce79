package org.plenum.management.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.plenum.management.ldap.DirectoryException.Problem;

/** Tells in plain words what went wrong with a server. */
final class Failures {
  private Failures() {}

  /** Why there is no connection. */
  static DirectoryException connecting(ServerTarget target, LDAPException e) {
    if (cause(e, SSLPeerUnverifiedException.class).isPresent()) {
      return new DirectoryException(
          Problem.WRONG_NAME,
          "The certificate of the LDAP server is not for the name %s.".formatted(target.host()));
    }
    if (cause(e, CertificateExpiredException.class).isPresent()) {
      return new DirectoryException(
          Problem.UNTRUSTED, "The certificate of the LDAP server has expired.");
    }
    if (cause(e, CertificateException.class).isPresent()) {
      return new DirectoryException(
          Problem.UNTRUSTED,
          "The certificate of the LDAP server is not trusted: add the certificate of its authority"
              + " to the trusted CA certificates.");
    }
    if (cause(e, UnknownHostException.class).isPresent()) {
      return new DirectoryException(
          Problem.UNREACHABLE, "There is no address for the name %s.".formatted(target.host()));
    }
    return new DirectoryException(
        Problem.UNREACHABLE, "No LDAP server can be contacted at this address.");
  }

  /** Why nobody could be logged in. */
  static DirectoryException binding(LDAPException e) {
    ResultCode code = e.getResultCode();
    if (code.equals(ResultCode.INVALID_CREDENTIALS)
        || code.equals(ResultCode.INVALID_DN_SYNTAX)
        || code.equals(ResultCode.NO_SUCH_OBJECT)) {
      return new DirectoryException(
          Problem.BIND_REFUSED, "The LDAP server refuses this user name or password.");
    }
    return asking(e);
  }

  /** Why there is no answer to a question. */
  static DirectoryException asking(LDAPException e) {
    return e.getResultCode().isConnectionUsable()
        ? new DirectoryException(
            Problem.REFUSED,
            "The LDAP server refuses what it is asked (%s).".formatted(e.getResultCode().getName()))
        : new DirectoryException(
            Problem.UNREACHABLE, "The LDAP server does not answer or breaks the connection off.");
  }

  private static Optional<Throwable> cause(Throwable failure, Class<? extends Throwable> type) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(type::isInstance)
        .findFirst();
  }

  /** The words of the log for one attempt (DIAG-552 to DIAG-555). */
  static String reason(ServerTarget target, DirectoryException e) {
    String reason =
        switch (e.problem()) {
          case BIND_REFUSED -> "Invalid credentials";
          case UNTRUSTED, WRONG_NAME, NO_TLS ->
              target.transport() == ServerTarget.Transport.START_TLS
                  ? "Connect error"
                  : "Can't contact LDAP server";
          case UNREACHABLE -> "Can't contact LDAP server";
          case REFUSED -> "Refused";
        };
    return "%s : %s (%s)".formatted(target.uri(), reason, e.getMessage());
  }
}
