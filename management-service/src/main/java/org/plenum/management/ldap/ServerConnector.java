package org.plenum.management.ldap;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.plenum.management.ldap.DirectoryException.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks servers up and tries them one after the other until one of them answers (DIAG-545 to
 * DIAG-555).
 */
public final class ServerConnector implements DirectoryConnector {
  private static final Logger support = LoggerFactory.getLogger("support.ldap");

  /** For all that a connection is used for; well below what a console waits for a log-in. */
  private static final Duration TIME = Duration.ofSeconds(10);

  private final DirectoryTrust trust;
  private final ServerTargets targets;
  private final Duration time;

  public ServerConnector(DirectoryTrust trust, ServiceLookup lookup) {
    this(trust, lookup, TIME);
  }

  ServerConnector(DirectoryTrust trust, ServiceLookup lookup, Duration time) {
    this.trust = trust;
    this.time = time;
    this.targets = new ServerTargets(lookup);
  }

  @Override
  public DirectoryConnection connect(DirectorySettings settings) throws DirectoryException {
    ServerDialer dialer = new ServerDialer(trust.context(), Deadline.in(time));
    List<DirectoryException> failures = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    Iterator<ServerTarget> candidates = targets.of(settings).iterator();
    while (isWorthAnotherTry(failures) && candidates.hasNext()) {
      ServerTarget target = candidates.next();
      try {
        DirectoryConnection connection = connect(settings, target, dialer);
        support.info(
            "Successfully connected to LDAP server Address=\"{}\" Uri=\"{}\"",
            settings.server(),
            target.uri());
        return connection;
      } catch (DirectoryException e) {
        failures.add(e);
        reasons.add(Failures.reason(target, e));
      }
    }
    support.info(
        "Failed connecting to LDAP server Address=\"{}\" Reasons={}", settings.server(), reasons);
    throw failures.stream()
        .min(Comparator.comparing(DirectoryException::problem))
        .orElseThrow(() -> new IllegalStateException("no address leads to no attempt"));
  }

  /** A wrong password is as wrong at the next server, and may lock the account there. */
  private static boolean isWorthAnotherTry(List<DirectoryException> failures) {
    return failures.isEmpty() || failures.getLast().problem() != Problem.BIND_REFUSED;
  }

  private static DirectoryConnection connect(
      DirectorySettings settings, ServerTarget target, ServerDialer dialer)
      throws DirectoryException {
    LDAPConnection connection = dialer.open(target);
    if (!settings.bindUsername().isEmpty()) {
      bind(connection, settings, target, dialer);
    }
    return new DirectoryConnection(connection, target, dialer);
  }

  private static void bind(
      LDAPConnection connection,
      DirectorySettings settings,
      ServerTarget target,
      ServerDialer dialer)
      throws DirectoryException {
    try {
      BindRequest request =
          BindRequests.account(settings.bindUsername(), settings.bindPassword(), target);
      request.setResponseTimeoutMillis(dialer.deadline().millis(ServerDialer.ANSWER_TIME));
      connection.bind(request);
    } catch (LDAPException e) {
      connection.close();
      throw Failures.binding(e);
    } catch (DirectoryException e) {
      connection.close();
      throw e;
    }
  }
}
