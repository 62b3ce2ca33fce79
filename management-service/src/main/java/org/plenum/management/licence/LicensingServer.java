package org.plenum.management.licence;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.plenum.model.licence.LicenceAnswer;
import org.plenum.model.pki.TlsContexts;

/**
 * Takes requests to a licensing server by HTTPS and brings the answers (SYS-260, SYS-387). Whoever
 * answers is held to a certificate, a deadline and a length; what the answer says is for others to
 * judge.
 */
final class LicensingServer {
  /** How long everything together may take; less than what consoles wait for an answer. */
  static final Duration DEADLINE = Duration.ofSeconds(10);

  private static final String XML = "application/xml";

  private final Duration deadline;

  LicensingServer() {
    this(DEADLINE);
  }

  LicensingServer(Duration deadline) {
    this.deadline = deadline;
  }

  /** There is no usable answer; the message is a sentence for an administrator. */
  static final class UnansweredException extends Exception {
    private static final long serialVersionUID = 1L;

    UnansweredException(String message) {
      super(message);
    }

    UnansweredException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @param authorities whom to trust besides those that Java trusts
   * @throws UnansweredException saying why there is no answer
   */
  String send(URI server, List<X509Certificate> authorities, String request)
      throws UnansweredException {
    try (HttpClient http =
        HttpClient.newBuilder()
            .sslContext(TlsContexts.plain(null, TrustedAuthorities.and(authorities)))
            .followRedirects(Redirect.NEVER)
            .build()) {
      CompletableFuture<HttpResponse<byte[]>> answer =
          http.sendAsync(
              HttpRequest.newBuilder(server)
                  .header("Content-Type", XML)
                  .header("Accept", XML)
                  .POST(BodyPublishers.ofString(request))
                  .build(),
              BodyHandlers.limiting(BodyHandlers.ofByteArray(), LicenceAnswer.MAX_LENGTH));
      try {
        return text(answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
      } finally {
        // Closing would wait for an answer that nobody wants any more.
        http.shutdownNow();
      }
    } catch (TimeoutException e) {
      throw new UnansweredException(
          "The licensing server has not answered within %d seconds."
              .formatted(Math.max(1, deadline.toSeconds())),
          e);
    } catch (ExecutionException e) {
      throw new UnansweredException(problem(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnansweredException("The management service is stopping.", e);
    }
  }

  private static String text(HttpResponse<byte[]> response) throws UnansweredException {
    if (response.statusCode() != 200) {
      throw new UnansweredException(
          "The licensing server has refused the request with status %d."
              .formatted(response.statusCode()));
    }
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static String problem(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return "The licensing server's certificate is not trusted.";
      }
    }
    Throwable cause = failure.getCause();
    String detail = cause instanceof IOException ? cause.getMessage() : null;
    return detail == null || detail.isEmpty()
        ? "The licensing server cannot be reached."
        : "The licensing server cannot be reached: %s.".formatted(detail);
  }
}
