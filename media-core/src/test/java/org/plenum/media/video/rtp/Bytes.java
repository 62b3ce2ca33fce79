package org.plenum.media.video.rtp;

import java.util.HexFormat;
import java.util.Random;
import org.plenum.media.video.codec.EncodedPicture;

/** Octet strings for packet tests. */
final class Bytes {

  private Bytes() {}

  /** Octets in hexadecimal; blanks are ignored. */
  static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
  }

  /** A NAL unit of this length without emulated start codes. */
  static byte[] nal(int header, int length) {
    byte[] bytes = new byte[length];
    Random random = new Random(length);
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (1 + random.nextInt(255));
    }
    bytes[0] = (byte) header;
    if (length > 1) {
      bytes[1] = (byte) 0x88;
    }
    return bytes;
  }

  static EncodedPicture picture(byte[]... parts) {
    EncodedPicture picture = new EncodedPicture();
    for (byte[] part : parts) {
      picture.append(part, 0, part.length);
    }
    return picture;
  }
}
