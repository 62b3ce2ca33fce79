package org.plenum.installer.licence;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plenum.model.process.StartupException;
import picocli.CommandLine;

/** {@code plenum licence} with the keys of a folder. */
final class IssuingDesk {
  private final Path keys;
  private final StringWriter output = new StringWriter();

  IssuingDesk(Path keys) {
    this.keys = keys;
  }

  /** Runs a command; gives its exit status. */
  int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(1, List.of("--keys", keys.toString()));
    output.getBuffer().setLength(0);
    return new CommandLine(new LicenceCommand())
        .setOut(new PrintWriter(output, true))
        .setErr(new PrintWriter(output, true))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              if (failure instanceof StartupException startup) {
                output.append(startup.getMessage());
                return startup.exitCode().code();
              }
              throw failure;
            })
        .execute(all.toArray(String[]::new));
  }

  /** What the last command wrote. */
  String output() {
    return output.toString();
  }

  /** Certificate of the issuer, which is made if there is none yet. */
  String certificate() {
    run("issuer", "--name", "Test issuer");
    return output();
  }
}
