package org.plenum.installer.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.StringJoiner;
import javax.net.ssl.SSLContext;
import org.plenum.model.access.AuthenticationChallenge;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

/** Exchanges texts of the configuration with a management service. */
final class ConfigurationTextClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String BASE = "/api/configuration-text/v1/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final URI server;
  private final Optional<String> authorization;

  /**
   * @param authorization header of that name; none where the certificate of {@code tls} says who
   *     this is
   */
  ConfigurationTextClient(URI server, SSLContext tls, Optional<String> authorization) {
    this.server = server;
    this.http = HttpClient.newBuilder().sslContext(tls).connectTimeout(CONNECT).build();
    this.authorization = authorization;
  }

  /** The configuration as a text. */
  String export() {
    return send("GET", BASE, BodyPublishers.noBody()).path("text").asText();
  }

  /** What a text would do: {@code version} that was looked at, and {@code changes}. */
  JsonNode compare(String text, boolean prune) {
    return post("comparison/", JSON.createObjectNode().put("text", text).put("prune", prune));
  }

  /**
   * Makes the configuration be like a text; answers the version that this made.
   *
   * @param expected version that the configuration must still have
   */
  long apply(String text, boolean prune, long expected) {
    return post(
            "application/",
            JSON.createObjectNode()
                .put("text", text)
                .put("prune", prune)
                .put("expected_version", expected))
        .path("version")
        .asLong();
  }

  private JsonNode post(String path, ObjectNode body) {
    return send("POST", BASE + path, BodyPublishers.ofString(body.toString()));
  }

  private JsonNode send(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(method, body);
    authorization.ifPresent(value -> request.header("Authorization", value));
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return switch (response.statusCode()) {
        case 200 -> JSON.readTree(response.body());
        case 401 -> throw new StartupException(ExitCode.WRONG_PASSWORD, refusal(response));
        default -> throw new StartupException(ExitCode.FAILED, problem(response));
      };
    } catch (IOException e) {
      throw new StartupException(
          ExitCode.UNREACHABLE,
          "%s cannot be reached: %s".formatted(server, innermost(e).getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartupException(ExitCode.FAILED, "Interrupted.", e);
    }
  }

  private String refusal(HttpResponse<String> response) {
    String challenge = response.headers().firstValue("WWW-Authenticate").orElse("");
    boolean wantsCertificate = AuthenticationChallenge.CERTIFICATE.isIn(challenge);
    if (authorization.isPresent()) {
      return wantsCertificate
          ? "The service takes certificates of administrators alone: see --certificate."
          : "The name or the password is wrong.";
    }
    return wantsCertificate
        ? "The certificate is not accepted: it has expired, its authority is not trusted, or it"
            + " names no administrator."
        : "The service takes passwords alone: leave out --certificate.";
  }

  private static String problem(HttpResponse<String> response) {
    try {
      JsonNode answer = JSON.readTree(response.body());
      StringJoiner lines = new StringJoiner(System.lineSeparator() + "  ");
      lines.add(answer.path("error").asText("Status " + response.statusCode() + "."));
      answer.path("problems").forEach(problem -> lines.add(problem.asText()));
      return lines.toString();
    } catch (JsonProcessingException e) {
      return "The server answered with status " + response.statusCode() + ".";
    }
  }

  private static Throwable innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  @Override
  public void close() {
    http.close();
  }
}
