package org.plenum.model.pki;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever is uploaded or sent, it is decoded or refused with an exception of this package. */
class PemFuzzTest {
  @FuzzTest
  void uploadedBundle(byte[] bytes) {
    try {
      PemBundle bundle = PemBundle.parse(new String(bytes, StandardCharsets.ISO_8859_1), "sesame");
      bundle.certificates().forEach(CertificateDetails::of);
      bundle.credentials();
    } catch (PkiException e) {
      // The one way to refuse.
    }
  }

  @FuzzTest
  void certificateRequest(byte[] bytes) {
    try {
      CertificateRequest.parse(new String(bytes, StandardCharsets.ISO_8859_1));
    } catch (CertificateRequestException e) {
      // The one way to refuse.
    }
  }
}
