package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Protocol in which a web proxy is spoken to (SYS-023). */
public enum WebProxyProtocol implements Choice {
  HTTP("http", "HTTP");

  private final String wire;
  private final String label;

  WebProxyProtocol(String wire, String label) {
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
