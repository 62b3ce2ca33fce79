package org.plenum.installer.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the configuration to a file. */
@Command(
    name = "export",
    description = "Writes the configuration to a file. Secrets are left out.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ConfigExportCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private ServerOptions server = new ServerOptions();

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "File; without it, the output.")
  private @Nullable Path file;

  @Override
  public Integer call() {
    try (ConfigurationTextClient client = server.connect()) {
      String text = client.export();
      if (file == null) {
        Objects.requireNonNull(spec).commandLine().getOut().print(text);
        Objects.requireNonNull(spec).commandLine().getOut().flush();
      } else {
        write(file, text);
      }
      return ExitCode.OK.code();
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new StartupException(
          ExitCode.FAILED, "The file %s cannot be written.".formatted(file), e);
    }
  }
}
