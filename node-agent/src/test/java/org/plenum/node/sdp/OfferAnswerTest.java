package org.plenum.node.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plenum.media.codec.AudioCodec;
import org.plenum.media.codec.VideoCodec;
import org.plenum.media.plan.AudioPlan;
import org.plenum.media.plan.Direction;
import org.plenum.media.plan.Keying;
import org.plenum.media.plan.Keying.SrtpSuite;
import org.plenum.media.plan.VideoFormat;
import org.plenum.media.plan.VideoPlan;

class OfferAnswerTest {
  private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNk";
  private static final LocalTransport TRANSPORT =
      new LocalTransport(InetAddress.ofLiteral("198.51.100.1"), 40000, 40002, "sha-256 AB:CD");

  private static OfferAnswer with(MediaSettings settings) {
    return new OfferAnswer(settings, TRANSPORT, new SecureRandom());
  }

  private static OfferAnswer with(CryptoMode mode) {
    return with(MediaSettings.DEFAULT.withCryptoMode(mode));
  }

  private static OfferAnswer withDefaults() {
    return with(MediaSettings.DEFAULT);
  }

  private static Agreement answer(String offer) throws Exception {
    return withDefaults().answer(SdpParser.parse(offer));
  }

  private static AudioPlan audio(Agreement agreement) {
    return agreement.plan().audio().orElseThrow();
  }

  private static VideoPlan video(Agreement agreement) {
    return agreement.plan().video().orElseThrow();
  }

  private static String audioOffer(String protocol, String... attributes) {
    return SdpVectors.TELEPHONE.replace("RTP/AVP", protocol) + String.join("\n", attributes) + "\n";
  }

  private static String videoOffer(String formats, String... attributes) {
    return SdpVectors.TELEPHONE
        + "m=video 4002 RTP/AVP "
        + formats
        + "\n"
        + String.join("\n", attributes)
        + "\n";
  }

  @Nested
  class Audio {
    @Test
    void sendsTheFirstCodecOfTheOfferAndReceivesAllCommonOnes() throws Exception {
      AudioPlan plan = audio(answer(SdpVectors.BARESIP));
      assertThat(plan.sendCodec()).isEqualTo(AudioCodec.OPUS);
      assertThat(plan.sendPayloadType()).isEqualTo(96);
      assertThat(plan.stereo()).isTrue();
      assertThat(plan.inBandFec()).isTrue();
      assertThat(plan.receive())
          .containsEntry(96, AudioCodec.OPUS)
          .containsEntry(9, AudioCodec.G722)
          .containsEntry(0, AudioCodec.PCMU)
          .containsEntry(8, AudioCodec.PCMA)
          .hasSize(4);
      assertThat(plan.telephoneEvent()).isEqualTo(OptionalInt.of(101));
      assertThat(plan.stream().remoteRtp()).isEqualTo(new InetSocketAddress("192.0.2.10", 22000));
      assertThat(plan.stream().remoteRtcp()).isEqualTo(new InetSocketAddress("192.0.2.10", 22001));
      assertThat(plan.stream().rtcpMux()).isFalse();
    }

    @Test
    void unknownCodecsAreSkippedWhereverTheyStand() throws Exception {
      AudioPlan plan = audio(answer(SdpVectors.ROOM_SYSTEM));
      assertThat(plan.sendCodec()).isEqualTo(AudioCodec.G722);
      assertThat(plan.receive()).containsOnlyKeys(9, 8, 0);
    }

    @Test
    void telephoneEventsRunAtTheClockRateOfTheCodec() throws Exception {
      assertThat(audio(answer(SdpVectors.LINPHONE)).telephoneEvent()).hasValue(101);
      String narrowband = SdpVectors.LINPHONE.replace("RTP/AVPF 96 97 98 0", "RTP/AVPF 0");
      assertThat(audio(answer(narrowband)).telephoneEvent()).hasValue(100);
    }

    @Test
    void packetTimeIsWhatTheReceiverAsksForWithinItsMaximum() throws Exception {
      assertThat(audio(answer(SdpVectors.TELEPHONE)).packetMillis()).isEqualTo(30);
    }

    @Test
    void opusOfOneChannelIsNotOpus() throws Exception {
      String mono = SdpVectors.BARESIP.replace("opus/48000/2", "opus/48000");
      assertThat(audio(answer(mono)).sendCodec()).isEqualTo(AudioCodec.G722);
    }

    @Test
    void nothingInCommonIsRefusedWithTheReason() {
      assertThatThrownBy(
              () -> answer(SdpVectors.TELEPHONE.replace("RTP/AVP 0 8 101", "RTP/AVP 18")))
          .isInstanceOf(NegotiationException.class)
          .hasMessage("No common audio codec")
          .extracting(e -> ((NegotiationException) e).warning().code())
          .isEqualTo(305);
      assertThatThrownBy(
              () -> answer(SdpVectors.TELEPHONE.replaceAll("(?s)m=.*", "m=message 1 TCP *\n")))
          .isInstanceOf(NegotiationException.class)
          .extracting(e -> ((NegotiationException) e).warning().code())
          .isEqualTo(304);
    }

    @Test
    void aMalformedRtpmapIsNamed() {
      assertThatThrownBy(
              () -> answer(SdpVectors.TELEPHONE.replace("telephone-event/8000", "broken")))
          .isInstanceOf(SdpException.class)
          .hasMessageStartingWith("SDP line 7: a=rtpmap");
    }
  }

  @Nested
  class Video {
    @Test
    void bothPacketizationModesAreFormatsOfTheirOwn() throws Exception {
      VideoPlan plan = video(answer(SdpVectors.BARESIP));
      assertThat(plan.sendPayloadType()).isEqualTo(97);
      assertThat(plan.send()).isEqualTo(new VideoFormat(VideoCodec.H264, 0, 1280, 720, 30));
      assertThat(plan.receive().get(98))
          .isEqualTo(new VideoFormat(VideoCodec.H264, 1, 1280, 720, 30));
      assertThat(plan.nack()).isTrue();
      assertThat(plan.pli()).isTrue();
      assertThat(plan.fir()).isFalse();
      assertThat(plan.stream().maxSendKbps()).isEqualTo(512);
    }

    @Test
    void levelAndItsExtensionsLimitWhatIsSent() throws Exception {
      VideoPlan plan = video(answer(SdpVectors.ROOM_SYSTEM));
      assertThat(plan.send()).isEqualTo(new VideoFormat(VideoCodec.H264, 0, 1280, 720, 30));
      assertThat(plan.sendPayloadType()).isEqualTo(97);
      // max-br of the first format, below the 4 Mbit/s of TIAS and above what settings allow.
      assertThat(plan.stream().maxSendKbps()).isEqualTo(2048 - 64);

      String level12 = "a=fmtp:97 packetization-mode=1;profile-level-id=42e00c";
      VideoPlan small = video(answer(videoOffer("97", "a=rtpmap:97 H264/90000", level12)));
      assertThat(small.send()).isEqualTo(new VideoFormat(VideoCodec.H264, 1, 416, 240, 15));
      assertThat(small.stream().maxSendKbps()).isEqualTo(384);
    }

    @Test
    void withoutAsymmetryTheAnswerHasTheLowerLevel() throws Exception {
      Agreement low =
          answer(videoOffer("97", "a=rtpmap:97 H264/90000", "a=fmtp:97 profile-level-id=42e00d"));
      assertThat(low.local().toString()).contains("profile-level-id=42e00d");
      assertThat(video(low).receive().get(97).maxWidth()).isEqualTo(416);

      Agreement high =
          answer(videoOffer("97", "a=rtpmap:97 H264/90000", "a=fmtp:97 profile-level-id=42e028"));
      assertThat(high.local().toString()).contains("profile-level-id=42e01f");

      Agreement asymmetric =
          answer(
              videoOffer(
                  "97",
                  "a=rtpmap:97 H264/90000",
                  "a=fmtp:97 profile-level-id=42e00d;level-asymmetry-allowed=1"));
      assertThat(asymmetric.local().toString()).contains("profile-level-id=42e01f");
      assertThat(video(asymmetric).send().maxWidth()).isEqualTo(416);
      assertThat(video(asymmetric).receive().get(97).maxWidth()).isEqualTo(1280);
    }

    @Test
    void otherProfilesThanConstrainedBaselineAreNotAccepted() throws Exception {
      VideoPlan plan = video(answer(SdpVectors.DTLS));
      assertThat(plan.receive()).containsOnlyKeys(96, 102);
      Agreement high =
          answer(videoOffer("97", "a=rtpmap:97 H264/90000", "a=fmtp:97 profile-level-id=64001f"));
      assertThat(high.plan().video()).isEmpty();
      assertThat(high.local().media().get(1).port()).isZero();
    }

    @Test
    void vp8LimitsAreHonoured() throws Exception {
      VideoPlan plan =
          video(
              answer(
                  videoOffer("100", "a=rtpmap:100 VP8/90000", "a=fmtp:100 max-fs=1200;max-fr=25")));
      assertThat(plan.send()).isEqualTo(new VideoFormat(VideoCodec.VP8, 0, 640, 360, 25));
    }

    @Test
    void feedbackIsAnsweredPerPayloadTypeAndOnlyAsOffered() throws Exception {
      String local = answer(SdpVectors.LINPHONE).local().toString();
      assertThat(local)
          .contains("a=rtcp-fb:96 nack pli\r\n", "a=rtcp-fb:96 ccm fir\r\n")
          .doesNotContain("a=rtcp-fb:96 nack\r\n", "sli", "tmmbr");
    }

    @Test
    void slidesAndApplicationsAreRefusedInPlace() throws Exception {
      List<MediaDescription> media = answer(SdpVectors.ROOM_SYSTEM).local().media();
      assertThat(media)
          .extracting(MediaDescription::type)
          .containsExactly("audio", "video", "application", "video", "application");
      assertThat(media).extracting(MediaDescription::port).containsExactly(40000, 40002, 0, 0, 0);
    }

    @Test
    void anAudioOnlyServiceRefusesVideo() throws Exception {
      Agreement agreement =
          with(MediaSettings.DEFAULT.audioOnly()).answer(SdpParser.parse(SdpVectors.BARESIP));
      assertThat(agreement.plan().video()).isEmpty();
      assertThat(agreement.local().media().get(1).port()).isZero();
    }
  }

  @Nested
  class Limits {
    @Test
    void bandwidthIsLimitedPerDirection() throws Exception {
      Agreement agreement =
          with(MediaSettings.DEFAULT.limitedTo(564, 364))
              .answer(SdpParser.parse(SdpVectors.ROOM_SYSTEM));
      assertThat(video(agreement).stream().maxSendKbps()).isEqualTo(500);
      assertThat(agreement.local().toString()).contains("b=AS:364", "b=TIAS:300000");
    }

    @Test
    void limitsLeaveRoomForAudio() {
      assertThat(MediaSettings.DEFAULT.limitedTo(0, 0).maxSendKbps()).isEqualTo(64);
    }
  }

  @Nested
  class Encryption {
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
          SdpParser.parse(
              audioOffer("RTP/SAVP", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY));
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

  @Nested
  class Changes {
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
                  call.answer(
                      SdpParser.parse(SdpVectors.TELEPHONE.replace("AVP 0 8 101", "AVP 18"))))
          .isInstanceOf(NegotiationException.class);
      assertThat(call.current()).contains(before);
    }
  }

  @Nested
  class LateOffer {
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
      OfferAnswer call =
          with(MediaSettings.DEFAULT.audioOnly().withCryptoMode(CryptoMode.REQUIRED));
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
}
