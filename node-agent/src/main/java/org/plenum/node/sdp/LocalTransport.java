package org.plenum.node.sdp;

import java.net.InetAddress;

/**
 * Where this side receives the media of a call.
 *
 * @param address that the other side can reach
 * @param audioPort UDP port of audio RTP; RTCP is on the next one unless multiplexed
 * @param videoPort UDP port of video RTP; RTCP is on the next one unless multiplexed
 * @param dtlsFingerprint of this side's certificate, as after {@code a=fingerprint:}
 */
public record LocalTransport(
    InetAddress address, int audioPort, int videoPort, String dtlsFingerprint) {}
