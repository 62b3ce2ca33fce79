package org.plenum.console.connection;

import org.plenum.model.pki.Credentials;

/** What an administrator shows to log in. */
public sealed interface LoginProof {
  /** Name and password of an account. */
  record Password(String username, String password) implements LoginProof {
    /** Without the password. */
    @Override
    public String toString() {
      return "Password[" + username + "]";
    }
  }

  /** A certificate of the administrator, with its key (SYS-054). */
  record Certificate(Credentials credentials) implements LoginProof {}
}
