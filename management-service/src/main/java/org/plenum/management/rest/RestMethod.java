package org.plenum.management.rest;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Methods that the API knows. */
public enum RestMethod {
  GET(false),
  POST(true),
  PUT(true),
  PATCH(true),
  DELETE(false),
  HEAD(false),
  OPTIONS(false);

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
    return this == GET || this == HEAD || this == OPTIONS;
  }

  /** Whether the API has this method; names are case sensitive (RFC 9110 section 9.1). */
  static boolean isKnown(String name) {
    return Arrays.stream(values()).anyMatch(method -> method.name().equals(name));
  }

  /** Names for the header Allow: these methods, and those that every path has besides. */
  static String allow(Collection<RestMethod> methods) {
    Set<RestMethod> all = EnumSet.of(OPTIONS);
    all.addAll(methods);
    if (all.contains(GET)) {
      all.add(HEAD);
    }
    return all.stream().map(RestMethod::name).collect(Collectors.joining(", "));
  }
}
