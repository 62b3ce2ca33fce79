package org.plenum.model.pki;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** PEM files beside the tests, made by OpenSSL. */
final class Fixtures {
  private Fixtures() {}

  static String text(String file) {
    try (InputStream stream =
        Objects.requireNonNull(Fixtures.class.getResourceAsStream(file), file)) {
      return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
