package org.plenum.node.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.media.codec.AudioCodec;
import org.plenum.media.codec.VideoCodec;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.SelfSignedCertificate;
import org.plenum.model.pki.SubjectNames;
import org.plenum.node.routing.TestConfiguration;
import org.plenum.node.sip.SipSettings;

class CallSettingsTest {
  private final TestConfiguration configuration = new TestConfiguration();
  private final SipSettings running =
      new CallSettings(
              configuration,
              new InetSocketAddress("127.0.0.1", 5060),
              new InetSocketAddress("127.0.0.1", 5061),
              new ReloadableKeyManager(
                  new SelfSignedCertificate(InstantSource.system())
                      .create(KeyType.EC_P256, "node1.example.com", SubjectNames.NONE)))
          .signalling()
          .orElseThrow();

  @Test
  @Tag("SYS-127")
  void theNextCallHasTheCodecsAsTheyAreConfiguredThen() {
    assertThat(running.newCall().get().media().audioCodecs()).contains(AudioCodec.OPUS);

    configuration.globalSettings("disabled_codecs", List.of("opus", "VP8"));

    assertThat(running.newCall().get().media().audioCodecs())
        .containsExactly(AudioCodec.G722, AudioCodec.PCMU, AudioCodec.PCMA);
    assertThat(running.newCall().get().media().videoCodecs()).containsExactly(VideoCodec.H264);
  }

  @ParameterizedTest
  @Tag("SYS-128")
  @CsvSource({"H264_B_0, 1", "H264_B_1, 0"})
  void modesOfH264AreSwitchedOffOneByOne(String disabled, int left) {
    configuration.globalSettings("disabled_codecs", List.of(disabled));

    assertThat(running.newCall().get().media().h264Modes()).containsExactly(left);
    assertThat(running.newCall().get().media().videoCodecs()).contains(VideoCodec.H264);
  }

  @Test
  @Tag("SYS-128")
  void withoutAModeThereIsNoH264() {
    configuration.globalSettings("disabled_codecs", List.of("H264_B_0", "H264_B_1"));

    assertThat(running.newCall().get().media().videoCodecs()).containsExactly(VideoCodec.VP8);
  }

  @Test
  @Tag("SVC-037")
  void theNextCallHasTheNameOfTheNodeAsItIsConfiguredThen() {
    assertThat(running.newCall().get().tlsName()).isEmpty();

    configuration.node("alternative_fqdn", "sip.example.com");

    assertThat(running.newCall().get().tlsName()).contains("sip.example.com");
  }
}
