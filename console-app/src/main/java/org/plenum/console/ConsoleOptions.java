package org.plenum.console;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the console is started with.
 *
 * @param profile folder of settings and certificates
 * @param server filled in at log-in
 * @param user filled in at log-in
 */
public record ConsoleOptions(Path profile, Optional<String> server, Optional<String> user) {
  /** The user's own profile, nothing filled in. */
  public static ConsoleOptions initial() {
    return new ConsoleOptions(defaultProfile(), Optional.empty(), Optional.empty());
  }

  /** {@code plenum-console} in the folder where the user's settings are. */
  static Path defaultProfile() {
    String configured = System.getenv("XDG_CONFIG_HOME");
    Path folder =
        configured == null || configured.isBlank()
            ? Path.of(System.getProperty("user.home"), ".config")
            : Path.of(configured);
    return folder.resolve("plenum-console");
  }
}
