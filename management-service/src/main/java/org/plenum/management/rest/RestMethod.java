package org.plenum.management.rest;

/** Methods that the API knows. */
public enum RestMethod {
  GET(false),
  POST(true),
  PUT(true),
  PATCH(true),
  DELETE(false);

  private final boolean hasBody;

  RestMethod(boolean hasBody) {
    this.hasBody = hasBody;
  }

  /** Whether requests carry a body. */
  public boolean hasBody() {
    return hasBody;
  }

  /** Whether it leaves everything as it is. */
  public boolean isSafe() {
    return this == GET;
  }
}
