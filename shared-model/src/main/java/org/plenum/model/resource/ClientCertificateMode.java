package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Whether administrators show a certificate in place of a password (SYS-034). */
public enum ClientCertificateMode implements Choice {
  NOT_REQUIRED("NO", "Not required"),
  COMMON_NAME("CN", "Required (user identity in subject CN)"),
  PRINCIPAL_NAME("UPN", "Required (user identity in subjectAltName userPrincipalName)");

  private final String wire;
  private final String label;

  ClientCertificateMode(String wire, String label) {
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
