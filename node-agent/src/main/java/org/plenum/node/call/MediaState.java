package org.plenum.node.call;

/**
 * The media that both sides of a call agreed on at present.
 *
 * @param audio there is an audio stream
 * @param video there is a video stream
 * @param encrypted every stream is SRTP
 * @param onHold the other side asked this side not to send (RFC 3264 section 8.4)
 * @param sendKbps most that may be sent, all streams, kilobit/s
 * @param receiveKbps most that the other side may send, all streams, kilobit/s
 */
public record MediaState(
    boolean audio,
    boolean video,
    boolean encrypted,
    boolean onHold,
    int sendKbps,
    int receiveKbps) {

  /** Before any agreement. */
  public static final MediaState NONE = new MediaState(false, false, false, false, 0, 0);
}
