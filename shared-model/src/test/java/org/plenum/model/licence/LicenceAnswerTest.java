package org.plenum.model.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.model.pki.PemText;
import org.plenum.model.resource.LicenceAction;

/** What is believed of the answers of issuers, and what is not. */
class LicenceAnswerTest {
  private static final LicenceIssuer ISSUER = Licences.issuer("Issuer");
  private static final LicenceTerms TERMS = Licences.terms("2026-01-01", "2026-12-31");
  private static final LicenceOrder ORDER = Licences.order();

  private final String answer = ISSUER.answer(ORDER, Optional.of(TERMS));

  private static void refuses(String xml, String reason) {
    refuses(xml, ORDER, reason);
  }

  private static void refuses(String xml, LicenceOrder order, String reason) {
    assertThatThrownBy(() -> believe(xml, order))
        .isInstanceOf(LicenceException.class)
        .hasMessageContaining(reason);
  }

  private static LicenceAnswer believe(String xml, LicenceOrder order) {
    LicenceAnswer read = LicenceAnswer.parse(xml);
    read.requireIssuer(List.of(ISSUER.certificate()));
    read.requireAnswerTo(order);
    read.requireMachine(Licences.MACHINE);
    return read;
  }

  /** The same document with other signed bytes. */
  private static String withContent(String xml, UnaryOperator<String> change) {
    String start = "<payload encoding=\"base64\">";
    int from = xml.indexOf(start) + start.length();
    int to = xml.indexOf("</payload>");
    String content =
        new String(Base64.getMimeDecoder().decode(xml.substring(from, to)), StandardCharsets.UTF_8);
    String changed =
        Base64.getEncoder().encodeToString(change.apply(content).getBytes(StandardCharsets.UTF_8));
    return xml.substring(0, from) + changed + xml.substring(to);
  }

  @Test
  @Tag("SYS-231")
  @Tag("SYS-233")
  void anAnswerGrantsWhatTheIssuerSays() {
    LicenceAnswer read = believe(answer, ORDER);

    assertThat(read.terms()).contains(TERMS);
    assertThat(read.entitlementId()).isEqualTo("KEY-1");
    assertThat(read.issuer()).isEqualTo(ISSUER.certificate());
    assertThat(read.isFrom(List.of(ISSUER.certificate()))).isTrue();
  }

  @Test
  @Tag("SYS-234")
  @Tag("SYS-375")
  void aLicenceCountsFromEightUtcOfItsFirstDayToTheLastSecondOfItsLast() {
    assertThat(TERMS.validFrom()).isEqualTo(Instant.parse("2026-01-01T08:00:00Z"));
    assertThat(TERMS.validUntil()).contains(Instant.parse("2026-12-31T23:59:59Z"));
    assertThat(LicenceTerms.dayAt(Instant.parse("2026-01-02T07:59:59Z"))).isEqualTo("2026-01-01");
    assertThatThrownBy(() -> Licences.terms("2026-01-02", "2026-01-01"))
        .hasMessageContaining("expires before it starts");
  }

  @Test
  void whatWasChangedAfterwardsIsDamaged() {
    String richer =
        withContent(answer, text -> text.replace("<concurrent>10<", "<concurrent>9999<"));

    assertThat(richer).isNotEqualTo(answer);
    refuses(richer, "was changed or damaged");
  }

  @Test
  void whatIsNotSignedIsRefused() {
    refuses(answer.replaceAll("(?s)<signature.*</signature>", ""), "is not signed");
    refuses(answer.replaceAll("(?s)>[^<]*</signature>", ">AAAA</signature>"), "damaged");
  }

  @Test
  void aForeignIssuerIsNamed() {
    String foreign = Licences.issuer("Somebody else").answer(ORDER, Optional.of(TERMS));

    refuses(foreign, "wrong issuer: CN=Somebody else");
    refuses(
        foreign.replaceAll(
            "(?s)<issuer>.*</issuer>", "<issuer>" + PemText.of(ISSUER.certificate()) + "</issuer>"),
        "was changed or damaged");
    assertThatThrownBy(() -> LicenceAnswer.parse(answer).requireIssuer(List.of()))
        .hasMessageContaining("No licence issuer is trusted");
  }

  @Test
  void anAnswerIsForItsRequestOnly() {
    refuses(answer, Licences.order(LicenceAction.ACTIVATE, 8, "KEY-1"), "earlier request");
    refuses(answer, Licences.order(LicenceAction.ACTIVATE, 6, "KEY-1"), "another request");
    refuses(answer, Licences.order(LicenceAction.ACTIVATE, 7, "KEY-2"), "another request");
    refuses(answer, Licences.order(LicenceAction.REPAIR, 7, "KEY-1"), "another request");
  }

  @Test
  @Tag("SYS-266")
  void anAnswerIsForItsMachineOnly() {
    assertThatThrownBy(
            () -> LicenceAnswer.parse(answer).requireMachine(Licences.machine("192.0.2.11")))
        .isInstanceOf(LicenceException.class)
        .hasMessageContaining("another machine: address differ");
  }

  @Test
  void whatIsNoAnswerIsRefusedWithTheReason() {
    refuses("", "not well-formed");
    refuses("<x/>", "expected <plenum-licence-answer>");
    refuses("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>", "document type");
    refuses("x".repeat(LicenceAnswer.MAX_LENGTH + 1), "longer than");
    refuses(
        ISSUER.seal("<answer schema=\"2\"/>".getBytes(StandardCharsets.UTF_8)), "schema version 2");
    Consumer<UnaryOperator<String>> resealed =
        change ->
            withContent(
                answer,
                content -> {
                  refuses(
                      ISSUER.seal(change.apply(content).getBytes(StandardCharsets.UTF_8)),
                      "This is not the signed answer");
                  return content;
                });
    resealed.accept(text -> text.replace("<concurrent>10<", "<concurrent>-1<"));
    resealed.accept(text -> text.replace("<concurrent>10<", "<concurrent>0<"));
    resealed.accept(text -> text.replace("2026-12-31", "2026-02-30"));
    resealed.accept(
        text -> text.replace("<answer ", "<answer surprise=\"1\" ").replace("port", "fax"));
    resealed.accept(text -> text.replace("</answer>", "<surprise/></answer>"));
    resealed.accept(text -> text.replaceAll("<machine>.*</machine>", "<machine/>"));
  }

  @Test
  @Tag("SYS-265")
  void aRequestTellsTheMachineByHashesAlone() {
    LicenceOrder order = ORDER;

    assertThat(order.toXml()).doesNotContain("192.0.2.10", Licences.INSTALLATION.toString());
    assertThat(LicenceOrder.parse(order.toXml().getBytes(StandardCharsets.UTF_8))).isEqualTo(order);
    MachineIdentity twin = MachineIdentity.of(UUID.randomUUID(), Map.of("address", "192.0.2.10"));
    assertThat(twin.differences(Licences.MACHINE)).containsExactly("address", "installation");
  }
}
