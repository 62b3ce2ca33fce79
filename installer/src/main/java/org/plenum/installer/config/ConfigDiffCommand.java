package org.plenum.installer.config;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plenum.model.process.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what applying a file would do. */
@Command(
    name = "diff",
    description = "Says what applying a file would do, and does nothing.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    // 2 says that there is a difference.
    exitCodeOnInvalidInput = 1,
    footerHeading = "%nExit status:%n",
    footer = {
      "  0  the configuration is like the file",
      "  1  an option is missing or wrong, or the file is refused",
      "  2  there is a difference",
      "  5  the name or the password is wrong",
      "  7  the server cannot be reached"
    })
final class ConfigDiffCommand implements Callable<Integer> {
  /** Exit status when there is a difference. */
  static final int DIFFERENT = 2;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private FileOptions options = new FileOptions();

  @Override
  public Integer call() {
    try (ConfigurationTextClient client = options.connect()) {
      List<String> plan =
          PlanText.of(client.compare(options.text(), options.prune()).path("changes"));
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      plan.forEach(out::println);
      out.flush();
      return plan.isEmpty() ? ExitCode.OK.code() : DIFFERENT;
    }
  }
}
