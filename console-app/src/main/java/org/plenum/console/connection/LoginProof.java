package org.plenum.console.connection;

import java.nio.file.Path;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.Pkcs12Exception;
import org.plenum.model.pki.Pkcs12File;

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

  /**
   * A certificate of the administrator, with its key (SYS-054).
   *
   * @param file where it was
   */
  record Certificate(Path file, Credentials credentials) implements LoginProof {
    /** From a PKCS #12 file. Takes a moment. */
    public static Certificate read(Path file, String password) throws Pkcs12Exception {
      return new Certificate(file, Pkcs12File.read(file, password));
    }
  }
}
