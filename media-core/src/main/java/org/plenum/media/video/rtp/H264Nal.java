package org.plenum.media.video.rtp;

/** NAL unit header fields and types (RFC 6184 sections 1.3 and 5.2). */
final class H264Nal {

  static final int HEADER_LENGTH = 1;
  static final int TYPE_MASK = 0x1F;
  static final int FORBIDDEN_AND_REF_IDC_MASK = 0xE0;

  static final int FIRST_SINGLE_TYPE = 1;
  static final int LAST_SINGLE_TYPE = 23;
  static final int IDR_SLICE = 5;
  static final int SEI = 6;
  static final int SPS = 7;
  static final int PPS = 8;
  static final int ACCESS_UNIT_DELIMITER = 9;
  static final int STAP_A = 24;
  static final int FU_A = 28;

  private H264Nal() {}

  static int type(int header) {
    return header & TYPE_MASK;
  }
}
