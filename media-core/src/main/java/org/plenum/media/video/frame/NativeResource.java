package org.plenum.media.video.frame;

/** Kinds of objects outside the Java heap that the video pipeline must give back. */
public enum NativeResource {
  FRAME,
  SCALER,
  DECODER,
  ENCODER
}
