package org.plenum.node.call;

import java.util.OptionalInt;

/**
 * What a service allows a call (SVX-265 to SVX-285), beside what the platform and the other side
 * can do.
 *
 * @param video the call may have video; an audio-only call cannot add it later (SVX-284)
 * @param maxReceiveKbps most that the other side is asked to send, all streams, kilobit/s
 * @param maxSendKbps most that is sent to the other side, all streams, kilobit/s
 */
public record CallLimits(boolean video, OptionalInt maxReceiveKbps, OptionalInt maxSendKbps) {

  /** No limits. */
  public static final CallLimits NONE =
      new CallLimits(true, OptionalInt.empty(), OptionalInt.empty());
}
