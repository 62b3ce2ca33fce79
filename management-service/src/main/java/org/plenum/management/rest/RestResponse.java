package org.plenum.management.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer. Immutable; the bytes are not copied.
 *
 * @param status HTTP status
 * @param contentType type of the body; empty without body
 * @param body bytes of the body
 * @param headers further headers
 */
public record RestResponse(
    int status, String contentType, byte[] body, Map<String, String> headers) {
  static final String JSON = "application/json";
  private static final byte[] NOTHING = new byte[0];

  public RestResponse {
    headers = Map.copyOf(headers);
  }

  /** An answer with a JSON body. */
  public static RestResponse json(int status, JsonNode body) {
    return new RestResponse(
        status, JSON, body.toString().getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /** 200 with a JSON body. */
  public static RestResponse ok(JsonNode body) {
    return json(200, body);
  }

  /** What is possible at an address. */
  static RestResponse allowing(Collection<RestMethod> methods) {
    return empty(204).with("Allow", RestMethod.allow(methods));
  }

  /** An answer without body. */
  public static RestResponse empty(int status) {
    return new RestResponse(status, "", NOTHING, Map.of());
  }

  /** With one more header. */
  public RestResponse with(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new RestResponse(status, contentType, body, all);
  }
}
