package org.plenum.installer;

import org.plenum.console.ConsoleCommand;
import org.plenum.installer.config.ConfigCommand;
import org.plenum.installer.demo.DemoCommand;
import org.plenum.installer.licence.LicenceCommand;
import org.plenum.management.AuthSetCommand;
import org.plenum.management.ManagementCommand;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;
import org.plenum.node.NodeCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The {@code plenum} command. */
@Command(
    name = "plenum",
    description = "Self-hosted video conferencing.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    subcommands = {
      DemoCommand.class,
      ManagementCommand.class,
      AuthSetCommand.class,
      NodeCommand.class,
      ConsoleCommand.class,
      ConfigCommand.class,
      LicenceCommand.class,
      HelpCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class PlenumCommand {

  private PlenumCommand() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(execute(arguments));
  }

  static int execute(String... arguments) {
    CommandLine commandLine = new CommandLine(new PlenumCommand());
    commandLine.getCommandSpec().usageMessage().footerHeading("%nExit codes:%n");
    commandLine.getCommandSpec().usageMessage().footer(exitCodes());
    commandLine.setExecutionExceptionHandler(PlenumCommand::explain);
    return commandLine.execute(arguments);
  }

  private static String[] exitCodes() {
    return java.util.Arrays.stream(ExitCode.values())
        .map(code -> "  " + code.code() + "  " + code.meaning())
        .toArray(String[]::new);
  }

  /** What an operator can mend is said in one sentence; anything else shows where it came from. */
  private static int explain(
      Exception exception, CommandLine commandLine, CommandLine.ParseResult parsed) {
    if (exception instanceof StartupException startup) {
      commandLine.getErr().println(startup.getMessage());
      return startup.exitCode().code();
    }
    exception.printStackTrace(commandLine.getErr());
    return ExitCode.FAILED.code();
  }
}
