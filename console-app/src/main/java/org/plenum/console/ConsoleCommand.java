package org.plenum.console;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plenum.console.connection.ServerAddress;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plenum console}: opens the administration console. */
@Command(
    name = "console",
    description = "Opens the administration console.",
    mixinStandardHelpOptions = true)
public final class ConsoleCommand implements Callable<Integer> {
  @Option(
      names = "--server",
      paramLabel = "HOST[:PORT]",
      description = "Management service to log in to.")
  private @Nullable String server;

  @Option(names = "--user", paramLabel = "NAME", description = "User name to log in with.")
  private @Nullable String user;

  @Option(
      names = "--profile",
      paramLabel = "DIR",
      description = "Folder of settings and certificates (default: the user's own).")
  private @Nullable Path profile;

  @Override
  public Integer call() {
    if (server != null) {
      checkAddress(server);
    }
    ConsoleApplication.launch(
        new ConsoleOptions(
            profile == null ? ConsoleOptions.defaultProfile() : profile,
            Optional.ofNullable(server),
            Optional.ofNullable(user)));
    return 0;
  }

  private static void checkAddress(String server) {
    try {
      ServerAddress.parse(server);
    } catch (IllegalArgumentException e) {
      throw new StartupException(ExitCode.USAGE, "--server: " + e.getMessage(), e);
    }
  }
}
