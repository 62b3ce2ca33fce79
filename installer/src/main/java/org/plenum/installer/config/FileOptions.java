package org.plenum.installer.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which file is compared with, or applied to, which management service. */
final class FileOptions {
  @Mixin private ServerOptions server = new ServerOptions();

  @Option(
      names = "--prune",
      description = {
        "Also delete what the sections of the file do not have. Resources without a section",
        "are never touched."
      })
  private boolean prune;

  @Parameters(paramLabel = "FILE", description = "File as export wrote it.")
  private Path file = Path.of("");

  ConfigurationTextClient connect() {
    return server.connect();
  }

  boolean prune() {
    return prune;
  }

  String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new StartupException(ExitCode.FAILED, "The file %s cannot be read.".formatted(file), e);
    }
  }
}
