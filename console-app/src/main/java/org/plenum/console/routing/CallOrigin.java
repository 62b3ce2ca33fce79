package org.plenum.console.routing;

/** Where a call comes from. */
public enum CallOrigin {
  INCOMING,
  /** Entered by a caller in a Virtual Reception. */
  RECEPTION,
  /** Placed by a conference with automatic routing. */
  OUTGOING
}
