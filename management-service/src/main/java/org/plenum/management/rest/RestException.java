package org.plenum.management.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Collection;
import org.plenum.model.access.AuthenticationChallenge;
import org.plenum.model.config.Violations;

/** Ends the handling of a request with an error answer. */
public final class RestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RestResponse response;

  private RestException(RestResponse response) {
    super("HTTP status " + response.status(), null, false, false);
    this.response = response;
  }

  /** What the client gets. */
  public RestResponse response() {
    return response;
  }

  /** An error with a sentence: {@code {"error": "…"}}. */
  public static RestException of(int status, String sentence) {
    return new RestException(response(status, sentence));
  }

  private static RestResponse response(int status, String sentence) {
    JsonNode body = JsonNodeFactory.instance.objectNode().put("error", sentence);
    return RestResponse.json(status, body);
  }

  /** 400 with messages by field. */
  public static RestException invalid(String resource, Violations violations) {
    return new RestException(RestResponse.json(400, violations.toJson(resource)));
  }

  /** 401: name and password are missing or wrong. */
  static RestException needsPassword() {
    return new RestException(
        unauthenticated(
            "Log in with the name and password of an account.", AuthenticationChallenge.BASIC));
  }

  /** 401: the connection came without a certificate of an administrator; the next one may. */
  static RestException needsCertificate() {
    return new RestException(
        unauthenticated(
                "Connect with a client certificate that names an administrator.",
                AuthenticationChallenge.CERTIFICATE)
            .with("Connection", "close"));
  }

  private static RestResponse unauthenticated(String sentence, AuthenticationChallenge challenge) {
    return response(401, sentence).with("WWW-Authenticate", challenge.header());
  }

  /** 403: the account lacks a permission. */
  public static RestException forbidden() {
    return of(403, "Your role does not allow this.");
  }

  /** 409: what is stored stands against it; messages by field. */
  public static RestException conflict(String resource, Violations violations) {
    return new RestException(RestResponse.json(409, violations.toJson(resource)));
  }

  /** 404. */
  public static RestException notFound() {
    return of(404, "There is nothing at this address.");
  }

  /** 405, naming what is possible instead. */
  public static RestException methodNotAllowed(Collection<RestMethod> allowed) {
    return methodNotAllowed(RestMethod.allow(allowed));
  }

  /** 405, with the content of the header {@code Allow}. */
  static RestException methodNotAllowed(String methods) {
    return new RestException(
        response(405, "This address allows " + methods + " only.").with("Allow", methods));
  }

  /** 429: too many failed attempts to log in. */
  public static RestException tryLater(Duration wait) {
    return busy(429, "Too many failed attempts to log in.", wait);
  }

  /** 503: too much to do. */
  public static RestException overloaded() {
    return busy(503, "The service is busy.", Duration.ofSeconds(1));
  }

  private static RestException busy(int status, String sentence, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new RestException(
        response(status, sentence).with("Retry-After", String.valueOf(seconds)));
  }
}
