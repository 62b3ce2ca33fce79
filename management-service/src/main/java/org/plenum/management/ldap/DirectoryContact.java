package org.plenum.management.ldap;

import java.util.Optional;
import org.plenum.management.change.ServerContact;
import org.plenum.management.ldap.DirectoryException.Problem;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Violations;
import org.plenum.model.resource.Authentication;
import org.plenum.model.resource.LdapSyncSource;

/** Directories are contacted before what names them is saved (SYS-047, SVC-220). */
public final class DirectoryContact implements ServerContact {
  private static final String AUTHENTICATION = "authentication";
  private static final String SYNC_SOURCE = "ldap_sync_source";
  private static final String SERVER = "ldap_server";
  private static final String USERNAME = "ldap_bind_username";

  private final DirectoryConnector connector;

  public DirectoryContact(DirectoryConnector connector) {
    this.connector = connector;
  }

  @Override
  public boolean concerns(String resource) {
    return resource.equals(AUTHENTICATION) || resource.equals(SYNC_SOURCE);
  }

  @Override
  public Violations problems(StoredObject object) {
    Optional<DirectorySettings> settings = settings(object);
    if (settings.isEmpty()) {
      return Violations.NONE;
    }
    try {
      connector.connect(settings.get()).close();
      return Violations.NONE;
    } catch (DirectoryException e) {
      String field = e.problem() == Problem.BIND_REFUSED ? USERNAME : SERVER;
      return Violations.of(field, e.getMessage());
    }
  }

  private static Optional<DirectorySettings> settings(StoredObject object) {
    ResourceType<?> type = object.type();
    return switch (type.toRecord(object.values())) {
      case Authentication source when source.source().includesLdap() ->
          Optional.of(DirectorySettings.of(source));
      case LdapSyncSource source -> Optional.of(DirectorySettings.of(source));
      default -> Optional.empty();
    };
  }
}
