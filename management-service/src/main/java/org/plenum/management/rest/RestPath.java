package org.plenum.management.rest;

import java.util.Map;
import java.util.Optional;

/**
 * A path and what can be done there; other methods are answered with 405.
 *
 * @param path for instance {@code /api/admin/status/v1/{resource}/}; what is in braces fits one
 *     segment and becomes a parameter
 * @param access who may come here
 * @param file what requests carry and get if it is not JSON
 * @param handlers by method
 */
public record RestPath(
    String path, Access access, Optional<FileBody> file, Map<RestMethod, RestHandler> handlers) {
  /** Who may come to a path. */
  public enum Access {
    /** Accounts: every role to read, those that may write for all other methods. */
    ACCOUNTS,
    /** Everybody; the handler itself checks what it is given. */
    PUBLIC
  }

  public RestPath {
    handlers = Map.copyOf(handlers);
  }

  /** A path for JSON. */
  public RestPath(String path, Access access, Map<RestMethod, RestHandler> handlers) {
    this(path, access, Optional.empty(), handlers);
  }

  /** A path for accounts. */
  public static RestPath of(String path, Map<RestMethod, RestHandler> handlers) {
    return new RestPath(path, Access.ACCOUNTS, handlers);
  }

  /** A path where accounts get a file and put another in its place. */
  public static RestPath ofFile(String path, FileBody file, Map<RestMethod, RestHandler> handlers) {
    return new RestPath(path, Access.ACCOUNTS, Optional.of(file), handlers);
  }
}
