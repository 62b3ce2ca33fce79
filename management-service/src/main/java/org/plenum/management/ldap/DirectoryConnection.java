package org.plenum.management.ldap;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.WhoAmIExtendedRequest;
import com.unboundid.ldap.sdk.extensions.WhoAmIExtendedResult;
import java.util.List;
import org.plenum.management.ldap.DirectoryException.Problem;

/**
 * A connection to a directory on which the account that searches is logged in. For one thread, and
 * not for long: the connection has a deadline for everything that is done with it.
 */
public final class DirectoryConnection implements AutoCloseable {
  private final LDAPConnection connection;
  private final ServerTarget target;
  private final ServerDialer dialer;

  DirectoryConnection(LDAPConnection connection, ServerTarget target, ServerDialer dialer) {
    this.connection = connection;
    this.target = target;
    this.dialer = dialer;
  }

  /**
   * Records below a place.
   *
   * @param filter in the form of RFC 4515
   * @param limit the server sends no more than these, of which there may be more
   */
  List<SearchResultEntry> search(String base, String filter, int limit, String... attributes)
      throws DirectoryException {
    try {
      SearchRequest request =
          new SearchRequest(base, SearchScope.SUB, Filter.create(filter), attributes);
      int millis = dialer.deadline().millis(ServerDialer.ANSWER_TIME);
      request.setResponseTimeoutMillis(millis);
      request.setTimeLimitSeconds((millis + 999) / 1000);
      request.setSizeLimit(limit);
      return connection.search(request).getSearchEntries();
    } catch (LDAPSearchException e) {
      if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
        return e.getSearchEntries();
      }
      throw Failures.asking(e);
    } catch (LDAPException e) {
      throw Failures.asking(e);
    }
  }

  /**
   * Whether this is the password of a user, who is logged in on a connection of its own.
   *
   * @param dn name of the user's record
   * @param username what the user entered
   */
  boolean isPassword(String dn, String username, String password) throws DirectoryException {
    if (password.isEmpty() || dn.isEmpty()) {
      return false; // To a server, that is no log-in at all (RFC 4513, section 5.1.2).
    }
    try (LDAPConnection own = dialer.open(target)) {
      BindRequest request = BindRequests.user(dn, username, password, target);
      request.setResponseTimeoutMillis(dialer.deadline().millis(ServerDialer.ANSWER_TIME));
      own.bind(request);
      return target.encrypted() || isUser(own, dn, username);
    } catch (LDAPException e) {
      DirectoryException failure = Failures.binding(e);
      if (failure.problem() == Problem.BIND_REFUSED) {
        return false;
      }
      throw failure;
    }
  }

  /** With DIGEST-MD5 the server finds the user: it must have found the same one. */
  private static boolean isUser(LDAPConnection own, String dn, String username)
      throws LDAPException {
    ExtendedResult result = own.processExtendedOperation(new WhoAmIExtendedRequest());
    String identity =
        result instanceof WhoAmIExtendedResult answer && answer.getAuthorizationID() != null
            ? answer.getAuthorizationID()
            : "";
    if (identity.startsWith("dn:")) {
      return DN.isValidDN(identity.substring(3)) && DN.equals(dn, identity.substring(3));
    }
    // Active Directory: u:DOMAIN\name
    String name = identity.substring(identity.indexOf('\\') + 1);
    return identity.startsWith("u:") && name.equalsIgnoreCase(username);
  }

  @Override
  public void close() {
    connection.close();
  }
}
