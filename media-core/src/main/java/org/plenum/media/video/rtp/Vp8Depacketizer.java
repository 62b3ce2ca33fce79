package org.plenum.media.video.rtp;

/**
 * VP8 payloads (RFC 7741 section 4.2). All optional descriptor fields are skipped.
 *
 * <pre>
 *      0 1 2 3 4 5 6 7
 *     +-+-+-+-+-+-+-+-+
 *     |X|R|N|S|R| PID | required
 *     +-+-+-+-+-+-+-+-+
 * X:  |I|L|T|K| RSV   |
 *     +-+-+-+-+-+-+-+-+
 * I:  |M| PictureID   | 7 bits, or 15 with M
 *     +-+-+-+-+-+-+-+-+
 * L:  |   TL0PICIDX   |
 *     +-+-+-+-+-+-+-+-+
 * T/K:|TID|Y| KEYIDX  |
 *     +-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class Vp8Depacketizer implements Depacketizer {

  private static final int EXTENDED = 0x80;
  private static final int START_OF_PARTITION = 0x10;
  private static final int PARTITION_MASK = 0x07;
  private static final int PICTURE_ID = 0x80;
  private static final int TL0_PICTURE_INDEX = 0x40;
  private static final int TEMPORAL_OR_KEY_INDEX = 0x30;
  private static final int LONG_PICTURE_ID = 0x80;

  /** Inverse key frame flag of the VP8 payload header (section 4.3). */
  private static final int INTERFRAME = 0x01;

  private final PictureAssembly assembly;

  public Vp8Depacketizer(Output output) {
    assembly = new PictureAssembly(output);
  }

  @Override
  public void packet(byte[] buffer, int offset, int length, int timestamp, boolean marker) {
    boolean first = assembly.begin(timestamp);
    if (length > 0) {
      int payload = descriptorLength(buffer, offset, length);
      if (payload < 0 || first != startsFrame(buffer[offset])) {
        assembly.damage();
      } else {
        if (first) {
          assembly.picture().keyFrame((buffer[offset + payload] & INTERFRAME) == 0);
        }
        if (!assembly.picture().append(buffer, offset + payload, length - payload)) {
          assembly.damage();
        }
      }
    }
    if (marker) {
      assembly.end();
    }
  }

  @Override
  public void gap() {
    assembly.gap();
  }

  private static boolean startsFrame(int required) {
    return (required & START_OF_PARTITION) != 0 && (required & PARTITION_MASK) == 0;
  }

  /** Length of the descriptor, or -1 if nothing would be left of the payload. */
  private static int descriptorLength(byte[] buffer, int offset, int length) {
    int descriptor = 1;
    if ((buffer[offset] & EXTENDED) != 0) {
      if (length < 2) {
        return -1;
      }
      int fields = buffer[offset + 1];
      descriptor = 2;
      if ((fields & PICTURE_ID) != 0) {
        if (length < 3) {
          return -1;
        }
        descriptor += (buffer[offset + 2] & LONG_PICTURE_ID) != 0 ? 2 : 1;
      }
      descriptor += (fields & TL0_PICTURE_INDEX) != 0 ? 1 : 0;
      descriptor += (fields & TEMPORAL_OR_KEY_INDEX) != 0 ? 1 : 0;
    }
    return descriptor < length ? descriptor : -1;
  }
}
