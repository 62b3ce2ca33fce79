package org.plenum.media;

/**
 * What a media engine holds at one moment.
 *
 * @param endpoints open endpoints
 * @param conferences open conferences
 * @param portPairsTaken pairs of ports in use, two per endpoint
 * @param portPairs pairs of ports in the configured range
 * @param audioCodecs open audio decoders and encoders
 */
public record EngineUsage(
    int endpoints, int conferences, int portPairsTaken, int portPairs, int audioCodecs) {}
