package org.plenum.management.auth;

import java.time.Duration;
import org.plenum.management.auth.AuthenticationSettings.Current;
import org.plenum.management.ldap.DirectoryException;
import org.plenum.management.ldap.DirectoryUsers;
import org.plenum.management.ldap.UserCheck;

/**
 * Checks passwords of users of the directory. Few at the same time, so that a slow directory does
 * not take all requests with it. Safe for several threads.
 */
public final class DirectoryPasswords {
  private static final int CHECKS_AT_ONCE = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final DirectoryUsers users;
  private final Turnstile turnstile = new Turnstile(CHECKS_AT_ONCE, PATIENCE);

  public DirectoryPasswords(DirectoryUsers users) {
    this.users = users;
  }

  Verdict check(Current settings, String username, String password) {
    return turnstile.pass(() -> ask(settings, username, password));
  }

  private Verdict ask(Current settings, String username, String password) {
    try {
      return switch (users.check(settings.value(), username, password)) {
        case UserCheck.Right right ->
            new Verdict.Right(
                new Identity.Directory(username, right.groups(), settings.revision()));
        case UserCheck.Wrong wrong -> new Verdict.Wrong(wrong.cause());
      };
    } catch (DirectoryException e) {
      return new Verdict.Unanswered(e.getMessage());
    }
  }
}
