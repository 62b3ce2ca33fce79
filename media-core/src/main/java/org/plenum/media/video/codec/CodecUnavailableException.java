package org.plenum.media.video.codec;

/** The native codec library lacks a codec or refuses its settings. */
public final class CodecUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CodecUnavailableException(String message) {
    super(message);
  }
}
