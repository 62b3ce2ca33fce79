package org.plenum.media.video.rtp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.plenum.media.video.codec.EncodedPicture;

/** Any sequence of payloads: no exception, and no picture longer than the limit. */
class DepacketizerFuzzTest {

  private static final Depacketizer.Output CHECK =
      new Depacketizer.Output() {
        @Override
        public void onPicture(EncodedPicture picture, int timestamp) {
          if (picture.length() == 0 || picture.length() > EncodedPicture.MAX_LENGTH) {
            throw new AssertionError("picture of " + picture.length() + " octets");
          }
        }

        @Override
        public void onLoss() {
          // Expected of most inputs.
        }
      };

  @FuzzTest
  void h264(byte[] input) {
    feed(new H264Depacketizer(CHECK), input);
  }

  @FuzzTest
  void vp8(byte[] input) {
    feed(new Vp8Depacketizer(CHECK), input);
  }

  /** Each packet: an octet of marker (1), gap (2) and timestamp (4, 8), its length, its payload. */
  private static void feed(Depacketizer depacketizer, byte[] input) {
    int position = 0;
    while (position + 2 <= input.length) {
      int flags = input[position];
      int length = Math.min(input[position + 1] & 0xFF, input.length - position - 2);
      if ((flags & 2) != 0) {
        depacketizer.gap();
      }
      depacketizer.packet(input, position + 2, length, flags >> 2 & 3, (flags & 1) != 0);
      position += 2 + length;
    }
  }
}
