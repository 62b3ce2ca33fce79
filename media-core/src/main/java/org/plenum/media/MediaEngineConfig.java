package org.plenum.media;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Settings of the media plane.
 *
 * @param bindAddress local address of every media socket
 * @param advertisedAddress address that session descriptions name instead, behind a static NAT
 * @param ports UDP ports that may be used
 * @param mediaTimeout silence of RTP and RTCP after which an endpoint counts as gone
 * @param audioDscp differentiated services code point of audio, 0-63 (RFC 4594: EF is 46)
 * @param videoDscp differentiated services code point of video, 0-63 (RFC 4594: AF41 is 34)
 * @param videoThreads threads that decode, compose and encode
 */
public record MediaEngineConfig(
    InetAddress bindAddress,
    Optional<InetAddress> advertisedAddress,
    PortRange ports,
    Duration mediaTimeout,
    int audioDscp,
    int videoDscp,
    int videoThreads) {

  public static final PortRange DEFAULT_PORTS = new PortRange(40_000, 49_999);
  public static final Duration DEFAULT_MEDIA_TIMEOUT = Duration.ofSeconds(30);

  public MediaEngineConfig {
    if (mediaTimeout.isNegative() || mediaTimeout.isZero()) {
      throw new IllegalArgumentException("media timeout must be positive: " + mediaTimeout);
    }
    requireDscp("audio", audioDscp);
    requireDscp("video", videoDscp);
    if (videoThreads < 1) {
      throw new IllegalArgumentException("video threads must be 1 or more: " + videoThreads);
    }
  }

  /** Default ports, timeout and best-effort packets; one video thread per processor. */
  public static MediaEngineConfig on(InetAddress bindAddress) {
    return new MediaEngineConfig(
        bindAddress,
        Optional.empty(),
        DEFAULT_PORTS,
        DEFAULT_MEDIA_TIMEOUT,
        0,
        0,
        Runtime.getRuntime().availableProcessors());
  }

  /** The same settings with other ports. */
  public MediaEngineConfig withPorts(PortRange range) {
    return new MediaEngineConfig(
        bindAddress, advertisedAddress, range, mediaTimeout, audioDscp, videoDscp, videoThreads);
  }

  /** The same settings with another timeout. */
  public MediaEngineConfig withMediaTimeout(Duration timeout) {
    return new MediaEngineConfig(
        bindAddress, advertisedAddress, ports, timeout, audioDscp, videoDscp, videoThreads);
  }

  private static void requireDscp(String medium, int value) {
    if (value < 0 || value > 63) {
      throw new IllegalArgumentException(medium + " DSCP must be 0-63: " + value);
    }
  }
}
