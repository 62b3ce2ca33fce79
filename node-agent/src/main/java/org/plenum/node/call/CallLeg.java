package org.plenum.node.call;

import java.util.Optional;
import java.util.UUID;
import org.plenum.media.MediaEndpoint;

/**
 * One call between this node and one remote party, whatever its signalling protocol. Methods may be
 * called from any thread, return at once and are carried out one after the other by the owner of
 * the leg; one that comes too late (the call has ended) does nothing.
 *
 * <p>Life of an incoming call: {@link IncomingCalls#onIncoming}, then optionally {@link #ring()},
 * then {@link #answer()} or {@link #reject}; after {@link Listener#onEstablished} media flows until
 * {@link Listener#onEnded}, which is always the last event and comes exactly once.
 */
public interface CallLeg {

  /** What is known of the call from its first message on. */
  CallIdentity identity();

  /** Identifier of the leg: {@code identity().id()}. */
  default UUID id() {
    return identity().id();
  }

  /** What the leg's protocol can do. */
  Capabilities capabilities();

  /**
   * Ports, codecs and counters of the call; present from {@link Listener#onEstablished} until
   * {@link Listener#onEnded}. The leg closes it: nobody else does.
   */
  Optional<MediaEndpoint> media();

  /** What both sides agreed on at present. */
  MediaState mediaState();

  /**
   * Registers who hears of the events of this leg, in place of the one before. A leg that was
   * established or has ended before tells the new listener so.
   */
  void listen(Listener listener);

  /** Tells the caller that its call is being offered ("ringing"). */
  void ring();

  /**
   * Accepts the call: opens and negotiates media. The outcome is {@link Listener#onEstablished}, or
   * {@link Listener#onEnded} if no media could be agreed.
   *
   * @param limits hold for the whole call, also when the other side wants more later
   */
  void answer(CallLimits limits);

  /** Accepts the call without limits of a service. */
  default void answer() {
    answer(CallLimits.NONE);
  }

  /**
   * Refuses a call that was not answered.
   *
   * @param detail what exactly was wrong, for logs and the other side; at most 250 characters are
   *     used
   */
  void reject(RejectReason reason, String detail);

  /** Ends the call in whatever state it is. */
  void disconnect(DisconnectReason reason);

  /**
   * What the protocol of a leg can do for the conference.
   *
   * @param hold the other side can put this side on hold
   * @param video the other side may add video
   * @param dtmf digits can be sent to and come from the other side
   */
  record Capabilities(boolean hold, boolean video, boolean dtmf) {}

  /**
   * Hears of a leg. Called by the leg's owner, one event at a time, in order, on a virtual thread:
   * it may block for a moment, which delays this call and no other.
   */
  interface Listener {
    /** Both sides agreed on media; {@link CallLeg#media()} is present and configured. */
    void onEstablished(MediaState state);

    /** Hold, resume, video added or removed, another codec. */
    void onMediaChanged(MediaState state);

    /** A digit was pressed at the other side, in media or in signalling: 0-9, *, #, A-D. */
    void onDtmf(char digit);

    /**
     * The call is over and its media is closed.
     *
     * @param detail free text of at most 250 characters from whichever side ended the call
     */
    void onEnded(DisconnectReason reason, String detail);
  }
}
