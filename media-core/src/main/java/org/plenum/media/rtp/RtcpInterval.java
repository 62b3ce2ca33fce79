package org.plenum.media.rtp;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Time between compound RTCP packets of a session of two (RFC 3550 sections 6.2 and 6.3.1): five
 * percent of the media bandwidth at most, at random within half and one and a half of it, so that
 * calls set up together do not report together.
 */
final class RtcpInterval {

  private static final double RTCP_SHARE = 0.05;
  private static final int PARTICIPANTS = 2;
  private static final double MINIMUM_SECONDS = 5;
  // RFC 3550 section 6.2 allows 360 / bandwidth for fast feedback; below 1 s nothing is gained.
  private static final double REDUCED_MINIMUM_KBIT = 360;
  private static final double FLOOR_SECONDS = 1;
  // Compensates for timer reconsideration converging below the intended value (section 6.3.1).
  private static final double COMPENSATION = Math.E - 1.5;
  private static final int INITIAL_COMPOUND_OCTETS = 128;

  private final RandomGenerator random;
  private double averageOctets = INITIAL_COMPOUND_OCTETS;
  private boolean first = true;

  RtcpInterval(RandomGenerator random) {
    this.random = random;
  }

  /** A compound was sent or received; lengths include UDP and IP headers by the caller's choice. */
  void onCompound(int octets) {
    averageOctets += (octets - averageOctets) / 16;
  }

  /** Time until the next compound, ns. */
  long next(int sessionKbps) {
    double minimum =
        Math.clamp(REDUCED_MINIMUM_KBIT / Math.max(1, sessionKbps), FLOOR_SECONDS, MINIMUM_SECONDS);
    if (first) {
      minimum /= 2;
      first = false;
    }
    double octetsPerSecond = Math.max(1, sessionKbps) * 1000.0 / 8 * RTCP_SHARE;
    double deterministic = Math.max(minimum, PARTICIPANTS * averageOctets / octetsPerSecond);
    double seconds = deterministic * (0.5 + random.nextDouble()) / COMPENSATION;
    return (long) (seconds * TimeUnit.SECONDS.toNanos(1));
  }
}
