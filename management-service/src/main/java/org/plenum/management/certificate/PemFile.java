package org.plenum.management.certificate;

/**
 * A file of certificates and keys.
 *
 * @param name what messages call it; empty if there is one only
 * @param text PEM blocks, with any text around them
 */
public record PemFile(String name, String text) {
  /** Without the text, which may hold keys. */
  @Override
  public String toString() {
    return "PemFile[" + name + "]";
  }
}
