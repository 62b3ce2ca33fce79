package org.plenum.management.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plenum.management.auth.Account;
import org.plenum.model.access.Permissions;

/**
 * A request that has passed authentication and the limits. Immutable.
 *
 * @param method method
 * @param path path as it was sent, without query
 * @param origin scheme, host and port that the client used, such as {@code https://mgr:18443}
 * @param pathParameters by name, decoded
 * @param queryParameters by name, in the order of the request, decoded
 * @param headers by lower-case name
 * @param body bytes of the body; empty for methods without one
 * @param account who asks; empty on public paths
 * @param address where the request comes from
 */
public record RestRequest(
    RestMethod method,
    String path,
    String origin,
    Map<String, String> pathParameters,
    Map<String, List<String>> queryParameters,
    Map<String, String> headers,
    byte[] body,
    Optional<Account> account,
    String address) {

  /** A parameter that the path declares. */
  public String pathParameter(String name) {
    String value = pathParameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the path has no parameter " + name);
    }
    return value;
  }

  /** The identifier in the path; what is no identifier leads nowhere. */
  public long id(String name) {
    String text = pathParameter(name);
    if (!text.matches("[0-9]{1,18}")) {
      throw RestException.notFound();
    }
    return Long.parseLong(text);
  }

  /** A header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** What who asks may do. */
  public Permissions permissions() {
    return account.map(Account::permissions).orElse(Permissions.NONE);
  }

  /** Name of who asks, for the audit trail. */
  public String author() {
    return account.map(Account::username).orElse("anonymous");
  }

  /**
   * The body as JSON.
   *
   * @throws RestException saying where it is malformed
   */
  public JsonNode json() {
    return JsonBody.parse(body);
  }
}
