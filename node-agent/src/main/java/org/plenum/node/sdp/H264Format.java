package org.plenum.node.sdp;

import java.util.HexFormat;
import java.util.Optional;

/**
 * The H.264 parameters of a payload type (RFC 6184 section 8.1), as far as they are constrained
 * baseline in packetisation mode 0 or 1.
 *
 * @param profileIdc first octet of {@code profile-level-id}
 * @param profileIop second octet: constraint flags
 * @param level third octet
 * @param packetizationMode 0 (single NAL unit) or 1 (non-interleaved)
 * @param asymmetryAllowed the levels of the two directions may differ
 * @param maxFrameSize macroblocks per picture: of the level, or {@code max-fs} if that is more
 * @param maxMacroblockRate macroblocks/s: of the level, or {@code max-mbps} if that is more
 * @param maxKbps kilobit/s: of the level, or {@code max-br} if that is more
 */
record H264Format(
    int profileIdc,
    int profileIop,
    H264Level level,
    int packetizationMode,
    boolean asymmetryAllowed,
    int maxFrameSize,
    int maxMacroblockRate,
    int maxKbps) {

  private static final int BASELINE = 0x42;
  private static final int MAIN = 0x4D;
  private static final int EXTENDED = 0x58;
  private static final int CONSTRAINT_SET_0 = 0x80;
  private static final int CONSTRAINT_SET_1 = 0x40;
  private static final int CONSTRAINT_SET_2 = 0x20;
  private static final int CONSTRAINT_SET_3 = 0x10;

  /** {@code profile-level-id} if absent: baseline, level 1 (RFC 6184 section 8.1). */
  private static final String DEFAULT_PROFILE_LEVEL_ID = "42000A";

  /** Empty if the parameters are malformed, of another profile, or of packetisation mode 2. */
  static Optional<H264Format> of(FormatParameters parameters) {
    String profileLevelId = parameters.get("profile-level-id").orElse(DEFAULT_PROFILE_LEVEL_ID);
    int mode = parameters.number("packetization-mode").orElse(0);
    if (profileLevelId.length() != 6 || mode > 1) {
      return Optional.empty();
    }
    byte[] octets;
    try {
      octets = HexFormat.of().parseHex(profileLevelId);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    int idc = octets[0] & 0xFF;
    int iop = octets[1] & 0xFF;
    if (!isConstrainedBaseline(idc, iop)) {
      return Optional.empty();
    }
    boolean constraintSet3 = (iop & CONSTRAINT_SET_3) != 0;
    H264Level level = H264Level.of(octets[2] & 0xFF, constraintSet3);
    return Optional.of(
        new H264Format(
            idc,
            iop,
            level,
            mode,
            parameters.isOne("level-asymmetry-allowed"),
            Math.max(level.frameSize(), parameters.number("max-fs").orElse(0)),
            Math.max(level.macroblockRate(), parameters.number("max-mbps").orElse(0)),
            Math.max(level.maxKbps(), parameters.number("max-br").orElse(0))));
  }

  /**
   * RFC 6184 table 5. Plain baseline (42 00) counts too: endpoints that write it send no slice
   * groups or arbitrary slice order, and can decode the subset.
   */
  private static boolean isConstrainedBaseline(int idc, int iop) {
    return switch (idc) {
      case BASELINE -> true;
      case MAIN -> (iop & CONSTRAINT_SET_0) != 0;
      case EXTENDED -> (iop & CONSTRAINT_SET_0) != 0 && (iop & CONSTRAINT_SET_1) != 0;
      default -> false;
    };
  }

  /**
   * The level that this side announces for receiving: its own, unless both directions must have the
   * same, which then is the lower of the two (RFC 6184 section 8.2.2).
   */
  H264Level answeredLevel(H264Level own) {
    return asymmetryAllowed || own.compareTo(level) < 0 ? own : level;
  }

  /** Value of {@code a=fmtp} with the profile of this format and another level. */
  String parametersAt(H264Level newLevel) {
    int iop = profileIop & ~CONSTRAINT_SET_3;
    if (newLevel == H264Level.L1B) {
      iop |= CONSTRAINT_SET_3;
    }
    return "profile-level-id=%02x%02x%02x;packetization-mode=%d%s"
        .formatted(
            profileIdc,
            iop,
            newLevel.levelIdc(),
            packetizationMode,
            asymmetryAllowed ? ";level-asymmetry-allowed=1" : "");
  }

  /** What this side offers: constrained baseline, in the writing (42 E0) that most peers use. */
  static String offered(H264Level level, int packetizationMode) {
    int iop = CONSTRAINT_SET_0 | CONSTRAINT_SET_1 | CONSTRAINT_SET_2;
    return new H264Format(BASELINE, iop, level, packetizationMode, true, 0, 0, 0)
        .parametersAt(level);
  }
}
