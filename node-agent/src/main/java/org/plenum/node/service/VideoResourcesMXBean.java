package org.plenum.node.service;

/** What the video pipeline of a node holds outside the Java heap. */
public interface VideoResourcesMXBean {
  /** Pictures that somebody holds; those that are kept for reuse do not count. */
  int getFramesInUse();

  /** Decoders and encoders that are open. */
  int getCodecs();

  /** Scalers that are open. */
  int getScalers();
}
