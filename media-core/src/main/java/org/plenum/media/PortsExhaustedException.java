package org.plenum.media;

/** No pair of an even and the next UDP port is free in the configured range. */
public final class PortsExhaustedException extends Exception {
  private static final long serialVersionUID = 1L;

  public PortsExhaustedException(PortRange range) {
    super("no free pair of media ports in " + range.first() + "-" + range.last());
  }
}
