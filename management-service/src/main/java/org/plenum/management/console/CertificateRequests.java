package org.plenum.management.console;

import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.plenum.management.certificate.CertificateImports;
import org.plenum.management.certificate.CertificatesRefusedException;
import org.plenum.management.certificate.ImportedCertificate;
import org.plenum.management.certificate.PemFile;
import org.plenum.management.certificate.SignedRequests;
import org.plenum.management.change.ChangeResult;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.StoredObject;
import org.plenum.model.resource.CertificateSigningRequest;
import org.plenum.rpc.console.CompleteRequestRequest;
import org.plenum.rpc.console.ImportCertificatesReply;
import org.plenum.rpc.console.ImportCertificatesRequest;

/** What consoles do with certificates beyond changing objects. */
final class CertificateRequests {
  private final CertificateImports imports;
  private final SignedRequests signed;
  private final String completable;

  CertificateRequests(ConfigurationStore store, ChangeSets changeSets) {
    this.imports = new CertificateImports(store.catalog(), changeSets);
    this.signed = new SignedRequests(store, changeSets);
    this.completable = store.catalog().type(CertificateSigningRequest.class).name();
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

  ChangeResult complete(String author, CompleteRequestRequest request) {
    if (!request.getResource().equals(completable)) {
      throw Status.INVALID_ARGUMENT
          .withDescription("A %s cannot be completed.".formatted(request.getResource()))
          .asRuntimeException();
    }
    StoredObject pending =
        signed
            .pending(request.getId())
            .orElseThrow(
                () ->
                    Status.NOT_FOUND
                        .withDescription("The request is not there any more.")
                        .asRuntimeException());
    return signed.complete(author, ChangeSource.CONSOLE, pending, request.getAnswer());
  }
}
