package org.plenum.management;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plenum.management.setup.AccessRecovery;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets administrators in again who have locked themselves out (DIAG-561 to DIAG-563). */
@Command(
    name = "authset",
    description = {
      "Lets administrators in again who have locked themselves out of a management service.",
      "The service must not be running.",
      "",
      "  LDAP LOCAL  only the local accounts can log in, with their passwords",
      "  LDAP BOTH   local accounts can log in, and users of the LDAP directory",
      "  CBA OFF     passwords are taken again in place of client certificates"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class AuthSetCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Data folder of the management service.")
  private Path data = Path.of("");

  @Parameters(arity = "2", paramLabel = "WHAT", description = "LDAP LOCAL, LDAP BOTH or CBA OFF.")
  private List<String> words = List.of();

  /** What can be set, and what is said when it is. */
  private enum Setting {
    LDAP_LOCAL(AccessRecovery::useLocalAccounts, "Local accounts alone can log in now."),
    LDAP_BOTH(
        AccessRecovery::useLocalAccountsToo,
        "Local accounts and users of the directory can log in now."),
    CBA_OFF(AccessRecovery::usePasswords, "Administrators log in with passwords now.");

    private final Consumer<AccessRecovery> effect;
    private final String result;

    Setting(Consumer<AccessRecovery> effect, String result) {
      this.effect = effect;
      this.result = result;
    }
  }

  @Override
  public Integer call() {
    Setting setting = setting();
    setting.effect.accept(new AccessRecovery(data, InstantSource.system()));
    if (spec != null) {
      spec.commandLine().getOut().println(setting.result);
    }
    return ExitCode.OK.code();
  }

  private Setting setting() {
    String wanted = String.join("_", words).toUpperCase(Locale.ROOT);
    return Arrays.stream(Setting.values())
        .filter(setting -> setting.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new StartupException(
                    ExitCode.USAGE,
                    "'%s' is none of LDAP LOCAL, LDAP BOTH and CBA OFF."
                        .formatted(String.join(" ", words))));
  }
}
