package org.plenum.management.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.console.ConsoleFixture.Console;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.CertificateRequest;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.PlatformIdentity;
import org.plenum.model.pki.SubjectNames;
import org.plenum.rpc.console.ChangeSetReply;
import org.plenum.rpc.console.ImportCertificatesReply;
import org.plenum.rpc.console.ImportCertificatesRequest;
import org.plenum.rpc.console.ImportedCertificate.Effect;
import org.plenum.rpc.console.PemFile;
import org.plenum.rpc.console.PerformRequest;

/** Certificates from consoles: files, and answers to requests. */
class ConsoleCertificatesTest {
  private static final String REQUESTS = "certificate_signing_request";

  @TempDir Path folder;
  private final CertificateAuthority authority =
      CertificateAuthority.create("Outside authority", InstantSource.system());
  private ConsoleFixture fixture;
  private Console console;

  @BeforeEach
  void start() {
    fixture = new ConsoleFixture(folder);
    console = fixture.console();
  }

  @AfterEach
  void stop() throws InterruptedException {
    fixture.close();
  }

  private static ImportCertificatesRequest file(String name, ByteString content) {
    return ImportCertificatesRequest.newBuilder()
        .addFiles(PemFile.newBuilder().setName(name).setContent(content))
        .build();
  }

  private static PerformRequest answer(String resource, long id, String answer) {
    return PerformRequest.newBuilder().setResource(resource).setId(id).setValue(answer).build();
  }

  private static void refused(Status.Code code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class, e -> assertThat(e.getStatus().getCode()).isEqualTo(code));
  }

  @Test
  @Tag("SYS-282")
  void filesAreImportedAndProblemsNameTheFile() {
    ByteString root = ByteString.copyFromUtf8(PemText.of(authority.certificate()));

    ImportCertificatesReply reply = console.as("alice").importCertificates(file("ca.pem", root));
    ImportCertificatesReply binary =
        console
            .as("alice")
            .importCertificates(file("ca.der", ByteString.copyFrom(new byte[] {48, -126, 1})));

    assertThat(reply.getCertificates(0).getEffect()).isEqualTo(Effect.ADDED);
    assertThat(reply.getCertificates(0).getResource()).isEqualTo("ca_certificate");
    assertThat(reply.getCertificates(0).getSubject()).isEqualTo("Outside authority");
    assertThat(binary.getProblemsList())
        .containsExactly("ca.der: There is no PEM block in the text.");
  }

  @Test
  @Tag("SYS-315")
  void aCertificateTakesThePlaceOfItsRequest() {
    long id =
        fixture.store.create(
            REQUESTS, Map.of("subject_name", "node.example.org", "private_key_type", "ECDSAP256"));
    String csr = fixture.store.get(REQUESTS, id).values().text("csr");
    String certificate =
        PemText.of(
            authority.issue(
                CertificateRequest.parse(csr),
                new PlatformIdentity.Management(),
                SubjectNames.of("node.example.org")));

    ChangeSetReply wrong =
        console.as("alice").perform(answer(REQUESTS, id, PemText.of(authority.certificate())));
    assertThat(wrong.getErrors(0).getFields(0).getMessages(0)).contains("same key pair");
    ChangeSetReply reply = console.as("alice").perform(answer(REQUESTS, id, certificate));

    assertThat(reply.getErrorsList()).isEmpty();
    assertThat(reply.getObjects(0).getResource()).isEqualTo("tls_certificate");
    assertThat(fixture.store.find(REQUESTS, id)).isEmpty();
    ChangeSetReply again = console.as("alice").perform(answer(REQUESTS, id, certificate));
    assertThat(again.getErrorsList()).hasSize(1);
    refused(
        Status.Code.INVALID_ARGUMENT,
        () -> console.as("alice").perform(answer("global", 1, certificate)));
  }

  @Test
  @Tag("SYS-060")
  void whoMayOnlyLookDoesNeither() {
    refused(
        Status.Code.PERMISSION_DENIED,
        () -> console.as("bob").importCertificates(ImportCertificatesRequest.getDefaultInstance()));
    refused(
        Status.Code.PERMISSION_DENIED, () -> console.as("bob").perform(answer(REQUESTS, 1, "")));
  }
}
