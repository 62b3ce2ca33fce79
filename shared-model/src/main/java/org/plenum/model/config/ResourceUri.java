package org.plenum.model.config;

import java.util.OptionalLong;

/** Addresses of objects in the configuration API, which stand for references. */
public final class ResourceUri {
  /** Path of the configuration API. */
  public static final String BASE = "/api/admin/configuration/v1/";

  private static final int MAX_DIGITS = 18;

  private ResourceUri() {}

  /** Address of an object. */
  public static String of(String resource, long id) {
    return BASE + resource + "/" + id + "/";
  }

  /**
   * The identifier that a reference names.
   *
   * @param resource resource that the reference must lead to
   * @param text an address, or an identifier alone
   * @return the identifier, or empty if the text is no reference to such an object
   */
  public static OptionalLong parse(String resource, String text) {
    String digits = text.strip();
    String prefix = BASE + resource + "/";
    if (digits.startsWith(prefix)) {
      digits = digits.substring(prefix.length());
      if (digits.endsWith("/")) {
        digits = digits.substring(0, digits.length() - 1);
      }
    }
    if (digits.isEmpty() || digits.length() > MAX_DIGITS) {
      return OptionalLong.empty();
    }
    long id = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return OptionalLong.empty();
      }
      id = id * 10 + (c - '0');
    }
    return id == 0 ? OptionalLong.empty() : OptionalLong.of(id);
  }
}
