package org.plenum.management.auth;

import java.time.Duration;
import org.plenum.management.auth.AuthenticationSettings.Current;
import org.plenum.management.ldap.DirectoryException;
import org.plenum.management.ldap.DirectoryUsers;
import org.plenum.management.ldap.UserCheck;

/**
 * Finds out who users of the directory are, by a password or on the word of a certificate. Few at
 * the same time, so that a slow directory does not take all requests with it. Safe for several
 * threads.
 */
public final class DirectoryIdentities {
  private static final int CHECKS_AT_ONCE = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final DirectoryUsers users;
  private final Turnstile turnstile = new Turnstile(CHECKS_AT_ONCE, PATIENCE);

  public DirectoryIdentities(DirectoryUsers users) {
    this.users = users;
  }

  /** Checks a name and a password. */
  Verdict check(Current settings, String username, String password) {
    return turnstile.pass(
        () -> verdict(settings, username, () -> users.check(settings.value(), username, password)));
  }

  /** Looks for a name that a certificate vouches for. */
  Verdict find(Current settings, String username) {
    return turnstile.pass(
        () -> verdict(settings, username, () -> users.find(settings.value(), username)));
  }

  /** A question to the directory. */
  private interface Question {
    UserCheck ask() throws DirectoryException;
  }

  private static Verdict verdict(Current settings, String username, Question question) {
    try {
      return switch (question.ask()) {
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
