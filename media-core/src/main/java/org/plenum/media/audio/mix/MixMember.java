package org.plenum.media.audio.mix;

/** One source and listener of a mix; called on the media clock's thread. */
public interface MixMember {

  /**
   * Writes the next received frame.
   *
   * @return false if there is nothing to hear; the frame is silent then
   */
  boolean read(float[] frame);

  /** Level of the last frame read as it was spoken, before gain control, dB. */
  double levelDb();

  /** Sends a frame; it is copied or encoded before the method returns. */
  void write(float[] frame);
}
