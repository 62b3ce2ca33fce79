package org.plenum.installer.licence;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plenum.model.pki.PemText;
import org.plenum.model.process.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes an issuer, and shows its certificate. */
@Command(
    name = "issuer",
    description = {
      "Makes an issuer of licences, or takes the one that is there, and prints its certificate.",
      "Platforms trust it when the certificate is in their global settings."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class LicenceIssuerCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private IssuerKeys keys = new IssuerKeys();

  @Option(
      names = "--name",
      defaultValue = "Plenum licence issuer",
      description = "Name of a new issuer (${DEFAULT-VALUE}).")
  private String name = "";

  @Override
  public Integer call() {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(PemText.of(keys.open(name).certificate()));
    out.flush();
    return ExitCode.OK.code();
  }
}
