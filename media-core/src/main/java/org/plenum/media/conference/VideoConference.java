package org.plenum.media.conference;

/**
 * The pictures of one conference. Methods may be called from any thread and return at once; no
 * method throws once closed, and streams that were never added, or are closed, are ignored.
 */
public interface VideoConference extends AutoCloseable {

  /** Makes a stream visible to views; it sees nothing until a view is set for it. */
  void add(VideoStream stream);

  /** Takes a stream out of every composition and stops sending to it. */
  void remove(VideoStream stream);

  /** Replaces what a stream is sent. */
  void setView(VideoStream stream, View view);

  /** Releases compositions and encoders; streams stay open. Idempotent. */
  @Override
  void close();

  /** What the pictures tell the conference. Called on a media thread: must not block. */
  interface Listener {
    /** A stream's first frame was decoded, or no frame was for more than 3 s. */
    void onVideoPresence(VideoStream stream, boolean present);
  }
}
