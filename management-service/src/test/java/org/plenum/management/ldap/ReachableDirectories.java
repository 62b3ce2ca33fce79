package org.plenum.management.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import java.time.Duration;
import org.plenum.management.ldap.ServerTarget.Transport;
import org.plenum.management.store.ConfigurationStore;

/** A network in which every directory can be contacted; it can be asked nothing. */
public final class ReachableDirectories implements DirectoryConnector {
  private final DirectoryTrust trust;

  public ReachableDirectories(ConfigurationStore store) {
    trust = new DirectoryTrust(store);
  }

  @Override
  public DirectoryConnection connect(DirectorySettings settings) {
    return new DirectoryConnection(
        new LDAPConnection(),
        new ServerTarget(settings.server(), 636, Transport.LDAPS),
        new ServerDialer(trust.context(), Deadline.in(Duration.ofSeconds(1))));
  }
}
