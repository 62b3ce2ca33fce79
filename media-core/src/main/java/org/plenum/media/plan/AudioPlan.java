package org.plenum.media.plan;

import java.util.Map;
import java.util.OptionalInt;
import org.plenum.media.codec.AudioCodec;

/**
 * The negotiated audio stream of an endpoint.
 *
 * @param stream transport
 * @param sendCodec codec with which this side sends
 * @param sendPayloadType payload type that this side writes
 * @param receive codec of each payload type that may arrive
 * @param telephoneEvent payload type of RFC 4733 events in both directions, if agreed
 * @param packetMillis sound per sent packet, ms
 * @param stereo the other side asked for two channels (Opus {@code stereo=1})
 * @param inBandFec the other side can use Opus in-band FEC ({@code useinbandfec=1})
 */
public record AudioPlan(
    StreamPlan stream,
    AudioCodec sendCodec,
    int sendPayloadType,
    Map<Integer, AudioCodec> receive,
    OptionalInt telephoneEvent,
    int packetMillis,
    boolean stereo,
    boolean inBandFec) {
  public AudioPlan {
    receive = Map.copyOf(receive);
  }
}
