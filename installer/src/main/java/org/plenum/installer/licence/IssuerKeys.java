package org.plenum.installer.licence;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.plenum.model.licence.LicenceIssuer;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.CredentialStore;
import org.plenum.model.pki.PkiException;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;
import picocli.CommandLine.Option;

/** Where the key of an issuer is. */
final class IssuerKeys {
  private static final InstantSource CLOCK = InstantSource.system();

  @Option(
      names = "--keys",
      required = true,
      paramLabel = "DIR",
      description = "Folder with the issuer's key. Who can read it can issue licences.")
  private Path folder = Path.of("");

  /** The issuer of the folder, which is made if there is none yet. */
  LicenceIssuer open(String name) {
    return issuer(() -> CertificateAuthority.open(new CredentialStore(folder), name, CLOCK));
  }

  /** The issuer of the folder. */
  LicenceIssuer existing() {
    return issuer(
        () ->
            new CredentialStore(folder)
                .load()
                .map(kept -> new CertificateAuthority(kept, CLOCK))
                .orElseThrow(
                    () -> new PkiException("there is none; plenum licence issuer makes one")));
  }

  private LicenceIssuer issuer(Supplier<CertificateAuthority> keys) {
    try {
      return new LicenceIssuer(keys.get(), CLOCK);
    } catch (PkiException e) {
      throw new StartupException(
          ExitCode.DATA_UNUSABLE,
          "The issuer's key in %s cannot be used: %s.".formatted(folder, e.getMessage()),
          e);
    }
  }
}
