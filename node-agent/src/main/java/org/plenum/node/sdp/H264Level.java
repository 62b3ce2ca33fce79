package org.plenum.node.sdp;

/** Levels and their limits: ITU-T H.264 table A-1. */
enum H264Level {
  L1(10, 1_485, 99, 64),
  L1B(11, 1_485, 99, 128),
  L1_1(11, 3_000, 396, 192),
  L1_2(12, 6_000, 396, 384),
  L1_3(13, 11_880, 396, 768),
  L2(20, 11_880, 396, 2_000),
  L2_1(21, 19_800, 792, 4_000),
  L2_2(22, 20_250, 1_620, 4_000),
  L3(30, 40_500, 1_620, 10_000),
  L3_1(31, 108_000, 3_600, 14_000),
  L3_2(32, 216_000, 5_120, 20_000),
  L4(40, 245_760, 8_192, 20_000),
  L4_1(41, 245_760, 8_192, 50_000),
  L4_2(42, 522_240, 8_704, 50_000),
  L5(50, 589_824, 22_080, 135_000),
  L5_1(51, 983_040, 36_864, 240_000),
  L5_2(52, 2_073_600, 36_864, 240_000);

  private final int levelIdc;
  private final int macroblockRate;
  private final int frameSize;
  private final int maxKbps;

  H264Level(int levelIdc, int macroblockRate, int frameSize, int maxKbps) {
    this.levelIdc = levelIdc;
    this.macroblockRate = macroblockRate;
    this.frameSize = frameSize;
    this.maxKbps = maxKbps;
  }

  int levelIdc() {
    return levelIdc;
  }

  /** MaxMBPS, macroblocks/s. */
  int macroblockRate() {
    return macroblockRate;
  }

  /** MaxFS, macroblocks. */
  int frameSize() {
    return frameSize;
  }

  /** MaxBR of the VCL in the baseline profile, kilobit/s. */
  int maxKbps() {
    return maxKbps;
  }

  /**
   * The level of a {@code profile-level-id}; unknown values between two levels count as the lower.
   *
   * @param constraintSet3 distinguishes 1b from 1.1 in the baseline profile
   */
  static H264Level of(int levelIdc, boolean constraintSet3) {
    if (levelIdc == 11) {
      return constraintSet3 ? L1B : L1_1;
    }
    H264Level found = L1;
    for (H264Level level : values()) {
      if (level != L1B && level.levelIdc <= levelIdc) {
        found = level;
      }
    }
    return found;
  }

  /** The lowest level in which a picture of that size can be received at that rate. */
  static H264Level sufficientFor(PictureSize size, int fps) {
    for (H264Level level : values()) {
      if (size.macroblocks() <= level.frameSize
          && (long) size.macroblocks() * fps <= level.macroblockRate) {
        return level;
      }
    }
    return L5_2;
  }
}
