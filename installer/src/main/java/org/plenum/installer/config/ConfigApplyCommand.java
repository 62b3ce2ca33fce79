package org.plenum.installer.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plenum.model.process.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the configuration be like a file. */
@Command(
    name = "apply",
    description = "Makes the configuration be like a file, in one change set.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExit status:%n",
    footer = {
      "  0  the configuration is like the file",
      "  1  the file is refused, or the question was answered with no",
      "  2  an option is missing or wrong",
      "  5  the name or the password is wrong",
      "  7  the server cannot be reached"
    })
final class ConfigApplyCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private FileOptions options = new FileOptions();

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Override
  public Integer call() {
    String text = options.text();
    try (ConfigurationTextClient client = options.connect()) {
      JsonNode comparison = client.compare(text, options.prune());
      List<String> plan = PlanText.of(comparison.path("changes"));
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      plan.forEach(out::println);
      if (plan.isEmpty()) {
        out.println("Nothing to do.");
        out.flush();
        return ExitCode.OK.code();
      }
      out.flush();
      if (!yes && !confirmed()) {
        Objects.requireNonNull(spec).commandLine().getErr().println("Nothing was changed.");
        return ExitCode.FAILED.code();
      }
      long version = client.apply(text, options.prune(), comparison.path("version").asLong());
      out.println("Done: this is version " + version + " of the configuration.");
      out.flush();
      return ExitCode.OK.code();
    }
  }

  private static boolean confirmed() {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      return false;
    }
    String answer = console.readLine("Apply this? [y/N] ");
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }
}
