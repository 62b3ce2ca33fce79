package org.plenum.node.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.media.codec.AudioCodec;
import org.plenum.media.codec.VideoCodec;

@Tag("SYS-128")
class SwitchedOffCodecsTest {
  private static final LocalTransport TRANSPORT =
      new LocalTransport(InetAddress.ofLiteral("198.51.100.1"), 40000, 40002, "sha-256 AB:CD");

  private static OfferAnswer with(MediaSettings settings) {
    return new OfferAnswer(settings, TRANSPORT, new SecureRandom());
  }

  private static MediaSettings withH264Mode(int mode) {
    MediaSettings all = MediaSettings.DEFAULT;
    return all.with(all.audioCodecs(), all.videoCodecs(), List.of(mode));
  }

  @ParameterizedTest
  @CsvSource({"0, 97, 98", "1, 98, 97"})
  void ofThePacketisationModesTheOtherOneStays(int mode, int taken, int refused) throws Exception {
    String offer = with(withH264Mode(mode)).offer().toString();
    assertThat(offer)
        .contains("packetization-mode=" + mode)
        .doesNotContain("packetization-mode=" + (1 - mode));

    Agreement agreement = with(withH264Mode(mode)).answer(SdpParser.parse(SdpVectors.BARESIP));
    assertThat(agreement.plan().video().orElseThrow().receive())
        .containsKey(taken)
        .doesNotContainKey(refused);
    assertThat(agreement.local().toString())
        .contains("packetization-mode=" + mode)
        .doesNotContain("packetization-mode=" + (1 - mode));
  }

  @ParameterizedTest
  @CsvSource({"OPUS, opus", "G722, G722", "PCMU, PCMU", "PCMA, PCMA"})
  void anAudioCodecVanishesFromOffersAndAnswers(AudioCodec codec, String name) throws Exception {
    MediaSettings all = MediaSettings.DEFAULT;
    MediaSettings others =
        all.with(
            all.audioCodecs().stream().filter(other -> other != codec).toList(),
            List.of(VideoCodec.VP8),
            List.of());
    assertThat(with(others).offer().toString()).doesNotContain(name + "/", "H264");
    assertThat(with(others).answer(SdpParser.parse(SdpVectors.BARESIP)).local().toString())
        .doesNotContain(name + "/", "H264");
  }
}
