package org.plenum.media.conference;

import org.plenum.media.MediaEndpoint;

/**
 * Mixing and composition of one conference. Every endpoint hears all unmuted others (mix-minus) and
 * sees the view that was last set for it. Methods may be called from any thread and return at once;
 * changes are in force within one audio tick or video frame. No method throws once closed.
 */
public interface ConferenceMedia extends AutoCloseable {

  /** Adds an endpoint: it hears the others and is heard; it sees nothing until a view is set. */
  void add(MediaEndpoint endpoint);

  /** Takes an endpoint out; it receives silence and no more video from here. */
  void remove(MediaEndpoint endpoint);

  /** A muted endpoint hears the others and is not heard, nor does it become dominant speaker. */
  void setMuted(MediaEndpoint endpoint, boolean muted);

  /** Replaces what an endpoint sees. */
  void setView(MediaEndpoint endpoint, View view);

  /** Releases mixers, compositions and encoders; endpoints stay open. Idempotent. */
  @Override
  void close();

  /** What the media plane tells the conference. Called on a media thread: must not block. */
  interface Listener {
    /** The loudest talker changed. Not called more often than every 500 ms. */
    void onDominantSpeaker(MediaEndpoint endpoint);

    /** An endpoint's first video frame was decoded, or its video stopped for more than 3 s. */
    void onVideoPresence(MediaEndpoint endpoint, boolean present);
  }
}
