package org.plenum.node.enrolment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.plenum.model.enrolment.EnrolmentRequest;
import org.plenum.model.enrolment.EnrolmentResponse;
import org.plenum.model.enrolment.ManagementEndpoint;
import org.plenum.model.enrolment.NodeDocument;
import org.plenum.model.pki.CertificateRequest;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PeerRequirement;
import org.plenum.model.pki.PkiException;
import org.plenum.model.pki.PlatformTrustManager;
import org.plenum.model.pki.TlsContexts;
import org.plenum.model.process.ProductVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exchanges the one-time secret of an enrolment document for a platform certificate (INST-162). The
 * management service must present a certificate of the authority that signed the document.
 */
public final class Enrolment implements Enroller {

  /** Path of the exchange at the management service. */
  public static final String PATH = "/api/enrolment/v1/node/";

  private static final Duration DEADLINE = Duration.ofSeconds(15);
  private static final int MAX_RESPONSE_CHARACTERS = 64 * 1024;
  private static final Logger log = LoggerFactory.getLogger(Enrolment.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final NodeIdentityStore store;
  private final int controlPort;
  private final int httpsPort;

  /**
   * @param store keeps the identity
   * @param controlPort where this node will serve the management service
   * @param httpsPort where this node will serve clients
   */
  public Enrolment(NodeIdentityStore store, int controlPort, int httpsPort) {
    this.store = store;
    this.controlPort = controlPort;
    this.httpsPort = httpsPort;
  }

  /** Enrols with the first management address that answers, and keeps the identity. */
  @Override
  public NodeIdentity enrol(NodeDocument document) throws EnrolmentFailedException {
    KeyPair keys = store.credentials().pendingKey(KeyType.EC_P256);
    EnrolmentRequest request =
        new EnrolmentRequest(
            document.secret(),
            CertificateRequest.create(keys, document.fqdn()).pem(),
            controlPort,
            httpsPort,
            ProductVersion.current());
    try (HttpClient http =
        HttpClient.newBuilder().sslContext(trust(document)).connectTimeout(DEADLINE).build()) {
      EnrolmentResponse response = ask(http, document, request);
      Credentials credentials = response.credentials(keys.getPrivate());
      if (!credentials.root().equals(document.platformAuthority())) {
        throw new EnrolmentFailedException(
            "The certificate is not from the authority that signed the document.");
      }
      NodeIdentity identity = new NodeIdentity(NodeProfile.of(document), credentials);
      store.save(identity);
      log.info("Enrolled as node {} ({})", document.name(), document.nodeId());
      return identity;
    } catch (PkiException e) {
      throw new EnrolmentFailedException(
          "The management service's certificate cannot be used: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new EnrolmentFailedException(
          "The identity of this node cannot be written: " + e.getMessage(), e);
    }
  }

  private static SSLContext trust(NodeDocument document) {
    return TlsContexts.plain(
        null, new PlatformTrustManager(document.platformAuthority(), PeerRequirement.management()));
  }

  private static EnrolmentResponse ask(
      HttpClient http, NodeDocument document, EnrolmentRequest request)
      throws EnrolmentFailedException {
    StringBuilder unreachable = new StringBuilder();
    for (ManagementEndpoint management : document.management()) {
      try {
        return ask(http, management, request);
      } catch (IOException e) {
        log.warn("{} does not answer the enrolment: {}", management, e.toString());
        unreachable.append(' ').append(management).append(" (").append(e.getMessage()).append(')');
      }
    }
    throw new EnrolmentFailedException(
        "The management service cannot be reached:" + unreachable + ".");
  }

  private static EnrolmentResponse ask(
      HttpClient http, ManagementEndpoint management, EnrolmentRequest request)
      throws IOException, EnrolmentFailedException {
    HttpRequest post =
        HttpRequest.newBuilder(URI.create("https://" + management + PATH))
            .timeout(DEADLINE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(request)))
            .build();
    HttpResponse<String> response = send(http, post);
    if (response.body().length() > MAX_RESPONSE_CHARACTERS) {
      throw new EnrolmentFailedException("The answer of the management service is too long.");
    }
    if (response.statusCode() != 200) {
      throw new EnrolmentFailedException(
          "The management service refused the enrolment: " + reason(response));
    }
    try {
      return JSON.readValue(response.body(), EnrolmentResponse.class);
    } catch (JsonProcessingException e) {
      throw new EnrolmentFailedException(
          "The answer of the management service is not understood: " + e.getOriginalMessage(), e);
    }
  }

  private static HttpResponse<String> send(HttpClient http, HttpRequest request)
      throws IOException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String reason(HttpResponse<String> response) {
    try {
      JsonNode error = JSON.readTree(response.body()).path("error");
      if (error.isTextual()) {
        return error.asText();
      }
    } catch (JsonProcessingException e) {
      log.debug("The refusal has no JSON body", e);
    }
    return "status " + response.statusCode();
  }
}
