package org.plenum.node.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.node.call.CallIdentity;
import org.plenum.node.peer.Sipp;

/** Calls of SIPp against the real SIP service with fake media. */
class SipCallIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private SipNode node;

  @BeforeEach
  void start() throws Exception {
    node = SipNode.start();
  }

  @AfterEach
  void nothingIsLeft() {
    await().atMost(Duration.ofSeconds(5)).until(() -> node.service().callCount() == 0);
    assertThat(node.media().openCount()).isZero();
    node.close();
  }

  private Sipp call(String scenario) {
    return Sipp.caller(scenario, node.address());
  }

  private void assertEvents(String... events) {
    await().untilAsserted(() -> assertThat(node.router().events()).containsExactly(events));
  }

  private void assertFirstEvents(String... events) {
    await().untilAsserted(() -> assertThat(node.router().events()).startsWith(events));
  }

  @Test
  void aCallIsAnsweredAndEnded() {
    call("basic-call").run(TIMEOUT);
    assertEvents("established", "ended REMOTE_DISCONNECT Remote disconnect");
    CallIdentity identity = node.router().identities().getFirst();
    assertThat(identity.dialledAlias()).isEqualTo("meet@127.0.0.1");
    assertThat(identity.remoteAlias()).isEqualTo("caller@127.0.0.1");
    assertThat(identity.displayName()).isEqualTo("Caller 1");
    assertThat(identity.vendor()).isEqualTo("SIPp scenario");
    assertThat(identity.remoteAddress().getAddress().isLoopbackAddress()).isTrue();
  }

  @Test
  void tcpConnectionsCarryCallsToo() {
    call("basic-call").overTcp().run(TIMEOUT);
    call("disconnected-by-node").dialling("bye").overTcp().run(TIMEOUT);
  }

  @Test
  void aCallerMayGiveUpWhileItRings() {
    call("cancel").dialling("ringing").run(TIMEOUT);
    assertEvents("ended REMOTE_CANCELLED Call cancelled by the remote side");
    assertThat(node.media().openedCount()).isZero();
  }

  @Test
  void holdAndResumeChangeMedia() {
    call("hold-resume").run(TIMEOUT);
    assertEvents(
        "established", "hold", "resume", "hold", "ended REMOTE_DISCONNECT Remote disconnect");
  }

  @Test
  void aCallWithoutOfferGetsOne() {
    call("late-offer").run(TIMEOUT);
    assertFirstEvents("established");
  }

  @Test
  void aCallWhoseAckHasNoAnswerIsEnded() {
    call("late-offer-without-answer").run(TIMEOUT);
    assertEvents("ended MEDIA_NEGOTIATION_FAILED SDP: ACK has no answer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-common-codec",
        "broken-description",
        "unknown-body",
        "unknown-extension",
        "options",
        "unknown-method",
        "unknown-dialog",
        "interval-too-short"
      })
  void whatCannotBeDoneIsRefusedWithAReason(String scenario) {
    call(scenario).run(TIMEOUT);
    call(scenario).overTcp().run(TIMEOUT);
  }

  @Test
  void anUnknownAliasIsNotFound() {
    call("unknown-alias").dialling("nobody").run(TIMEOUT);
    assertEvents("ended CALL_REJECTED Conference not found");
  }

  @Test
  void theNodeRefreshesSessionsByUpdate() {
    call("session-refreshed-by-node").run(TIMEOUT);
  }

  @Test
  void theNodeRefreshesSessionsByReinvite() {
    call("session-refreshed-by-reinvite").run(TIMEOUT);
  }

  @Test
  void crossingOffersAreTurnedAway() {
    call("glare").run(TIMEOUT);
  }

  @Test
  void theCallerMayRefreshSessions() {
    call("session-refreshed-by-caller").run(TIMEOUT);
  }

  @Test
  void aSessionThatIsNotRefreshedEnds() {
    call("session-expired").run(TIMEOUT);
    assertEvents("established", "ended SESSION_TIMEOUT Session timer expired");
  }

  @Test
  void digitsComeInInfo() {
    call("dtmf-info").run(TIMEOUT);
    assertFirstEvents("established", "dtmf 5", "dtmf #");
  }

  @Test
  void aCallerMayAskForAWholePicture() {
    call("picture-fast-update").run(TIMEOUT);
    assertThat(node.media().refreshedCount()).isEqualTo(1);
  }

  @Test
  void theNodeEndsCalls() {
    call("disconnected-by-node").dialling("bye").run(TIMEOUT);
    assertEvents(
        "established", "ended CONFERENCE_ENDED Removing participant due to conference termination");
  }

  @Test
  void requestsOfTheNodeFollowTheRecordedRoute() {
    call("record-routed").dialling("bye").run(TIMEOUT);
  }

  @Test
  void aCallerBehindANatIsReachedWhereItsPacketsComeFrom() {
    call("natted").dialling("bye").run(TIMEOUT);
  }

  @Test
  void aCallThatIsNeverAcknowledgedEnds() {
    call("missing-ack").run(Duration.ofSeconds(50));
    assertEvents("ended SIGNALLING_TIMEOUT No ACK from the remote side");
  }

  @Test
  void aSilentEndpointIsDisconnected() {
    Thread silence =
        Thread.startVirtualThread(
            () -> {
              await().until(() -> node.router().events().contains("established"));
              node.media().only().listener().onMediaTimeout();
            });
    call("disconnected-by-silence").run(TIMEOUT);
    await().until(() -> !silence.isAlive());
    assertEvents("established", "ended MEDIA_TIMEOUT Media timeout");
  }

  @Test
  void aBrokenRouterCostsOneCallOnly() {
    call("internal-error").dialling("broken").run(TIMEOUT);
    call("basic-call").run(TIMEOUT);
  }

  @Test
  void aCallWithoutFreeMediaPortsIsRefused() {
    node.media().exhaust();
    call("overloaded").run(TIMEOUT);
    assertEvents("ended INSUFFICIENT_CAPACITY no port of the media range is free");
  }

  @Test
  void twoHundredCallsLeaveNothingBehind() {
    call("load").calls(200, 20).run(Duration.ofSeconds(60));
    assertThat(node.router().events().stream().filter("established"::equals)).hasSize(200);
    await().until(() -> node.service().callCount() == 0);
    assertThat(node.media().openedCount()).isEqualTo(200);
  }
}
