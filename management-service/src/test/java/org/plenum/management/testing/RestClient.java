package org.plenum.management.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.plenum.management.setup.Administrator;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.ReloadableKeyManager;

/** Talks to the REST API as a tool does: HTTPS, Basic authentication, JSON. */
public final class RestClient implements AutoCloseable {
  public static final String BASE = "/api/admin/configuration/v1/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final String origin;
  private final String authorization;

  public RestClient(int port, X509Certificate authority, Administrator account) {
    this(port, trusting(authority, new KeyManager[0]), basic(account));
  }

  /** Shows a certificate in place of a password. */
  public RestClient(int port, X509Certificate authority, Credentials own) {
    this(
        port,
        trusting(authority, new KeyManager[] {new ReloadableKeyManager(own)}),
        "Certificate of the connection");
  }

  private RestClient(int port, SSLContext tls, String authorization) {
    http = HttpClient.newBuilder().sslContext(tls).build();
    origin = "https://localhost:" + port;
    this.authorization = authorization;
  }

  public static String basic(Administrator account) {
    String pair = account.username() + ":" + account.password();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static SSLContext trusting(X509Certificate authority, KeyManager[] own) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry("authority", authority);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  public HttpResponse<String> delete(String path) {
    return send(request(path).DELETE());
  }

  public HttpResponse<String> send(String method, String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  /** A request with authentication, to be completed. */
  public HttpRequest.Builder request(String path) {
    return plainRequest(path).header("Authorization", authorization);
  }

  /** A request without authentication, to be completed. */
  public HttpRequest.Builder plainRequest(String path) {
    String address =
        path.startsWith("https:") ? path : origin + (path.startsWith("/") ? path : BASE + path);
    return HttpRequest.newBuilder(URI.create(address));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  public HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofByteArray());
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
    try {
      return http.send(request.build(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
