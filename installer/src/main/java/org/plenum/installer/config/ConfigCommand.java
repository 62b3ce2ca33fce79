package org.plenum.installer.config;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The configuration as a text file that people review and keep under version control. */
@Command(
    name = "config",
    description = "Exports, compares and applies the configuration as one text file.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ConfigExportCommand.class,
      ConfigDiffCommand.class,
      ConfigApplyCommand.class,
      HelpCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class ConfigCommand {}
