package org.plenum.media.rtp;

import java.util.random.RandomGenerator;
import org.plenum.media.clock.TimeSource;
import org.plenum.media.dtls.DtlsIdentity;

/**
 * What all RTP sessions of an engine share.
 *
 * @param time clock
 * @param random source of SSRC, first sequence number and report times; thread-safe
 * @param identity certificate for DTLS
 * @param latchSilenceNanos silence after which plain RTP may come from another source
 */
public record SessionEnvironment(
    TimeSource time, RandomGenerator random, DtlsIdentity identity, long latchSilenceNanos) {}
