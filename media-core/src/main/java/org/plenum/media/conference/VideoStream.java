package org.plenum.media.conference;

import java.util.Optional;
import org.plenum.media.plan.VideoPlan;
import org.plenum.media.rtp.VideoSink;

/**
 * The video of one endpoint: what arrives is decoded, what its {@link View} asks for is encoded.
 */
public interface VideoStream extends VideoSink, AutoCloseable {

  /** Identifier given at opening. */
  String endpointId();

  /**
   * Puts a negotiated plan in force, or stops video if there is none. Only what changed restarts;
   * nothing is encoded unless the plan's direction sends. Called from one thread at a time.
   */
  void configure(Optional<VideoPlan> plan);

  /** What is sent and received now. */
  VideoStats stats();

  /** Releases codecs and frames; packets that still arrive are ignored. Idempotent. */
  @Override
  void close();
}
