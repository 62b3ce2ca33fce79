package org.plenum.installer.licence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plenum.model.licence.LicenceException;
import org.plenum.model.licence.LicenceOrder;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;
import org.plenum.model.resource.LicenceAction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers a request. */
@Command(
    name = "issue",
    description = {
      "Answers the request of a platform with a signed document. To activate or repair a licence,",
      "say what it permits; to take one back, nothing more is needed."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class LicenceIssueCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private IssuerKeys keys = new IssuerKeys();

  @Mixin private TermsOptions terms = new TermsOptions();

  @Option(names = "--output", paramLabel = "FILE", description = "File; without it, the output.")
  private @Nullable Path output;

  @Parameters(paramLabel = "REQUEST", description = "Request that was exported at the platform.")
  private Path request = Path.of("");

  @Override
  public Integer call() {
    LicenceOrder order = order();
    String answer =
        keys.existing()
            .answer(
                order,
                order.action() == LicenceAction.RETURN
                    ? Optional.empty()
                    : Optional.of(terms.of(order)));
    if (output == null) {
      var out = Objects.requireNonNull(spec).commandLine().getOut();
      out.print(answer);
      out.flush();
    } else {
      write(output, answer);
    }
    return ExitCode.OK.code();
  }

  private LicenceOrder order() {
    try {
      return LicenceOrder.parse(Files.readAllBytes(request));
    } catch (IOException e) {
      throw new StartupException(
          ExitCode.FAILED, "The file %s cannot be read.".formatted(request), e);
    } catch (LicenceException e) {
      throw new StartupException(ExitCode.FAILED, e.sentence(), e);
    }
  }

  private static void write(Path file, String answer) {
    try {
      Files.writeString(file, answer);
    } catch (IOException e) {
      throw new StartupException(
          ExitCode.FAILED, "The file %s cannot be written.".formatted(file), e);
    }
  }
}
