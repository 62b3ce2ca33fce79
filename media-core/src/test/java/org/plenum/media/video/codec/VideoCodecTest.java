package org.plenum.media.video.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.plenum.media.codec.VideoCodec;
import org.plenum.media.video.TestPictures;
import org.plenum.media.video.frame.NativeLedger;
import org.plenum.media.video.frame.VideoFrame;
import org.plenum.media.video.frame.VideoFramePool;
import org.plenum.media.video.layout.PixelRect;
import org.plenum.media.video.rtp.H264Packetizer;
import org.plenum.media.video.rtp.Packetizer;
import org.plenum.media.video.rtp.Payloads;

class VideoCodecTest {

  private final NativeLedger ledger = new NativeLedger();
  private final VideoFramePool pool = new VideoFramePool(ledger);
  private final EncodedPicture picture = new EncodedPicture();

  @AfterEach
  void nothingLeaks() {
    assertThat(pool.outstanding()).isZero();
    pool.close();
    assertThat(ledger.alive()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"H264, 0", "H264, 1", "VP8, 0"})
  void movingPictureSurvives(VideoCodec codec, int mode) {
    try (VideoEncoder encoder = encoder(codec, mode, 640, 360, 700);
        VideoDecoder decoder = new VideoDecoder(codec, pool, ledger)) {
      for (int step = 0; step < 20; step++) {
        VideoFrame source = TestPictures.moving(pool, 640, 360, step);
        assertThat(encoder.encode(source, step * 33L, false, picture)).isTrue();
        assertThat(picture.keyFrame()).isEqualTo(step == 0);
        VideoFrame decoded = decoder.decode(picture);
        assertThat(decoded).isNotNull();
        assertThat(TestPictures.psnr(source, decoded)).isGreaterThan(28);
        source.release();
        decoded.release();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(VideoCodec.class)
  void colourSurvives(VideoCodec codec) {
    try (VideoEncoder encoder = encoder(codec, 1, 320, 180, 256);
        VideoDecoder decoder = new VideoDecoder(codec, pool, ledger)) {
      VideoFrame source = TestPictures.solid(pool, 320, 180, 0xC03020);
      encoder.encode(source, 0, false, picture);
      source.release();
      VideoFrame decoded = decoder.decode(picture);
      assertThat(decoded).isNotNull();
      int colour = TestPictures.meanColour(decoded, new PixelRect(0, 0, 320, 180));
      assertThat(TestPictures.distance(colour, 0xC03020)).isLessThan(8);
      decoded.release();
    }
  }

  @ParameterizedTest
  @EnumSource(VideoCodec.class)
  void keyFrameComesWhenAskedFor(VideoCodec codec) {
    try (VideoEncoder encoder = encoder(codec, 1, 320, 180, 256)) {
      for (int step = 0; step < 10; step++) {
        VideoFrame source = TestPictures.moving(pool, 320, 180, step);
        encoder.encode(source, step * 33L, step == 7, picture);
        source.release();
        assertThat(picture.keyFrame()).as("picture %d", step).isEqualTo(step == 0 || step == 7);
      }
    }
  }

  @Test
  void everyKeyFrameCarriesParameterSets() {
    try (VideoEncoder encoder = encoder(VideoCodec.H264, 1, 320, 180, 256)) {
      Payloads payloads = new Payloads();
      for (int step = 0; step < 3; step++) {
        VideoFrame source = TestPictures.moving(pool, 320, 180, step);
        encoder.encode(source, step * 33L, true, picture);
        source.release();
        new H264Packetizer(0).packetize(picture, payloads);
        assertThat(payloads.buffer()[payloads.offset(0)] & 0x1F).as("SPS").isEqualTo(7);
        assertThat(payloads.buffer()[payloads.offset(1)] & 0x1F).as("PPS").isEqualTo(8);
        int profile = payloads.buffer()[payloads.offset(0) + 1] & 0xFF;
        int constraints = payloads.buffer()[payloads.offset(0) + 2] & 0xFF;
        assertThat(profile).as("profile_idc baseline").isEqualTo(66);
        assertThat(constraints & 0x40).as("constraint_set1_flag").isEqualTo(0x40);
      }
    }
  }

  @Test
  void modeZeroSlicesFitPackets() {
    try (VideoEncoder encoder = encoder(VideoCodec.H264, 0, 1280, 720, 2000)) {
      Payloads payloads = new Payloads();
      for (int step = 0; step < 5; step++) {
        VideoFrame source = TestPictures.moving(pool, 1280, 720, step * 4);
        encoder.encode(source, step * 33L, false, picture);
        source.release();
        new H264Packetizer(0).packetize(picture, payloads);
        for (int i = 0; i < payloads.count(); i++) {
          assertThat(payloads.length(i)).isLessThanOrEqualTo(Packetizer.MAX_PAYLOAD);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(VideoCodec.class)
  void garbageGivesNoPictureAndDoesNoHarm(VideoCodec codec) {
    Random random = new Random(7);
    try (VideoDecoder decoder = new VideoDecoder(codec, pool, ledger)) {
      for (int round = 0; round < 200; round++) {
        byte[] bytes = new byte[random.nextInt(3000)];
        random.nextBytes(bytes);
        picture.clear();
        picture.append(bytes, 0, bytes.length);
        VideoFrame frame = decoder.decode(picture);
        if (frame != null) {
          frame.release();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(VideoCodec.class)
  void damagedPicturesDoNoHarm(VideoCodec codec) {
    Random random = new Random(11);
    try (VideoEncoder encoder = encoder(codec, 1, 320, 180, 256);
        VideoDecoder decoder = new VideoDecoder(codec, pool, ledger)) {
      for (int step = 0; step < 60; step++) {
        VideoFrame source = TestPictures.moving(pool, 320, 180, step);
        encoder.encode(source, step * 33L, step % 10 == 0, picture);
        source.release();
        for (int flip = 0; flip < 5; flip++) {
          picture.bytes()[random.nextInt(picture.length())] ^= (byte) (1 << random.nextInt(8));
        }
        VideoFrame frame = decoder.decode(picture);
        if (frame != null) {
          frame.release();
        }
      }
    }
  }

  private VideoEncoder encoder(VideoCodec codec, int mode, int width, int height, int kbps) {
    return new VideoEncoder(new EncoderFormat(codec, mode, width, height, 30, kbps), ledger);
  }
}
