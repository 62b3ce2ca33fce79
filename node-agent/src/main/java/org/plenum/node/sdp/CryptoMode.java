package org.plenum.node.sdp;

/** Whether the media of a call is encrypted; the names are those of configuration. */
public enum CryptoMode {
  /** Encrypted where the other side offers it, plain otherwise. */
  BEST_EFFORT("besteffort"),
  /** Encrypted or refused. */
  REQUIRED("on"),
  /** Never encrypted: streams that insist on encryption are refused. */
  OFF("off");

  private final String wireName;

  CryptoMode(String wireName) {
    this.wireName = wireName;
  }

  /** Name in configuration ({@code crypto_mode}). */
  public String wireName() {
    return wireName;
  }
}
