package org.plenum.media.video.codec;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.plenum.media.codec.VideoCodec;
import org.plenum.media.video.frame.NativeLedger;
import org.plenum.media.video.frame.VideoFrame;
import org.plenum.media.video.frame.VideoFramePool;

/** Any octets may reach a decoder: no crash, no leak. */
class VideoDecoderFuzzTest {

  @FuzzTest
  void h264(byte[] input) {
    decode(VideoCodec.H264, input);
  }

  @FuzzTest
  void vp8(byte[] input) {
    decode(VideoCodec.VP8, input);
  }

  private static void decode(VideoCodec codec, byte[] input) {
    NativeLedger ledger = new NativeLedger();
    EncodedPicture picture = new EncodedPicture();
    try (VideoFramePool pool = new VideoFramePool(ledger);
        VideoDecoder decoder = new VideoDecoder(codec, pool, ledger)) {
      // Twice: the second time the decoder has whatever state the first left behind.
      for (int round = 0; round < 2; round++) {
        picture.clear();
        if (picture.append(input, 0, input.length)) {
          VideoFrame frame = decoder.decode(picture);
          if (frame != null) {
            frame.release();
          }
        }
      }
    }
    if (ledger.alive() != 0) {
      throw new AssertionError(ledger.alive() + " native objects left");
    }
  }
}
