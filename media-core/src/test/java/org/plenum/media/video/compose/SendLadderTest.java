package org.plenum.media.video.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.media.codec.VideoCodec;
import org.plenum.media.plan.VideoFormat;
import org.plenum.media.video.codec.EncoderFormat;

class SendLadderTest {

  @ParameterizedTest
  @CsvSource({
    "1920, 1080, 5000, 1280x720, 2000",
    "1280,  720, 2000, 1280x720, 2000",
    "1280,  720,  950, 1280x720,  900",
    "1280,  720,  899,  640x360,  700",
    "1280,  720,  256,  640x360,  256",
    "1280,  720,  255,  320x180,  192",
    "1280,  720,   90,   160x90,   64",
    " 640,  480, 5000,  640x360,  900",
    " 352,  288,  500,  320x180,  256",
    " 176,  144,  500,   160x90,  128",
  })
  void sizeAndRateFollowLimitsAndBudget(
      int maxWidth, int maxHeight, int budget, String resolution, int kbps) {
    EncoderFormat format =
        SendLadder.format(
            new VideoFormat(VideoCodec.H264, 1, maxWidth, maxHeight, 30), SendLadder.rate(budget));

    assertThat(format.resolution()).isEqualTo(resolution);
    assertThat(format.kbps()).isEqualTo(kbps);
  }
}
