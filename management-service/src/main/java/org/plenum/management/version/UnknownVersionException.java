package org.plenum.management.version;

/** There is no such version. */
public final class UnknownVersionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownVersionException(long version) {
    super("There is no version %d of the configuration.".formatted(version));
  }
}
