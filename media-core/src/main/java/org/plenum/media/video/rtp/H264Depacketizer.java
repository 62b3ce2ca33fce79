package org.plenum.media.video.rtp;

/**
 * H.264 payloads of packetisation modes 0 and 1: single NAL units, STAP-A and FU-A (RFC 6184
 * sections 5.6 to 5.8). Writes NAL units with start codes. A picture with an IDR slice is a key
 * frame.
 */
public final class H264Depacketizer implements Depacketizer {

  private static final byte[] START_CODE = {0, 0, 0, 1};
  private static final int FU_START = 0x80;
  private static final int FU_END = 0x40;
  private static final int FU_HEADERS = 2;
  private static final int STAP_SIZE_FIELD = 2;

  private final PictureAssembly assembly;
  private boolean inFragment;
  private boolean afterGap = true;

  public H264Depacketizer(Output output) {
    assembly = new PictureAssembly(output);
  }

  @Override
  public void packet(byte[] buffer, int offset, int length, int timestamp, boolean marker) {
    if (assembly.begin(timestamp)) {
      inFragment = false;
      if (afterGap && !beginsPicture(buffer, offset, length)) {
        assembly.damage();
      }
    }
    afterGap = false;
    if (!append(buffer, offset, length)) {
      assembly.damage();
    }
    if (marker) {
      if (inFragment) {
        assembly.damage();
        inFragment = false;
      }
      assembly.end();
    }
  }

  @Override
  public void gap() {
    inFragment = false;
    afterGap = true;
    assembly.gap();
  }

  /** False if slices of the same picture came before, so that they are missing after a gap. */
  private static boolean beginsPicture(byte[] buffer, int offset, int length) {
    if (length == 0) {
      return true;
    }
    return switch (H264Nal.type(buffer[offset])) {
      case H264Nal.STAP_A ->
          beginsPicture(buffer, offset, length, H264Nal.HEADER_LENGTH + STAP_SIZE_FIELD);
      case H264Nal.FU_A -> length > FU_HEADERS && isFirst(buffer[offset + 1], buffer[offset + 2]);
      default -> beginsPicture(buffer, offset, length, 0);
    };
  }

  private static boolean beginsPicture(byte[] buffer, int offset, int length, int nal) {
    return length > nal + H264Nal.HEADER_LENGTH
        && isFirst(buffer[offset + nal], buffer[offset + nal + H264Nal.HEADER_LENGTH]);
  }

  /** A slice begins with first_mb_in_slice, of which the Exp-Golomb code 1 means zero. */
  private static boolean isFirst(int header, int firstPayloadOctet) {
    int type = H264Nal.type(header);
    boolean slice = type >= H264Nal.FIRST_SINGLE_TYPE && type <= H264Nal.IDR_SLICE;
    return !slice || (firstPayloadOctet & 0x80) != 0;
  }

  private boolean append(byte[] buffer, int offset, int length) {
    if (length == 0) {
      // Padding only, as sent by bandwidth probes.
      return true;
    }
    int type = H264Nal.type(buffer[offset]);
    if (type == H264Nal.FU_A) {
      return appendFragment(buffer, offset, length);
    }
    if (inFragment) {
      return false;
    }
    if (type == H264Nal.STAP_A) {
      return appendAggregate(buffer, offset + H264Nal.HEADER_LENGTH, offset + length);
    }
    if (type < H264Nal.FIRST_SINGLE_TYPE || type > H264Nal.LAST_SINGLE_TYPE) {
      return false;
    }
    return appendNal(buffer, offset, length);
  }

  private boolean appendAggregate(byte[] buffer, int start, int end) {
    int position = start;
    while (position < end) {
      if (position + STAP_SIZE_FIELD > end) {
        return false;
      }
      int size = (buffer[position] & 0xFF) << 8 | buffer[position + 1] & 0xFF;
      position += STAP_SIZE_FIELD;
      if (size == 0 || position + size > end || !appendNal(buffer, position, size)) {
        return false;
      }
      position += size;
    }
    return position > start;
  }

  private boolean appendFragment(byte[] buffer, int offset, int length) {
    if (length < FU_HEADERS) {
      return false;
    }
    int indicator = buffer[offset];
    int header = buffer[offset + 1];
    boolean start = (header & FU_START) != 0;
    if (start == inFragment) {
      // A start within a fragmented unit, or a continuation of none.
      return false;
    }
    if (start && !beginNal(indicator & H264Nal.FORBIDDEN_AND_REF_IDC_MASK | H264Nal.type(header))) {
      return false;
    }
    inFragment = (header & FU_END) == 0;
    return assembly.picture().append(buffer, offset + FU_HEADERS, length - FU_HEADERS);
  }

  private boolean appendNal(byte[] buffer, int offset, int length) {
    return beginNal(buffer[offset])
        && assembly
            .picture()
            .append(buffer, offset + H264Nal.HEADER_LENGTH, length - H264Nal.HEADER_LENGTH);
  }

  private boolean beginNal(int header) {
    if (H264Nal.type(header) == H264Nal.IDR_SLICE) {
      assembly.picture().keyFrame(true);
    }
    return assembly.picture().append(START_CODE, 0, START_CODE.length)
        && assembly.picture().append(header);
  }
}
