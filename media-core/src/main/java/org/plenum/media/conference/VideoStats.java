package org.plenum.media.conference;

/**
 * Pictures of one endpoint at one moment.
 *
 * @param txCodec encoding name sent, empty if none
 * @param rxCodec encoding name last decoded, empty if none
 * @param txResolution for example {@code 1280x720}, empty if nothing is sent
 * @param rxResolution for example {@code 640x360}, empty if nothing was decoded
 * @param txFps frames sent in the last second
 * @param rxFps frames decoded in the last second
 * @param rxDropped received pictures that were lost, damaged or could not be decoded in time
 */
public record VideoStats(
    String txCodec,
    String rxCodec,
    String txResolution,
    String rxResolution,
    double txFps,
    double rxFps,
    long rxDropped) {

  /** Of a stream on which nothing flows. */
  public static final VideoStats NONE = new VideoStats("", "", "", "", 0, 0, 0);
}
