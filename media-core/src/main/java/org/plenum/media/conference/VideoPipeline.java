package org.plenum.media.conference;

import org.plenum.media.rtp.VideoTransport;

/**
 * The video half of the media engine: decoding, composition, encoding. The engine opens one stream
 * per endpoint and one conference per {@link ConferenceMedia}; RTP, RTCP and SRTP stay outside.
 * Methods may be called from any thread and return at once.
 */
public interface VideoPipeline extends AutoCloseable {

  /**
   * Opens the video of one endpoint. Nothing is decoded or encoded until a plan is configured.
   *
   * @param endpointId identifier by which a {@link View} names the endpoint
   * @param transport way out for encoded pictures and key frame requests; usable until the stream
   *     is closed
   */
  VideoStream open(String endpointId, VideoTransport transport);

  /** Creates the composition of one conference. */
  VideoConference createConference(String name, VideoConference.Listener listener);

  /** Stops the work threads and releases every stream, conference, frame and codec. Idempotent. */
  @Override
  void close();
}
