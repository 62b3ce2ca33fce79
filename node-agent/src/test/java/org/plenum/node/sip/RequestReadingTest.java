package org.plenum.node.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.plenum.node.call.CallIdentity;
import org.plenum.node.call.DisconnectReason;
import org.plenum.node.call.RejectReason;
import org.plenum.node.sip.SipSettings.SessionTimers;

class RequestReadingTest {
  private static final SessionTimers TIMERS = SessionTimers.DEFAULT;

  @ParameterizedTest
  @CsvSource({
    "sip:meet@example.com;transport=tls, meet@example.com",
    "sips:meet@example.com:5061, meet@example.com",
    "sip:192.0.2.7, 192.0.2.7",
    "tel:+49-30-1234, +49-30-1234",
  })
  void aliasesHaveNoSchemePortOrParameter(String uri, String alias) throws Exception {
    CallIdentity identity =
        RemoteParty.of(
            Requests.of("INVITE", uri, "User-Agent: Phone/1.2 (x)"),
            new InetSocketAddress("192.0.2.1", 5060));
    assertThat(identity.dialledAlias()).isEqualTo(alias);
    assertThat(identity.remoteAlias()).isEqualTo("alice@example.com");
    assertThat(identity.displayName()).contains("Alice");
    assertThat(identity.vendor()).startsWith("Phone/1.2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/dtmf-relay | Signal=5 | 5
          application/dtmf-relay | Signal= * | *
          application/dtmf-relay | signal=11 | #
          application/dtmf       | d | D
          application/dtmf       | 10 | *
          """)
  void digitsAreReadFromInfo(String type, String body, char digit) throws Exception {
    var info = Requests.of("INFO", "sip:x", "Content-Type: " + type + "\n\n" + body);
    assertThat(DtmfInfo.isDtmf(info)).isTrue();
    assertThat(DtmfInfo.digit(info)).contains(digit);
  }

  @ParameterizedTest
  @CsvSource({"Signal=99", "Signal=", "Duration=5", "''"})
  void whatIsNoDigitIsNone(String body) throws Exception {
    var info = Requests.of("INFO", "sip:x", "Content-Type: application/dtmf-relay\n\n" + body);
    assertThat(DtmfInfo.digit(info)).isEmpty();
  }

  @Test
  void thisSideRefreshesUnlessAskedOtherwise() throws Exception {
    assertThat(SessionTerms.answering(Requests.of("INVITE", "sip:x", "Supported: timer"), TIMERS))
        .isEqualTo(new SessionTerms(1800, true, true));
    assertThat(
            SessionTerms.answering(
                Requests.of(
                    "INVITE", "sip:x", "Supported: timer\nSession-Expires: 600;refresher=uac"),
                TIMERS))
        .isEqualTo(new SessionTerms(600, false, true));
    assertThat(SessionTerms.answering(Requests.of("INVITE", "sip:x", "Min-SE: 3600"), TIMERS))
        .isEqualTo(new SessionTerms(3600, true, false));
  }

  @Test
  void tooShortIntervalsAreSeen() throws Exception {
    assertThat(SessionTerms.tooShort(Requests.of("INVITE", "sip:x", "Session-Expires: 60"), TIMERS))
        .contains(Duration.ofSeconds(90));
    assertThat(SessionTerms.tooShort(Requests.of("INVITE", "sip:x", "Session-Expires: 90"), TIMERS))
        .isEmpty();
  }

  @Test
  void optionTagsComeFromAllHeaderFields() throws Exception {
    assertThat(
            OptionTags.of(
                Requests.of("INVITE", "sip:x", "Supported: timer, 100rel\nSupported: Replaces"),
                "Supported"))
        .containsExactly("timer", "100rel", "replaces");
  }

  @ParameterizedTest
  @EnumSource(RejectReason.class)
  void everyRefusalHasAFinalStatus(RejectReason reason) {
    assertThat(ReasonTable.status(reason)).isBetween(400, 699);
  }

  @ParameterizedTest
  @EnumSource(DisconnectReason.class)
  void everyEndHasAStatusAndACause(DisconnectReason reason) {
    assertThat(ReasonTable.status(reason)).isBetween(400, 699);
    assertThat(ReasonTable.cause(reason).cause()).isPositive();
  }
}
