package org.plenum.node.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plenum.node.sdp.Negotiation.KEY;
import static org.plenum.node.sdp.Negotiation.answer;
import static org.plenum.node.sdp.Negotiation.audio;
import static org.plenum.node.sdp.Negotiation.audioOffer;
import static org.plenum.node.sdp.Negotiation.videoOffer;
import static org.plenum.node.sdp.Negotiation.with;
import static org.plenum.node.sdp.Negotiation.withDefaults;

import org.junit.jupiter.api.Test;
import org.plenum.media.codec.AudioCodec;
import org.plenum.media.plan.Direction;
import org.plenum.media.plan.Keying;
import org.plenum.media.plan.Keying.SrtpSuite;

/** Offers after the first, and calls in which this side makes the offer. */
class OfferAnswerChangesTest {
  @Test
  void holdAndResume() throws Exception {
    OfferAnswer call = withDefaults();
    SessionDescription active = SdpParser.parse(SdpVectors.TELEPHONE + "a=sendrecv\n");
    assertThat(audio(call.answer(active)).stream().direction()).isEqualTo(Direction.SENDRECV);
    Agreement held = call.answer(SdpParser.parse(SdpVectors.TELEPHONE + "a=sendonly\n"));
    assertThat(audio(held).stream().direction()).isEqualTo(Direction.RECVONLY);
    assertThat(held.local().toString()).contains("a=recvonly");
    assertThat(audio(call.answer(SdpParser.parse(SdpVectors.TELEPHONE + "a=inactive\n"))))
        .extracting(plan -> plan.stream().direction())
        .isEqualTo(Direction.INACTIVE);
    assertThat(audio(call.answer(active)).stream().direction()).isEqualTo(Direction.SENDRECV);
  }

  @Test
  void anUnspecifiedAddressIsHoldToo() throws Exception {
    String held = SdpVectors.TELEPHONE.replace("c=IN IP4 192.0.2.50", "c=IN IP4 0.0.0.0");
    assertThat(audio(answer(held)).stream().direction()).isEqualTo(Direction.RECVONLY);
  }

  @Test
  void theVersionGrowsOnlyWithAChange() throws Exception {
    OfferAnswer call = withDefaults();
    SessionDescription offer = SdpParser.parse(SdpVectors.TELEPHONE);
    long first = call.answer(offer).local().origin().version().longValue();
    assertThat(call.answer(offer).local().origin().version()).isEqualTo(first);
    assertThat(
            call.answer(SdpParser.parse(SdpVectors.TELEPHONE + "a=sendonly\n"))
                .local()
                .origin()
                .version())
        .isEqualTo(first + 1);
  }

  @Test
  void videoCanBeAddedAndRemoved() throws Exception {
    OfferAnswer call = withDefaults();
    assertThat(call.answer(SdpParser.parse(SdpVectors.TELEPHONE)).plan().video()).isEmpty();
    String vp8 = videoOffer("100", "a=rtpmap:100 VP8/90000");
    assertThat(call.answer(SdpParser.parse(vp8)).plan().video()).isPresent();
    Agreement without = call.answer(SdpParser.parse(vp8.replace("m=video 4002", "m=video 0")));
    assertThat(without.plan().video()).isEmpty();
    assertThat(without.plan().audio()).isPresent();
  }

  @Test
  void aRefusedChangeLeavesTheCallAsItWas() throws Exception {
    OfferAnswer call = withDefaults();
    Agreement before = call.answer(SdpParser.parse(SdpVectors.TELEPHONE));
    assertThatThrownBy(
            () ->
                call.answer(SdpParser.parse(SdpVectors.TELEPHONE.replace("AVP 0 8 101", "AVP 18"))))
        .isInstanceOf(NegotiationException.class);
    assertThat(call.current()).contains(before);
  }

  @Test
  void offersEverythingAndTakesTheAnswer() throws Exception {
    OfferAnswer call = withDefaults();
    String offer = call.offer().toString();
    assertThat(offer)
        .contains("m=audio 40000 RTP/AVP 96 9 0 8 101 102")
        .contains("a=rtpmap:96 opus/48000/2", "a=rtpmap:102 telephone-event/48000")
        .contains("m=video 40002 RTP/AVP 110 111 112")
        .contains("packetization-mode=1;profile-level-id=42e01f")
        .contains("packetization-mode=0;profile-level-id=42e01f")
        .contains("a=rtcp-mux", "a=crypto:1 AES_CM_128_HMAC_SHA1_80");

    Agreement agreement =
        call.accept(
            SdpParser.parse(
                SdpVectors.TELEPHONE.replace("RTP/AVP 0 8", "RTP/AVP 8 0")
                    + "m=video 0 RTP/AVP 110\n"));
    assertThat(audio(agreement).sendCodec()).isEqualTo(AudioCodec.PCMA);
    assertThat(audio(agreement).receive()).containsKeys(96, 9, 0, 8);
    assertThat(audio(agreement).stream().keying()).isInstanceOf(Keying.None.class);
    assertThat(audio(agreement).stream().rtcpMux()).isFalse();
    assertThat(agreement.plan().video()).isEmpty();
    assertThat(call.isOfferPending()).isFalse();
  }

  @Test
  void requiredEncryptionIsOfferedAndInsistedOn() throws Exception {
    OfferAnswer call = with(MediaSettings.DEFAULT.audioOnly().withCryptoMode(CryptoMode.REQUIRED));
    assertThat(call.offer().toString()).contains("m=audio 40000 RTP/SAVP");
    assertThatThrownBy(() -> call.accept(SdpParser.parse(SdpVectors.TELEPHONE)))
        .isInstanceOf(NegotiationException.class)
        .hasMessageContaining("has no key");
    Agreement agreement =
        call.accept(
            SdpParser.parse(
                audioOffer("RTP/SAVP", "a=crypto:2 AES_CM_128_HMAC_SHA1_32 inline:" + KEY)));
    assertThat(((Keying.Sdes) audio(agreement).stream().keying()).suite())
        .isEqualTo(SrtpSuite.AES_CM_128_HMAC_SHA1_32);
  }

  @Test
  void anAnswerWithOtherStreamsIsAnError() {
    OfferAnswer call = withDefaults();
    call.offer();
    assertThatThrownBy(() -> call.accept(SdpParser.parse(SdpVectors.TELEPHONE)))
        .isInstanceOf(SdpException.class)
        .hasMessage("SDP: answer has 1 m= lines, the offer 2");
  }

  @Test
  void aRefreshOffersWhatIsInForceWithTheSameVersion() throws Exception {
    OfferAnswer call = withDefaults();
    SessionDescription local = call.answer(SdpParser.parse(SdpVectors.BARESIP)).local();
    assertThat(call.offer().toString()).isEqualTo(local.toString());
  }

  @Test
  void aRefreshOfDtlsLeavesRolesOpenAndKeepsThem() throws Exception {
    OfferAnswer call = withDefaults();
    call.answer(SdpParser.parse(SdpVectors.DTLS));
    assertThat(call.offer().toString()).contains("a=setup:actpass");
    Agreement refreshed =
        call.accept(SdpParser.parse(SdpVectors.DTLS.replace("actpass", "active")));
    assertThat(((Keying.DtlsSrtp) audio(refreshed).stream().keying()).active()).isFalse();
  }
}
