package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Key of a certificate signing request (SYS-304). */
public enum PrivateKeyType implements Choice {
  RSA2048("RSA2048", "RSA, 2048 bits"),
  RSA4096("RSA4096", "RSA, 4096 bits"),
  ECDSAP256("ECDSAP256", "ECDSA, P-256"),
  UPLOAD("UPLOAD", "Own key");

  private final String wire;
  private final String label;

  PrivateKeyType(String wire, String label) {
    this.wire = wire;
    this.label = label;
  }

  @Override
  public String wire() {
    return wire;
  }

  @Override
  public String label() {
    return label;
  }
}
