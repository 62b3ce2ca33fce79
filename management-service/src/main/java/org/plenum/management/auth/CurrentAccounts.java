package org.plenum.management.auth;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plenum.management.auth.AuthenticationSettings.Current;
import org.plenum.management.ldap.GroupNames;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.Stored;
import org.plenum.model.resource.AccountPermission;
import org.plenum.model.resource.AccountRole;
import org.plenum.model.resource.LdapRole;

/**
 * What those who have logged in may do now. Asked anew for each request, so that a change of
 * settings, LDAP roles or account roles is in force at once. Safe for several threads.
 */
public final class CurrentAccounts {
  private final Accounts accounts;
  private final AuthenticationSettings settings;
  private final ConfigurationStore store;

  public CurrentAccounts(
      Accounts accounts, AuthenticationSettings settings, ConfigurationStore store) {
    this.accounts = accounts;
    this.settings = settings;
    this.store = store;
  }

  /** The account of somebody; empty if that one may do nothing any more. */
  public Optional<Account> of(Identity identity) {
    return switch (identity) {
      case Identity.Local local -> mayBeLocal(local) ? accounts.of(local) : Optional.empty();
      case Identity.Directory user -> store.read(reader -> of(reader, user));
    };
  }

  private boolean mayBeLocal(Identity.Local local) {
    Optional<Current> current = settings.current();
    return AuthenticationSettings.source(current).includesLocal()
        && AuthenticationSettings.proof(current) == local.proof();
  }

  private Optional<Account> of(ConfigurationReader reader, Identity.Directory user) {
    return settings
        .current(reader)
        .filter(current -> current.revision() == user.revision())
        .filter(current -> current.value().source().includesLdap())
        .map(current -> account(reader, user))
        .filter(account -> !account.roles().isEmpty());
  }

  private static Account account(ConfigurationReader reader, Identity.Directory user) {
    List<AccountRole> roles =
        reader
            .all(LdapRole.class)
            .map(Stored::value)
            .filter(mapping -> isMember(user, mapping))
            .flatMap(mapping -> mapping.roles().stream())
            .distinct()
            .flatMap(role -> reader.find(AccountRole.class, role).stream())
            .map(Stored::value)
            .toList();
    return new Account(
        user, roles.stream().map(AccountRole::name).toList(), permissions(reader, roles));
  }

  private static boolean isMember(Identity.Directory user, LdapRole mapping) {
    return GroupNames.normalised(mapping.ldapGroupDn()).filter(user.groups()::contains).isPresent();
  }

  private static Permissions permissions(ConfigurationReader reader, List<AccountRole> roles) {
    return Permissions.of(
        roles.stream()
            .flatMap(role -> role.permissions().stream())
            .distinct()
            .flatMap(permission -> reader.find(AccountPermission.class, permission).stream())
            .map(permission -> permission.value().codename())
            .collect(Collectors.toUnmodifiableSet()));
  }
}
