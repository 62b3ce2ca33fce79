package org.plenum.media.plan;

import java.util.Map;

/**
 * The negotiated video stream of an endpoint.
 *
 * @param stream transport
 * @param send format with which this side sends, within the limits of the other side
 * @param sendPayloadType payload type that this side writes
 * @param receive format of each payload type that may arrive
 * @param nack the other side answers and sends generic NACK (RFC 4585)
 * @param pli picture loss indication may be sent (RFC 4585)
 * @param fir full intra request may be sent (RFC 5104)
 */
public record VideoPlan(
    StreamPlan stream,
    VideoFormat send,
    int sendPayloadType,
    Map<Integer, VideoFormat> receive,
    boolean nack,
    boolean pli,
    boolean fir) {
  public VideoPlan {
    receive = Map.copyOf(receive);
  }
}
