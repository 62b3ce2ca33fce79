package org.plenum.media.rtp;

/**
 * Counters of one RTP session at one moment.
 *
 * @param txPackets packets sent
 * @param rxPackets packets received
 * @param txLost packets that the other side reports lost
 * @param rxLost packets missing in what was received
 * @param rxJitterMillis interarrival jitter, ms
 * @param txKbps sent in the last two seconds, kilobit/s
 * @param rxKbps received in the last two seconds, kilobit/s
 * @param roundTripMillis from RTCP, or -1 if not known
 * @param rxPayloadType payload type of the newest packet, or -1
 * @param dropped datagrams that were not valid packets of the session
 * @param encrypted SRTP is in force
 */
public record SessionStats(
    long txPackets,
    long rxPackets,
    long txLost,
    long rxLost,
    double rxJitterMillis,
    int txKbps,
    int rxKbps,
    int roundTripMillis,
    int rxPayloadType,
    long dropped,
    boolean encrypted) {}
