package org.plenum.management.setup;

import java.util.Optional;
import org.plenum.management.auth.Accounts;
import org.plenum.management.auth.LocalPasswords;
import org.plenum.management.auth.Role;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

/** Makes the first account, so that nobody can ever reach a service without one. */
public final class AdministratorSetup {
  private static final int MIN_PASSWORD = 8;
  private static final int MAX_LENGTH = 250;

  private final Accounts accounts;
  private final LocalPasswords passwords;

  public AdministratorSetup(Accounts accounts, LocalPasswords passwords) {
    this.accounts = accounts;
    this.passwords = passwords;
  }

  /**
   * Makes the account if there is none at all; else checks that the given one is right, so that
   * somebody who starts with another password learns at once that it is not in force.
   *
   * @throws StartupException if an account is needed and not given, or given and wrong
   */
  public void ensure(Optional<Administrator> given) {
    if (accounts.any()) {
      given.ifPresent(this::check);
      return;
    }
    Administrator first =
        given.orElseThrow(
            () ->
                new StartupException(
                    ExitCode.USAGE,
                    "There is no administrator account yet: give a name and a password for it."));
    requireUsable(first);
    accounts.put(first.username(), first.password(), Role.READ_WRITE);
  }

  private void check(Administrator given) {
    if (!passwords.isRight(given.username(), given.password())) {
      throw new StartupException(
          ExitCode.WRONG_PASSWORD,
          "The name or password of the administrator is not the one that this data folder has.");
    }
  }

  private static void requireUsable(Administrator administrator) {
    String name = administrator.username();
    if (name.isBlank() || name.length() > MAX_LENGTH || name.indexOf(':') >= 0) {
      throw new StartupException(
          ExitCode.USAGE,
          "The administrator's name must have 1 to %d characters, none of them a colon."
              .formatted(MAX_LENGTH));
    }
    int length = administrator.password().length();
    if (length < MIN_PASSWORD || length > MAX_LENGTH) {
      throw new StartupException(
          ExitCode.USAGE,
          "The administrator's password must have %d to %d characters."
              .formatted(MIN_PASSWORD, MAX_LENGTH));
    }
  }
}
