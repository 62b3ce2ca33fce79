package org.plenum.installer.licence;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Makes an issuer of licences, and answers requests for licences as one. */
@Command(
    name = "licence",
    description = "Issues licences: makes an issuer, and answers the requests of platforms.",
    mixinStandardHelpOptions = true,
    subcommands = {LicenceIssuerCommand.class, LicenceIssueCommand.class, HelpCommand.class},
    synopsisSubcommandLabel = "COMMAND")
public final class LicenceCommand {}
