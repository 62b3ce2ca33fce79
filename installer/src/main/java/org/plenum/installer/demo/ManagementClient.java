package org.plenum.installer.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

/** Configures a management service over its REST API, as any administrator's tool would. */
final class ManagementClient implements AutoCloseable {

  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final URI base;
  private final String authorization;

  ManagementClient(URI base, SSLContext tls, String user, String password) {
    this.base = base;
    this.http = HttpClient.newBuilder().sslContext(tls).connectTimeout(DEADLINE).build();
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** Resource URI of the object whose field has a value, if there is one. */
  Optional<String> find(String resource, String field, String value) throws IOException {
    JsonNode objects =
        list(resource, field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    return objects.isEmpty()
        ? Optional.empty()
        : Optional.of(objects.get(0).path("resource_uri").asText());
  }

  /** The objects that a query asks for. */
  JsonNode list(String resource, String query) throws IOException {
    HttpResponse<String> response =
        send(request(configuration(resource) + "?" + query).GET().build());
    require(response, 200);
    return JSON.readTree(response.body()).path("objects");
  }

  /** Creates an object unless one with this value exists; answers its resource URI. */
  String ensure(String resource, String field, Map<String, Object> fields) throws IOException {
    Optional<String> existing = find(resource, field, String.valueOf(fields.get(field)));
    return existing.isPresent() ? existing.get() : location(create(resource, fields));
  }

  /** Creates an object; answers the whole response, whose body may carry a document. */
  HttpResponse<String> create(String resource, Map<String, Object> fields) throws IOException {
    HttpResponse<String> response =
        send(
            request(configuration(resource))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(fields)))
                .build());
    require(response, 201);
    return response;
  }

  /** Changes fields of an object. */
  void patch(String resourceUri, Map<String, Object> fields) throws IOException {
    HttpResponse<String> response =
        send(
            request(resourceUri)
                .header("Content-Type", "application/json")
                .method(
                    "PATCH", HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(fields)))
                .build());
    require(response, 202);
  }

  /** The configuration document of a node; makes earlier ones worthless. */
  byte[] nodeDocument(String nodeUri) throws IOException {
    String id = Path.of(nodeUri).getFileName().toString();
    HttpResponse<String> response =
        send(
            request("/api/enrolment/v1/node/" + id + "/document/")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    require(response, 200);
    return response.body().getBytes(StandardCharsets.UTF_8);
  }

  /** The objects of a status resource. */
  JsonNode status(String resource) throws IOException {
    HttpResponse<String> response =
        send(request("/api/admin/status/v1/" + resource + "/").GET().build());
    require(response, 200);
    return JSON.readTree(response.body()).path("objects");
  }

  private static String location(HttpResponse<String> response) {
    return URI.create(response.headers().firstValue("Location").orElseThrow()).getPath();
  }

  private static String configuration(String resource) {
    return "/api/admin/configuration/v1/" + resource + "/";
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(DEADLINE)
        .header("Authorization", authorization);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void require(HttpResponse<String> response, int status) {
    if (response.statusCode() == 401) {
      throw new StartupException(
          ExitCode.WRONG_PASSWORD,
          "The administrator password does not belong to the data folder; give the one that it was"
              + " created with.");
    }
    if (response.statusCode() != status) {
      throw new StartupException(
          ExitCode.FAILED,
          "The management service answered "
              + response.statusCode()
              + " to "
              + response.request().method()
              + " "
              + response.uri().getPath()
              + ": "
              + response.body());
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
