package org.plenum.node.sdp;

/** A session description cannot be read; the message names the line and its field. */
public final class SdpException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * @param line number of the line, from 1; 0 if the description as a whole is meant
   * @param problem field and what is wrong with it
   */
  public SdpException(int line, String problem) {
    super(line > 0 ? "SDP line " + line + ": " + problem : "SDP: " + problem);
    this.line = line;
  }

  /** Number of the line, from 1; 0 if the description as a whole is meant. */
  public int line() {
    return line;
  }
}
