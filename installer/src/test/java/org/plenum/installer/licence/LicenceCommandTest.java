package org.plenum.installer.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.model.licence.LicenceAnswer;
import org.plenum.model.licence.LicenceOrder;
import org.plenum.model.licence.LicenceTerms;
import org.plenum.model.licence.MachineIdentity;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.process.ExitCode;
import org.plenum.model.resource.LicenceAction;
import org.plenum.model.resource.LicenceType;

/** {@code plenum licence}: an issuer and its answers. */
class LicenceCommandTest {
  @TempDir Path folder;
  private IssuingDesk desk;

  @BeforeEach
  void start() {
    desk = new IssuingDesk(folder.resolve("keys"));
  }

  private static LicenceOrder order(LicenceAction action) {
    return new LicenceOrder(
        action,
        "request",
        7,
        "KEY-1",
        action == LicenceAction.ACTIVATE ? Optional.empty() : Optional.of("F-1"),
        Instant.parse("2026-03-01T10:00:00Z"),
        "1.0.0",
        MachineIdentity.of(UUID.randomUUID(), Map.of()));
  }

  private String request(LicenceOrder order) throws IOException {
    return Files.writeString(folder.resolve("request.xml"), order.toXml()).toString();
  }

  private LicenceAnswer answerTo(LicenceOrder order) {
    LicenceAnswer answer = LicenceAnswer.parse(desk.output());
    answer.requireIssuer(PemBundle.parse(desk.certificate()).certificates());
    answer.requireAnswerTo(order);
    return answer;
  }

  @Test
  void anIssuerIsMadeOnce() {
    String certificate = desk.certificate();

    assertThat(certificate).contains("BEGIN CERTIFICATE");
    assertThat(desk.certificate()).isEqualTo(certificate);
  }

  @Test
  void aRequestIsAnsweredWithWhatTheOptionsSay() throws IOException {
    desk.certificate();
    LicenceOrder order = order(LicenceAction.ACTIVATE);

    int status =
        desk.run(
            "issue",
            request(order),
            "--audio",
            "25",
            "--overdraft",
            "5",
            "--start",
            "2026-03-01",
            "--end",
            "2027-02-28");

    assertThat(status).as(desk.output()).isEqualTo(ExitCode.OK.code());
    LicenceTerms terms = answerTo(order).terms().orElseThrow();
    assertThat(terms.type()).isEqualTo(LicenceType.AUDIO);
    assertThat(terms.concurrent()).isEqualTo(25);
    assertThat(terms.overdraft()).isEqualTo(5);
    assertThat(terms.start()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(terms.expiration()).contains(LocalDate.of(2027, 2, 28));
  }

  @Test
  void aRepairKeepsTheActivationAndAReturnNeedsNoTerms() throws IOException {
    desk.certificate();
    LicenceOrder repair = order(LicenceAction.REPAIR);
    assertThat(desk.run("issue", request(repair), "--ports", "10")).isZero();
    assertThat(answerTo(repair).terms().orElseThrow().fulfillmentId()).isEqualTo("F-1");

    LicenceOrder giveBack = order(LicenceAction.RETURN);
    Path file = folder.resolve("answer.xml");
    assertThat(desk.run("issue", request(giveBack), "--output", file.toString())).isZero();
    assertThat(LicenceAnswer.parse(Files.readString(file)).terms()).isEmpty();
  }

  @Test
  void whatCannotBeIssuedIsExplained() throws IOException {
    String request = request(order(LicenceAction.ACTIVATE));
    assertThat(desk.run("issue", request, "--ports", "1")).isEqualTo(ExitCode.DATA_UNUSABLE.code());
    assertThat(desk.output()).contains("plenum licence issuer makes one");
    desk.certificate();

    assertThat(desk.run("issue", request)).isEqualTo(ExitCode.USAGE.code());
    assertThat(desk.output()).contains("--ports N or --audio N");
    assertThat(desk.run("issue", request, "--ports", "0")).isEqualTo(ExitCode.USAGE.code());
    assertThat(desk.run("issue", request, "--ports", "1", "--audio", "1"))
        .isEqualTo(ExitCode.USAGE.code());
    Path nothing = Files.writeString(folder.resolve("nothing"), "<x/>");
    for (String file : List.of(nothing.toString(), folder.resolve("absent").toString())) {
      assertThat(desk.run("issue", file, "--ports", "1")).isEqualTo(ExitCode.FAILED.code());
    }
  }
}
