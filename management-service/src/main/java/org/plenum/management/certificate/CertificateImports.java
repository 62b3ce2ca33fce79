package org.plenum.management.certificate;

import java.util.ArrayList;
import java.util.List;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.ChangeSource;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PemException;

/**
 * Takes certificates with their keys, and certificates of authorities, from PEM files into the two
 * lists that they belong to, in one change set (SYS-282 to SYS-284). Safe for several threads.
 */
public final class CertificateImports {
  /** Field of requests that the problems belong to. */
  public static final String BUNDLE = "bundle";

  private static final int MAX_FILES = 200;
  private static final int MAX_PRIVATE_KEYS = 64;

  private final ResourceCatalog catalog;
  private final ChangeSets changeSets;

  /** Imports through this door. */
  public CertificateImports(ResourceCatalog catalog, ChangeSets changeSets) {
    this.catalog = catalog;
    this.changeSets = changeSets;
  }

  /**
   * Imports all of the files or nothing.
   *
   * @param passphrase opens the encrypted keys among them; empty: there are none
   * @return what became of each certificate, in the order of the files
   * @throws CertificatesRefusedException if something in them is wrong
   */
  public List<ImportedCertificate> apply(
      String author, ChangeSource source, List<PemFile> files, String passphrase) {
    ImportPlan plan = new ImportPlan(catalog, read(files, passphrase));
    return switch (changeSets.apply(author, source, plan)) {
      case Accepted accepted -> plan.outcome(accepted);
      case Rejected rejected -> throw new CertificatesRefusedException(plan.problems(rejected));
    };
  }

  private static PemBundle read(List<PemFile> files, String passphrase) {
    if (files.size() > MAX_FILES) {
      throw new CertificatesRefusedException(
          List.of("At most %d files can be imported at once.".formatted(MAX_FILES)));
    }
    List<String> problems = new ArrayList<>();
    PemBundle all = new PemBundle(List.of(), List.of(), List.of(), List.of());
    for (PemFile file : files) {
      try {
        all = all.and(PemBundle.parse(file.text(), passphrase));
      } catch (PemException e) {
        problems.add((file.name().isEmpty() ? "" : file.name() + ": ") + e.sentence());
      }
      if (all.privateKeys().size() > MAX_PRIVATE_KEYS) {
        problems.add(
            "At most %d private keys can be imported at once.".formatted(MAX_PRIVATE_KEYS));
        break;
      }
    }
    if (!problems.isEmpty()) {
      throw new CertificatesRefusedException(problems);
    }
    return all;
  }
}
