package org.plenum.console.fake;

import java.util.Map;
import org.plenum.model.pki.CertificateDetails;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.PkiException;
import org.plenum.rpc.console.ImportCertificatesReply;
import org.plenum.rpc.console.ImportCertificatesRequest;
import org.plenum.rpc.console.ImportedCertificate;
import org.plenum.rpc.console.ImportedCertificate.Effect;
import org.plenum.rpc.console.PemFile;

/** Adds the certificates of files; those of files with a key are TLS certificates. */
final class FakeCertificates {
  private final FakeConfiguration configuration;

  FakeCertificates(FakeConfiguration configuration) {
    this.configuration = configuration;
  }

  ImportCertificatesReply load(ImportCertificatesRequest request) {
    ImportCertificatesReply.Builder reply = ImportCertificatesReply.newBuilder();
    for (PemFile file : request.getFilesList()) {
      try {
        PemBundle bundle =
            PemBundle.parse(file.getContent().toStringUtf8(), request.getPrivateKeyPassphrase());
        String resource = bundle.privateKeys().isEmpty() ? "ca_certificate" : "tls_certificate";
        bundle
            .certificates()
            .forEach(
                certificate ->
                    reply.addCertificates(
                        add(
                            resource,
                            PemText.of(certificate),
                            CertificateDetails.of(certificate))));
      } catch (PkiException e) {
        reply.addProblems(file.getName() + ": " + e.sentence());
      }
    }
    return reply.build();
  }

  private ImportedCertificate add(String resource, String pem, CertificateDetails details) {
    boolean known =
        configuration.all(resource).stream()
            .anyMatch(other -> other.text("subject_name").equals(details.subjectName()));
    return ImportedCertificate.newBuilder()
        .setEffect(known ? Effect.IGNORED : Effect.ADDED)
        .setResource(resource)
        .setId(known ? 1 : configuration.add(resource, described(pem, details)))
        .setSubject(details.subjectName())
        .setIssuer(details.issuerName())
        .build();
  }

  /** The fields of an object with a certificate. */
  static Map<String, Object> described(String pem, CertificateDetails details) {
    return Map.of(
        "certificate", pem,
        "subject_name", details.subjectName(),
        "issuer_name", details.issuerName(),
        "start_date", details.startDate(),
        "end_date", details.endDate(),
        "serial_no", details.serialNo());
  }
}
