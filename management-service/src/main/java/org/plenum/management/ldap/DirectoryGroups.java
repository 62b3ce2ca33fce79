package org.plenum.management.ldap;

import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.List;
import java.util.Optional;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.model.config.ConfigurationView;
import org.plenum.model.config.Stored;
import org.plenum.model.resource.Authentication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The groups that LDAP roles can be for (SYS-044, SYS-081). Safe for several threads. */
public final class DirectoryGroups {
  private static final Logger log = LoggerFactory.getLogger(DirectoryGroups.class);

  /** The settings are a singleton. */
  private static final long ONLY = 1;

  /** More are no help to somebody who has to choose. */
  private static final int MAX_GROUPS = 1000;

  private final ConfigurationStore store;
  private final DirectoryConnector connector;

  public DirectoryGroups(ConfigurationStore store, DirectoryConnector connector) {
    this.store = store;
    this.connector = connector;
  }

  /**
   * Distinguished names of the groups of the administrators' directory; none without a directory,
   * or while it cannot be asked. May take some seconds.
   */
  public List<String> list() {
    Optional<Authentication> source =
        store.read(
            reader ->
                ((ConfigurationView) reader).find(Authentication.class, ONLY).map(Stored::value));
    return source.filter(found -> found.source().includesLdap()).map(this::list).orElse(List.of());
  }

  private List<String> list(Authentication source) {
    DirectorySettings settings = DirectorySettings.of(source);
    try (DirectoryConnection connection = connector.connect(settings)) {
      return connection
          .search(
              settings.below(source.ldapGroupSearchDn()),
              source.ldapGroupFilter(),
              MAX_GROUPS,
              SearchRequest.NO_ATTRIBUTES)
          .stream()
          .map(SearchResultEntry::getDN)
          .sorted(String.CASE_INSENSITIVE_ORDER)
          .toList();
    } catch (DirectoryException e) {
      log.info("The groups of the directory cannot be listed: {}", e.getMessage());
      return List.of();
    }
  }
}
