package org.plenum.media;

import java.util.List;

/** Counters of one endpoint at one moment. */
public record EndpointStats(List<Stream> streams) {
  public EndpointStats {
    streams = List.copyOf(streams);
  }

  /**
   * One stream.
   *
   * @param type {@code audio} or {@code video}
   * @param txCodec codec sent, empty if none
   * @param rxCodec codec last received, empty if none
   * @param txKbps sent in the last seconds, kilobit/s
   * @param rxKbps received in the last seconds, kilobit/s
   * @param txPackets packets sent
   * @param rxPackets packets received
   * @param txPacketsLost packets that the other side reported lost
   * @param rxPacketsLost packets missing in what was received
   * @param rxJitterMillis interarrival jitter (RFC 3550 section 6.4.1), ms
   * @param txResolution for example {@code 1280x720}; empty for audio
   * @param rxResolution for example {@code 640x360}; empty for audio
   * @param txFps frames sent in the last second
   * @param rxFps frames decoded in the last second
   * @param roundTripMillis from RTCP, or -1 if not known
   * @param encrypted SRTP is in force
   */
  public record Stream(
      String type,
      String txCodec,
      String rxCodec,
      int txKbps,
      int rxKbps,
      long txPackets,
      long rxPackets,
      long txPacketsLost,
      long rxPacketsLost,
      double rxJitterMillis,
      String txResolution,
      String rxResolution,
      double txFps,
      double rxFps,
      int roundTripMillis,
      boolean encrypted) {}
}
