package org.plenum.management;

import picocli.CommandLine;

/** The command as the launcher runs it. */
public final class ManagementProcess {
  private ManagementProcess() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ManagementCommand()).execute(arguments));
  }
}
