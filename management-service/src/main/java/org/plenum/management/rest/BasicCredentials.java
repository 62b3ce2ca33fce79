package org.plenum.management.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Name and password of HTTP Basic authentication (RFC 7617), in UTF-8.
 *
 * @param username name, without colon
 * @param password password
 */
record BasicCredentials(String username, String password) {
  private static final String SCHEME = "basic ";
  private static final int MAX_CHARACTERS = 4_096;

  /** Reads the Authorization header; empty if it is of another scheme or malformed. */
  static Optional<BasicCredentials> parse(String header) {
    if (header.length() > MAX_CHARACTERS
        || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    String text;
    try {
      byte[] bytes = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      text = new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    int colon = text.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : Optional.of(new BasicCredentials(text.substring(0, colon), text.substring(colon + 1)));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "BasicCredentials[" + username + "]";
  }
}
