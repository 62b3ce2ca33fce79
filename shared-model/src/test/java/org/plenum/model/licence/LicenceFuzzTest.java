package org.plenum.model.licence;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever comes as an answer or a request, it is read or refused with the one exception. */
class LicenceFuzzTest {
  private static final LicenceIssuer ISSUER = Licences.issuer("Issuer");

  @FuzzTest
  void answers(byte[] bytes) {
    readOrRefuse(new String(bytes, StandardCharsets.UTF_8));
  }

  /** Signs the content, so that what lies behind the signature is reached. */
  @FuzzTest
  void signedAnswers(byte[] content) {
    readOrRefuse(ISSUER.seal(content));
  }

  @FuzzTest
  void requests(byte[] bytes) {
    try {
      LicenceOrder.parse(bytes).toXml();
    } catch (LicenceException e) {
      // The one way to refuse.
    }
  }

  private static void readOrRefuse(String xml) {
    try {
      LicenceAnswer answer = LicenceAnswer.parse(xml);
      answer.requireIssuer(List.of(ISSUER.certificate()));
      answer.requireAnswerTo(Licences.order());
      answer.requireMachine(Licences.MACHINE);
    } catch (LicenceException e) {
      // The one way to refuse.
    }
  }
}
