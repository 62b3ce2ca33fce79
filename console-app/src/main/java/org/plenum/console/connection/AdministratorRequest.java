package org.plenum.console.connection;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.plenum.console.connection.ConnectionException.Problem;
import org.plenum.model.access.AuthenticationChallenge;
import org.plenum.model.pki.CertificateFingerprint;
import org.plenum.model.pki.PinnedTrustManager;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.TlsContexts;

/**
 * Posts to the management service over HTTPS in the name of an administrator, who is known by
 * password or by client certificate. The service is known by its certificate's fingerprint.
 *
 * @param address where the service is
 * @param server fingerprint of its certificate
 * @param proof what the administrator shows
 */
record AdministratorRequest(
    ServerAddress address, CertificateFingerprint server, LoginProof proof) {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(6);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

  /** Sends JSON to a path and gives back the body of the answer. Blocks. */
  String post(String path, String json) throws ConnectionException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("https://" + address.bracketedHost() + ":" + address.port() + path))
            .timeout(ANSWER_TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    if (proof instanceof LoginProof.Password password) {
      request.header("Authorization", basic(password));
    }
    // Closed at once rather than orderly: an orderly close waits for idle connections.
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .sslContext(TlsContexts.plain(ownKey(), new PinnedTrustManager(server)))
            .build();
    try {
      return body(client.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new ConnectionException(LoginFailures.ofTransport(e), "no answer from " + address, e);
    } finally {
      client.shutdownNow();
    }
  }

  private static String basic(LoginProof.Password password) {
    byte[] pair =
        (password.username() + ":" + password.password()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private @Nullable ReloadableKeyManager ownKey() {
    return proof instanceof LoginProof.Certificate certificate
        ? new ReloadableKeyManager(certificate.credentials())
        : null;
  }

  private String body(HttpResponse<String> response) throws ConnectionException {
    Problem problem =
        switch (response.statusCode()) {
          case 200, 201 -> null;
          case 401 -> refusal(response);
          case 403 -> Problem.FORBIDDEN;
          case 404, 405 -> Problem.NOT_A_SERVER;
          case 429 -> Problem.TOO_MANY_ATTEMPTS;
          default -> Problem.FAILED;
        };
    if (problem != null) {
      throw new ConnectionException(problem, "refused with HTTP status " + response.statusCode());
    }
    return response.body();
  }

  private Problem refusal(HttpResponse<String> response) {
    String challenge = response.headers().firstValue("WWW-Authenticate").orElse("");
    boolean wantsCertificate = AuthenticationChallenge.CERTIFICATE.isIn(challenge);
    return switch (proof) {
      case LoginProof.Password _ ->
          wantsCertificate ? Problem.CERTIFICATE_NEEDED : Problem.WRONG_PASSWORD;
      case LoginProof.Certificate _ ->
          wantsCertificate ? Problem.CERTIFICATE_REFUSED : Problem.PASSWORD_NEEDED;
    };
  }
}
