package org.plenum.media.video.rtp;

import org.plenum.media.video.codec.EncodedPicture;

/**
 * H.264 payloads (RFC 6184). Mode 0 sends one NAL unit per packet and relies on an encoder that
 * bounds its slices; mode 1 also joins parameter sets (STAP-A) and splits long slices (FU-A).
 *
 * <pre>
 * STAP-A (section 5.7.1)                      FU-A (section 5.8)
 * +---------------+                           +---------------+---------------+
 * |F|NRI|  24     | header                    |F|NRI|  28     |S|E|R|  Type   |
 * +---------------+---------------+           +---------------+---------------+
 * |         NAL unit size         | each      | fragment without NAL header   |
 * +-------------------------------+           +-------------------------------+
 * | NAL unit                      |
 * +-------------------------------+
 * </pre>
 */
public final class H264Packetizer implements Packetizer {

  private static final int FU_START = 0x80;
  private static final int FU_END = 0x40;
  private static final int FU_HEADERS = 2;
  private static final int STAP_SIZE_FIELD = 2;
  private static final int START_CODE = 3;

  private final boolean fragments;

  /**
   * Creates a packetiser.
   *
   * @param packetizationMode 0 or 1
   */
  public H264Packetizer(int packetizationMode) {
    fragments = packetizationMode == 1;
  }

  @Override
  public void packetize(EncodedPicture picture, Payloads payloads) {
    payloads.clear();
    byte[] bytes = picture.bytes();
    int length = picture.length();
    int nal = afterStartCode(bytes, 0, length);
    while (nal < length) {
      int next = afterStartCode(bytes, nal, length);
      write(bytes, nal, nalEnd(bytes, nal, next, length), payloads);
      nal = next;
    }
    finishOpen(payloads);
  }

  private void write(byte[] bytes, int start, int end, Payloads payloads) {
    int length = end - start;
    if (length < H264Nal.HEADER_LENGTH) {
      return;
    }
    if (!fragments) {
      payloads.write(bytes, start, length).finish();
    } else if (isParameterSet(bytes[start]) && length + 3 <= MAX_PAYLOAD) {
      aggregate(bytes, start, length, payloads);
    } else if (length <= MAX_PAYLOAD) {
      finishOpen(payloads);
      payloads.write(bytes, start, length).finish();
    } else {
      finishOpen(payloads);
      fragment(bytes, start, length, payloads);
    }
  }

  private static boolean isParameterSet(int header) {
    int type = H264Nal.type(header);
    return type == H264Nal.SPS || type == H264Nal.PPS || type == H264Nal.SEI;
  }

  private static void aggregate(byte[] bytes, int start, int length, Payloads payloads) {
    if (payloads.openLength() + STAP_SIZE_FIELD + length > MAX_PAYLOAD) {
      finishOpen(payloads);
    }
    if (payloads.openLength() == 0) {
      payloads.write(bytes[start] & H264Nal.FORBIDDEN_AND_REF_IDC_MASK | H264Nal.STAP_A);
    }
    payloads.write(length >> 8).write(length).write(bytes, start, length);
  }

  private static void finishOpen(Payloads payloads) {
    if (payloads.openLength() > 0) {
      payloads.finish();
    }
  }

  private static void fragment(byte[] bytes, int start, int length, Payloads payloads) {
    int header = bytes[start];
    int position = start + H264Nal.HEADER_LENGTH;
    int left = length - H264Nal.HEADER_LENGTH;
    // Fragments of equal length cost no more packets than a short last one and smooth the burst.
    int room = MAX_PAYLOAD - FU_HEADERS;
    int packets = (left + room - 1) / room;
    int flags = FU_START;
    for (int packet = packets; packet > 0; packet--) {
      int share = (left + packet - 1) / packet;
      if (packet == 1) {
        flags |= FU_END;
      }
      payloads
          .write(header & H264Nal.FORBIDDEN_AND_REF_IDC_MASK | H264Nal.FU_A)
          .write(flags | H264Nal.type(header))
          .write(bytes, position, share)
          .finish();
      position += share;
      left -= share;
      flags = 0;
    }
  }

  /** Index after the first start code at or after {@code from}, or {@code length}. */
  private static int afterStartCode(byte[] bytes, int from, int length) {
    for (int i = from; i + START_CODE <= length; i++) {
      if (bytes[i] == 0 && bytes[i + 1] == 0 && bytes[i + 2] == 1) {
        return i + START_CODE;
      }
    }
    return length;
  }

  /** End of a NAL unit without the start code that follows it and without trailing zeros. */
  private static int nalEnd(byte[] bytes, int start, int next, int length) {
    boolean last = next == length && !endsWithStartCode(bytes, start, length);
    int end = last ? length : next - START_CODE;
    while (end > start && bytes[end - 1] == 0) {
      end--;
    }
    return end;
  }

  private static boolean endsWithStartCode(byte[] bytes, int start, int length) {
    return length - start >= START_CODE
        && bytes[length - 1] == 1
        && bytes[length - 2] == 0
        && bytes[length - 3] == 0;
  }
}
