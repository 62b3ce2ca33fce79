package org.plenum.management.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.plenum.management.certificate.CertificateImports;
import org.plenum.management.certificate.CertificatesRefusedException;
import org.plenum.management.certificate.ImportedCertificate;
import org.plenum.management.certificate.PemFile;
import org.plenum.management.change.ChangeSource;
import org.plenum.rpc.console.ImportCertificatesReply;
import org.plenum.rpc.console.ImportCertificatesRequest;

/** The import of certificates, as consoles ask for it. */
final class CertificateRequests {
  private final CertificateImports imports;

  CertificateRequests(CertificateImports imports) {
    this.imports = imports;
  }

  ImportCertificatesReply load(String author, ImportCertificatesRequest request) {
    List<PemFile> files =
        request.getFilesList().stream()
            // PEM is ASCII; what is not is no PEM, whatever it looks like.
            .map(
                file ->
                    new PemFile(
                        file.getName(), file.getContent().toString(StandardCharsets.ISO_8859_1)))
            .toList();
    ImportCertificatesReply.Builder reply = ImportCertificatesReply.newBuilder();
    try {
      imports
          .apply(author, ChangeSource.CONSOLE, files, request.getPrivateKeyPassphrase())
          .forEach(certificate -> reply.addCertificates(message(certificate)));
    } catch (CertificatesRefusedException e) {
      reply.addAllProblems(e.problems());
    }
    return reply.build();
  }

  private static org.plenum.rpc.console.ImportedCertificate message(ImportedCertificate imported) {
    return org.plenum.rpc.console.ImportedCertificate.newBuilder()
        .setEffect(
            switch (imported.effect()) {
              case ADDED -> org.plenum.rpc.console.ImportedCertificate.Effect.ADDED;
              case REPLACED -> org.plenum.rpc.console.ImportedCertificate.Effect.REPLACED;
              case IGNORED -> org.plenum.rpc.console.ImportedCertificate.Effect.IGNORED;
            })
        .setResource(imported.resource())
        .setId(imported.id())
        .setSubject(imported.subject())
        .setIssuer(imported.issuer())
        .build();
  }
}
