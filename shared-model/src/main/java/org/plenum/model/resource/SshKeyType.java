package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Algorithms of SSH keys that are admitted (SYS-023). */
public enum SshKeyType implements Choice {
  RSA("ssh-rsa", "RSA"),
  ECDSA_256("ecdsa-sha2-nistp256", "ECDSA, P-256"),
  ECDSA_384("ecdsa-sha2-nistp384", "ECDSA, P-384"),
  ECDSA_521("ecdsa-sha2-nistp521", "ECDSA, P-521"),
  ED25519("ssh-ed25519", "Ed25519");

  private final String wire;
  private final String label;

  SshKeyType(String wire, String label) {
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
