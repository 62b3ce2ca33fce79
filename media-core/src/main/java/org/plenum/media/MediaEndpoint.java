package org.plenum.media;

import org.plenum.media.plan.MediaPlan;

/**
 * The media of one call leg: its ports, protection, codecs and statistics. Opened before the
 * session description is written, because that needs the ports and the DTLS fingerprint;
 * configured, and configured again at every new offer/answer. Methods may be called from any
 * thread.
 */
public interface MediaEndpoint extends AutoCloseable {

  /** Identifier given at opening; unique in the engine; named by {@code View}. */
  String id();

  /** UDP port of audio RTP; RTCP uses the next one unless it is multiplexed. */
  int audioPort();

  /** UDP port of video RTP; RTCP uses the next one unless it is multiplexed. */
  int videoPort();

  /** Fingerprint of this node's DTLS certificate, as after {@code a=fingerprint:}. */
  String dtlsFingerprint();

  /** Puts a negotiated plan in force; media goes on without a gap where nothing changed. */
  void configure(MediaPlan plan);

  /** Sends digits as RFC 4733 events, one after the other; ignored if the peer has no events. */
  void sendDtmf(String digits);

  /**
   * The other side asked in signalling for a whole picture (RFC 5168): the next one sent to it is a
   * key frame, as after PLI or FIR. Without effect if no video is sent.
   */
  void refreshPicture();

  /** Counters since the endpoint was opened. */
  EndpointStats stats();

  /** Sends RTCP BYE, releases ports, codecs and buffers. Idempotent. */
  @Override
  void close();

  /** What the media plane tells signalling. Called on a media thread: must not block. */
  interface Listener {
    /** An RFC 4733 event ended: 0-9, *, #, A-D. Reported once per press. */
    void onDtmf(char digit);

    /** Neither RTP nor RTCP arrived for the configured time, although a stream receives. */
    void onMediaTimeout();

    /** The DTLS handshake failed, or the certificate does not match the fingerprint. */
    void onSecurityFailure(String reason);

    /** The first packet of the call was decoded. */
    void onFirstMedia();
  }
}
