package org.plenum.console.connection;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import org.plenum.console.connection.ConnectionException.Problem;
import org.plenum.model.enrolment.ConsoleEnrolmentRequest;
import org.plenum.model.enrolment.ConsoleEnrolmentResponse;
import org.plenum.model.pki.CertificateFingerprint;
import org.plenum.model.pki.CertificateRequest;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PinnedTrustManager;
import org.plenum.model.pki.PkiException;
import org.plenum.model.pki.TlsContexts;

/**
 * Gets this console's certificate from a management service whose fingerprint the administrator has
 * confirmed: a certificate request over HTTPS, authenticated by the administrator's log-in.
 */
final class Enrolment {
  private static final String PATH = "/api/enrolment/v1/console/";
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(6);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final KnownServer server;
  private final ServerAddress address;
  private final String consoleName;

  /**
   * An enrolment at one server.
   *
   * @param consoleName what administrators see in the list of consoles
   */
  Enrolment(KnownServer server, ServerAddress address, String consoleName) {
    this.server = server;
    this.address = address;
    this.consoleName = consoleName;
  }

  /** Asks for the certificate and keeps it. Blocks. */
  KnownServer.Enrolment enrol(CertificateFingerprint confirmed, String username, String password)
      throws ConnectionException, IOException, InterruptedException {
    KeyPair keys = server.credentials().pendingKey(KeyType.EC_P256);
    CertificateRequest csr = CertificateRequest.create(keys, consoleName);
    ConsoleEnrolmentResponse answer =
        answer(
            post(
                confirmed,
                username,
                password,
                JSON.writeValueAsString(new ConsoleEnrolmentRequest(csr.pem(), consoleName))));
    try {
      KnownServer.Enrolment enrolment =
          new KnownServer.Enrolment(answer.credentials(keys.getPrivate()), answer.grpcPort());
      server.save(enrolment);
      return enrolment;
    } catch (PkiException e) {
      throw new ConnectionException(Problem.FAILED, "the certificate cannot be used", e);
    }
  }

  private HttpResponse<String> post(
      CertificateFingerprint confirmed, String username, String password, String body)
      throws ConnectionException, InterruptedException {
    String credentials = username + ":" + password;
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("https://" + address.bracketedHost() + ":" + address.port() + PATH))
            .timeout(ANSWER_TIMEOUT)
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .POST(BodyPublishers.ofString(body))
            .build();
    // Closed at once rather than orderly: an orderly close waits for idle connections.
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .sslContext(TlsContexts.plain(null, new PinnedTrustManager(confirmed)))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new ConnectionException(LoginFailures.ofTransport(e), "no enrolment at " + address, e);
    } finally {
      client.shutdownNow();
    }
  }

  private static ConsoleEnrolmentResponse answer(HttpResponse<String> response)
      throws ConnectionException {
    int status = response.statusCode();
    if (status == 200 || status == 201) {
      try {
        return JSON.readValue(response.body(), ConsoleEnrolmentResponse.class);
      } catch (JacksonException e) {
        throw new ConnectionException(Problem.NOT_A_SERVER, "unexpected enrolment answer", e);
      }
    }
    Problem problem =
        switch (status) {
          case 401 -> Problem.WRONG_PASSWORD;
          case 403 -> Problem.FORBIDDEN;
          case 404, 405 -> Problem.NOT_A_SERVER;
          case 429 -> Problem.TOO_MANY_ATTEMPTS;
          default -> Problem.FAILED;
        };
    throw new ConnectionException(problem, "enrolment refused with HTTP status " + status);
  }
}
