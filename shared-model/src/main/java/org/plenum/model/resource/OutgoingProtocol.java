package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Protocol in which a routing rule places calls (SVC-153). */
public enum OutgoingProtocol implements Choice {
  SIP("sip", "SIP"),
  H323("h323", "H.323"),
  MSSIP("mssip", "Lync / Skype for Business (MS-SIP)"),
  RTMP("rtmp", "RTMP");

  private final String wire;
  private final String label;

  OutgoingProtocol(String wire, String label) {
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
