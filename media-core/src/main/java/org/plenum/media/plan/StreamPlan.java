package org.plenum.media.plan;

import java.net.InetSocketAddress;

/**
 * What signalling agreed on the transport of one stream.
 *
 * @param remoteRtp where the session description says that packets go; replaced by the observed
 *     source of received packets (symmetric RTP, RFC 4961)
 * @param remoteRtcp where RTCP goes; equal to {@code remoteRtp} with {@code rtcpMux}
 * @param rtcpMux RTP and RTCP share a port (RFC 5761)
 * @param keying protection of the packets
 * @param direction direction as this side sees it
 * @param maxSendKbps most that may be sent, kilobit/s
 */
public record StreamPlan(
    InetSocketAddress remoteRtp,
    InetSocketAddress remoteRtcp,
    boolean rtcpMux,
    Keying keying,
    Direction direction,
    int maxSendKbps) {}
