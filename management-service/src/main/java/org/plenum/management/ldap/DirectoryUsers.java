package org.plenum.management.ldap;

import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenum.model.resource.Authentication;

/**
 * Asks the directory of the administrators about one of them (SYS-050): finds the record by the
 * name, logs in with it and the password where there is one, and looks for the groups. Safe for
 * several threads.
 */
public final class DirectoryUsers {
  /** Attributes with the short name of a user, which some groups list. */
  private static final List<String> SHORT_NAMES = List.of("uid", "sAMAccountName");

  private static final int MAX_GROUPS = 1000;

  private final DirectoryConnector connector;
  private final InstantSource clock;

  public DirectoryUsers(DirectoryConnector connector, InstantSource clock) {
    this.connector = connector;
    this.clock = clock;
  }

  /**
   * Checks a name and a password. May take some seconds.
   *
   * @throws DirectoryException if the directory cannot be asked
   */
  public UserCheck check(Authentication source, String username, String password)
      throws DirectoryException {
    if (password.isEmpty()) {
      return new UserCheck.Wrong("the password is empty"); // SYS-051
    }
    return ask(
        source,
        username,
        (connection, user) ->
            connection.isPassword(user.getDN(), username, password)
                ? Optional.empty()
                : Optional.of("wrong password for " + user.getDN()));
  }

  /**
   * Looks for a user whose name somebody else vouches for: a certificate (SYS-054). May take some
   * seconds.
   *
   * @throws DirectoryException if the directory cannot be asked
   */
  public UserCheck find(Authentication source, String username) throws DirectoryException {
    return ask(
        source,
        username,
        (connection, user) ->
            AccountState.of(user)
                .objection(clock.instant())
                .map(objection -> "the account " + user.getDN() + " " + objection));
  }

  /** Whether a record is that of who logs in. */
  private interface RecordCheck {
    /** Why it is not. */
    Optional<String> objection(DirectoryConnection connection, SearchResultEntry user)
        throws DirectoryException;
  }

  private UserCheck ask(Authentication source, String username, RecordCheck check)
      throws DirectoryException {
    DirectorySettings settings = DirectorySettings.of(source);
    try (DirectoryConnection connection = connector.connect(settings)) {
      List<SearchResultEntry> records =
          connection.search(
              settings.below(source.ldapUserSearchDn()),
              FilterTemplate.both(
                  source.ldapUserFilter(),
                  new FilterTemplate(source.ldapUserSearchFilter())
                      .with(Map.of("username", username))),
              2,
              attributes(source));
      if (records.size() != 1) {
        return new UserCheck.Wrong(
            (records.isEmpty() ? "no record" : "more than one record")
                + " in the directory fits the name");
      }
      SearchResultEntry user = records.getFirst();
      Optional<String> objection = check.objection(connection, user);
      return objection.isPresent()
          ? new UserCheck.Wrong(objection.get())
          : new UserCheck.Right(user.getDN(), groups(connection, source, user, username));
    }
  }

  private static String[] attributes(Authentication source) {
    return Stream.of(groupAttributes(source), SHORT_NAMES, AccountState.ATTRIBUTES)
        .flatMap(List::stream)
        .toArray(String[]::new);
  }

  private static List<String> groupAttributes(Authentication source) {
    return Arrays.stream(source.ldapUserGroupAttributes().split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static Set<String> groups(
      DirectoryConnection connection,
      Authentication source,
      SearchResultEntry user,
      String username)
      throws DirectoryException {
    List<String> listing = groupAttributes(source).stream().filter(user::hasAttribute).toList();
    List<String> names = new ArrayList<>();
    if (listing.isEmpty()) {
      for (SearchResultEntry group : searchGroups(connection, source, user, username)) {
        names.add(group.getDN());
      }
    } else {
      listing.forEach(attribute -> names.addAll(List.of(user.getAttributeValues(attribute))));
    }
    return names.stream()
        .flatMap(name -> GroupNames.normalised(name).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<SearchResultEntry> searchGroups(
      DirectoryConnection connection,
      Authentication source,
      SearchResultEntry user,
      String username)
      throws DirectoryException {
    String shortName =
        SHORT_NAMES.stream()
            .filter(user::hasAttribute)
            .map(user::getAttributeValue)
            .findFirst()
            .orElse(username);
    return connection.search(
        DirectorySettings.of(source).below(source.ldapGroupSearchDn()),
        FilterTemplate.both(
            source.ldapGroupFilter(),
            new FilterTemplate(source.ldapGroupMembershipFilter())
                .with(Map.of("userdn", user.getDN(), "useruid", shortName))),
        MAX_GROUPS,
        SearchRequest.NO_ATTRIBUTES);
  }
}
