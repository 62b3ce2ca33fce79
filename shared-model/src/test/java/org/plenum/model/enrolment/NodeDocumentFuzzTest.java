package org.plenum.model.enrolment;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.PemText;

/** Whatever is uploaded, the reader returns a document or rejects it with its one exception. */
class NodeDocumentFuzzTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2030-05-01T12:00:00Z"));
  private static final CertificateAuthority AUTHORITY = CertificateAuthority.create("CA", CLOCK);

  private final NodeDocumentReader reader = new NodeDocumentReader("1.0.0", CLOCK);

  @FuzzTest
  void uploadedBytes(byte[] xml) {
    readOrReject(xml);
  }

  /** Signs the content, so that what lies behind the signature is reached. */
  @FuzzTest
  void signedContent(byte[] content) {
    String payload =
        new String(content, StandardCharsets.UTF_8)
            .replace("@CA@", PemText.of(AUTHORITY.certificate()));
    readOrReject(new NodeDocumentWriter(AUTHORITY).seal(payload.getBytes(StandardCharsets.UTF_8)));
  }

  private void readOrReject(byte[] xml) {
    try {
      reader.read(xml);
    } catch (NodeDocumentException e) {
      // The one way to reject.
    }
  }
}
