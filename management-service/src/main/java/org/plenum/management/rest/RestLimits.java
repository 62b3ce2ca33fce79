package org.plenum.management.rest;

import java.time.Duration;

/**
 * What one client, or all together, may ask of the API.
 *
 * @param maxBodyBytes largest body of a request
 * @param maxHeaderBytes largest head of a request
 * @param idleTimeout how long a connection may be silent
 * @param maxConcurrentRequests requests that are worked on at the same time; more are refused
 * @param maxConnections connections that are open at the same time
 */
public record RestLimits(
    int maxBodyBytes,
    int maxHeaderBytes,
    Duration idleTimeout,
    int maxConcurrentRequests,
    int maxConnections) {
  /** For an ordinary platform. */
  public static final RestLimits DEFAULT =
      new RestLimits(8 * 1024 * 1024, 16 * 1024, Duration.ofSeconds(60), 64, 512);
}
