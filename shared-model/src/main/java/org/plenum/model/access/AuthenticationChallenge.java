package org.plenum.model.access;

/**
 * What the management API asks for in the header {@code WWW-Authenticate} of status 401 (RFC 9110,
 * section 11.6.1).
 */
public enum AuthenticationChallenge {
  /** Name and password (RFC 7617). */
  BASIC("Basic", "Basic realm=\"Plenum\", charset=\"UTF-8\""),
  /** A client certificate in the TLS handshake; no registered scheme says that. */
  CERTIFICATE("Certificate", "Certificate realm=\"Plenum\"");

  private final String scheme;
  private final String header;

  AuthenticationChallenge(String scheme, String header) {
    this.scheme = scheme;
    this.header = header;
  }

  /** Value of the header. */
  public String header() {
    return header;
  }

  /** Whether a value of the header asks for this. */
  public boolean isIn(String value) {
    return value.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1);
  }
}
