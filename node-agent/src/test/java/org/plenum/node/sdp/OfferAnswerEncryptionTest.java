package org.plenum.node.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plenum.node.sdp.Negotiation.KEY;
import static org.plenum.node.sdp.Negotiation.answer;
import static org.plenum.node.sdp.Negotiation.audio;
import static org.plenum.node.sdp.Negotiation.audioOffer;
import static org.plenum.node.sdp.Negotiation.with;
import static org.plenum.node.sdp.Negotiation.withDefaults;

import org.junit.jupiter.api.Test;
import org.plenum.media.plan.Keying;
import org.plenum.media.plan.Keying.SrtpSuite;

/** Keys: which are taken, which are demanded, and that they are told nobody. */
class OfferAnswerEncryptionTest {
  @Test
  void sdesIsAnsweredWithTheTagOfTheOfferAndAnOwnKey() throws Exception {
    Agreement agreement =
        answer(
            audioOffer(
                "RTP/SAVP",
                "a=crypto:1 F8_128_HMAC_SHA1_80 inline:" + KEY,
                "a=crypto:2 AES_CM_128_HMAC_SHA1_32 inline:" + KEY + "|2^20|1:4",
                "a=crypto:3 AES_CM_128_HMAC_SHA1_32 inline:" + KEY + "|2^20"));
    Keying.Sdes keying = (Keying.Sdes) audio(agreement).stream().keying();
    assertThat(keying.suite()).isEqualTo(SrtpSuite.AES_CM_128_HMAC_SHA1_32);
    assertThat(keying.remoteKeySalt()).asString().isEqualTo("0123456789abcdef0123456789abcd");
    assertThat(keying.localKeySalt()).isNotEqualTo(keying.remoteKeySalt());
    assertThat(agreement.local().toString())
        .contains("RTP/SAVP", "a=crypto:3 AES_CM_128_HMAC_SHA1_32 inline:");
  }

  @Test
  void keysOfferedBesidePlainRtpAreUsedUnlessSwitchedOff() throws Exception {
    SessionDescription offer = SdpParser.parse(SdpVectors.ROOM_SYSTEM);
    assertThat(audio(withDefaults().answer(offer)).stream().keying())
        .isInstanceOf(Keying.Sdes.class);
    assertThat(audio(with(CryptoMode.OFF).answer(offer)).stream().keying())
        .isInstanceOf(Keying.None.class);
  }

  @Test
  void dtlsIsAnsweredPassively() throws Exception {
    Agreement agreement = answer(SdpVectors.DTLS);
    Keying.DtlsSrtp keying = (Keying.DtlsSrtp) audio(agreement).stream().keying();
    assertThat(keying.active()).isFalse();
    assertThat(keying.hash()).isEqualTo("sha-256");
    assertThat(keying.remoteFingerprint()).hasSize(32);
    assertThat(audio(agreement).stream().rtcpMux()).isTrue();
    assertThat(agreement.local().toString())
        .contains("UDP/TLS/RTP/SAVPF", "a=setup:passive", "a=fingerprint:sha-256 AB:CD")
        .doesNotContain("candidate", "ice-", "BUNDLE");
  }

  @Test
  void aPassivePeerIsCalledActively() throws Exception {
    Agreement agreement = answer(SdpVectors.DTLS.replace("actpass", "passive"));
    assertThat(((Keying.DtlsSrtp) audio(agreement).stream().keying()).active()).isTrue();
    assertThat(agreement.local().toString()).contains("a=setup:active");
  }

  @Test
  void anUnchangedPeerKeepsTheKeysOfTheCall() throws Exception {
    OfferAnswer call = withDefaults();
    SessionDescription offer =
        SdpParser.parse(audioOffer("RTP/SAVP", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY));
    Agreement first = call.answer(offer);
    Agreement second = call.answer(offer);
    assertThat(second.local().toString()).isEqualTo(first.local().toString());
  }

  @Test
  void policyRefusesWhatContradictsIt() {
    assertThatThrownBy(
            () -> with(CryptoMode.REQUIRED).answer(SdpParser.parse(SdpVectors.TELEPHONE)))
        .isInstanceOf(NegotiationException.class)
        .hasMessage("audio stream is not encrypted, which is required here");
    assertThatThrownBy(() -> with(CryptoMode.OFF).answer(SdpParser.parse(SdpVectors.DTLS)))
        .isInstanceOf(NegotiationException.class)
        .hasMessage("audio stream is encrypted, which is switched off here");
    assertThatThrownBy(() -> answer(audioOffer("RTP/SAVP")))
        .isInstanceOf(NegotiationException.class)
        .hasMessageContaining("neither a supported a=crypto nor a supported a=fingerprint");
  }

  @Test
  void ofTwoLinesForOneStreamTheEncryptedOneIsTaken() throws Exception {
    Agreement agreement =
        answer(
            SdpVectors.TELEPHONE
                + "m=audio 4000 RTP/SAVP 0\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:"
                + KEY
                + "\n");
    assertThat(agreement.local().media())
        .extracting(MediaDescription::port)
        .containsExactly(0, 40000);
  }

  @Test
  void keysNeverAppearInMessages() {
    assertThat(
            SdesCrypto.parse(Attribute.of("crypto", "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY))
                .orElseThrow())
        .asString()
        .doesNotContain("MDEy");
  }
}
