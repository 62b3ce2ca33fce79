package org.plenum.installer.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * The administrator password of a demonstration. A generated one is kept in a file that only its
 * owner can read, so that a second start can print it again.
 */
final class DemoPassword {

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY234679";
  private static final int LENGTH = 14;

  private DemoPassword() {}

  /**
   * The password to use.
   *
   * @param given what the operator asked for, if anything; never written to disk
   */
  static String choose(Path dataFolder, @Nullable String given) throws IOException {
    if (given != null) {
      return given;
    }
    Path file = dataFolder.resolve("admin-password");
    if (Files.exists(file)) {
      return Files.readString(file).strip();
    }
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, password + "\n");
    return password.toString();
  }
}
