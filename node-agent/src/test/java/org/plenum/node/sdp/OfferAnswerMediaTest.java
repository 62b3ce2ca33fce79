package org.plenum.node.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plenum.node.sdp.Negotiation.answer;
import static org.plenum.node.sdp.Negotiation.audio;
import static org.plenum.node.sdp.Negotiation.video;
import static org.plenum.node.sdp.Negotiation.videoOffer;
import static org.plenum.node.sdp.Negotiation.with;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.plenum.media.codec.AudioCodec;
import org.plenum.media.codec.VideoCodec;
import org.plenum.media.plan.AudioPlan;
import org.plenum.media.plan.VideoFormat;
import org.plenum.media.plan.VideoPlan;

/** Which codecs, formats and rates both sides agree on. */
class OfferAnswerMediaTest {
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
    assertThatThrownBy(() -> answer(SdpVectors.TELEPHONE.replace("RTP/AVP 0 8 101", "RTP/AVP 18")))
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
    assertThatThrownBy(() -> answer(SdpVectors.TELEPHONE.replace("telephone-event/8000", "broken")))
        .isInstanceOf(SdpException.class)
        .hasMessageStartingWith("SDP line 7: a=rtpmap");
  }

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
