package org.plenum.node.sdp;

/**
 * An {@code a=} line (RFC 8866 section 5.13).
 *
 * @param name what stands before the colon
 * @param value what stands behind the colon, empty for a property attribute
 * @param line where it was read, from 1; 0 if it was not read
 */
public record Attribute(String name, String value, int line) {

  /** An attribute of a description that this side writes. */
  public static Attribute of(String name, String value) {
    return new Attribute(name, value, 0);
  }

  /** A property attribute, that is, one without a value. */
  public static Attribute flag(String name) {
    return new Attribute(name, "", 0);
  }
}
