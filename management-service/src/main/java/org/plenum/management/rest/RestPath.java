package org.plenum.management.rest;

import java.util.Map;
import java.util.Optional;
import org.plenum.model.access.Area;
import org.plenum.model.access.Permission;
import org.plenum.model.access.Permissions;

/**
 * A path and what can be done there; other methods are answered with 405.
 *
 * @param path for instance {@code /api/admin/status/v1/{resource}/}; what is in braces fits one
 *     segment and becomes a parameter
 * @param access who may come here
 * @param file what requests carry and get if it is not JSON
 * @param handlers by method; {@code HEAD} and {@code OPTIONS} are answered for those that lack them
 */
public record RestPath(
    String path, Access access, Optional<FileBody> file, Map<RestMethod, RestHandler> handlers) {
  /** Who may come to a path. */
  public sealed interface Access {
    /** Everybody; the handler itself checks what it is given. */
    record Everybody() implements Access {}

    /**
     * Accounts that may do what the path is for.
     *
     * @param channel permission for this way into the platform (SYS-061)
     */
    record Accounts(Permission channel, Rule rule) implements Access {}
  }

  /** Which permissions a request needs (SYS-059 to SYS-079). */
  @FunctionalInterface
  public interface Rule {
    /** Any account may come. */
    Rule ANY = (permissions, method, parameters) -> true;

    /** The roles of local accounts: one to read, the other for all else. */
    Rule BY_ROLE =
        (permissions, method, parameters) ->
            permissions.include(method.isSafe() ? Permissions.READ_ONLY : Permissions.ALL);

    /** The roles of local accounts, for what changes nothing whatever its method. */
    Rule READING = (permissions, method, parameters) -> permissions.include(Permissions.READ_ONLY);

    /** What may be done with the configuration of an area. */
    static Rule in(Area area) {
      return (permissions, method, parameters) ->
          method.isSafe() ? permissions.mayView(area) : permissions.mayModify(area);
    }

    /** One permission for all methods. */
    static Rule needs(Permission permission) {
      return (permissions, method, parameters) -> permissions.has(permission);
    }

    /**
     * Whether a request is allowed.
     *
     * @param permissions of who asks
     * @param parameters of the path
     */
    boolean allows(Permissions permissions, RestMethod method, Map<String, String> parameters);
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
    return of(path, Rule.BY_ROLE, handlers);
  }

  /** A path for accounts that may use the API and meet a rule. */
  public static RestPath of(String path, Rule rule, Map<RestMethod, RestHandler> handlers) {
    return new RestPath(path, new Access.Accounts(Permission.MAY_USE_API, rule), handlers);
  }

  /** A path for everybody. */
  public static RestPath forEverybody(String path, Map<RestMethod, RestHandler> handlers) {
    return new RestPath(path, new Access.Everybody(), handlers);
  }

  /** What a method does here; {@code HEAD} and {@code OPTIONS} follow from the others. */
  Optional<RestHandler> handler(RestMethod method) {
    RestHandler own = handlers.get(method);
    return switch (method) {
      case HEAD -> Optional.ofNullable(own == null ? handlers.get(RestMethod.GET) : own);
      case OPTIONS ->
          Optional.of(own == null ? request -> RestResponse.allowing(handlers.keySet()) : own);
      default -> Optional.ofNullable(own);
    };
  }

  /** A path where accounts get a file and put another in its place. */
  public static RestPath ofFile(
      String path, Rule rule, FileBody file, Map<RestMethod, RestHandler> handlers) {
    return new RestPath(
        path, new Access.Accounts(Permission.MAY_USE_API, rule), Optional.of(file), handlers);
  }
}
