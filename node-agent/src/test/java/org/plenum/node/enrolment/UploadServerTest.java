package org.plenum.node.enrolment;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.model.enrolment.EnrolmentSecret;
import org.plenum.model.enrolment.ManagementEndpoint;
import org.plenum.model.enrolment.NodeDocument;
import org.plenum.model.enrolment.NodeDocumentReader;
import org.plenum.model.enrolment.NodeDocumentWriter;
import org.plenum.model.enrolment.NodeNetwork;
import org.plenum.model.enrolment.NodeRole;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.PeerRequirement;
import org.plenum.model.pki.PlatformIdentity;
import org.plenum.model.pki.PlatformTrustManager;
import org.plenum.model.pki.SubjectNames;
import org.plenum.model.pki.TlsContexts;

class UploadServerTest {
  private static final CertificateAuthority AUTHORITY =
      CertificateAuthority.create("Test authority", InstantSource.system());
  private static final Credentials CREDENTIALS =
      AUTHORITY.issueWithNewKey(
          new PlatformIdentity.Node(1),
          new SubjectNames(List.of(), List.of(InetAddress.getLoopbackAddress())));

  private final NodeDocument document = document();
  private final byte[] xml = new NodeDocumentWriter(AUTHORITY).write(document);

  @RepeatedTest(5)
  @Tag("SVC-005")
  void theAnswerArrivesAlthoughTheNodeGoesOnAtOnce() throws Exception {
    NodeIdentity identity = new NodeIdentity(NodeProfile.of(document), CREDENTIALS);
    try (HttpClient http = client();
        UploadServer server = start(read -> identity)) {
      CompletableFuture<Void> stopped = server.enrolled().thenAccept(enrolled -> server.close());

      HttpResponse<String> answer = http.send(upload(server), BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("node7");
      stopped.get(10, TimeUnit.SECONDS);
    }
  }

  /** Who sends a byte now and then keeps its connection busy for as long as it likes. */
  @Test
  void aClientThatNeverFinishesDoesNotKeepTheNodeFromStarting() throws Exception {
    try (UploadServer server = start(read -> new NodeIdentity(NodeProfile.of(read), CREDENTIALS));
        SSLSocket slow =
            (SSLSocket)
                context()
                    .getSocketFactory()
                    .createSocket(InetAddress.getLoopbackAddress(), server.port())) {
      slow.getOutputStream()
          .write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n".getBytes(US_ASCII));
      Thread drip = Thread.ofVirtual().start(() -> drip(slow));

      server.close();

      drip.join(Duration.ofSeconds(10));
      assertThat(drip.isAlive()).isFalse();
    }
  }

  private static void drip(SSLSocket socket) {
    try {
      while (true) {
        socket.getOutputStream().write('x');
        socket.getOutputStream().flush();
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
    } catch (IOException e) {
      // The server has gone, as it should.
    }
  }

  @Test
  void theReasonOfARefusalIsOnThePage() throws Exception {
    try (HttpClient http = client();
        UploadServer server =
            start(
                read -> {
                  throw new EnrolmentFailedException("Nobody is at home.");
                })) {
      HttpResponse<String> answer = http.send(upload(server), BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("Nobody is at home.");
      assertThat(server.enrolled()).isNotDone();
    }
  }

  private static UploadServer start(Enroller enroller) {
    return UploadServer.start(
        new NodeDocumentReader("1.0.0", InstantSource.system()),
        enroller,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        CREDENTIALS);
  }

  private HttpRequest upload(UploadServer server) {
    return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + "/"))
        .header("Content-Type", "application/xml")
        .POST(HttpRequest.BodyPublishers.ofByteArray(xml))
        .build();
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().sslContext(context()).build();
  }

  private static SSLContext context() {
    return TlsContexts.plain(
        null, new PlatformTrustManager(CREDENTIALS.root(), PeerRequirement.node(1)));
  }

  private static NodeDocument document() {
    return new NodeDocument(
        "1.0.0",
        1,
        "node7",
        "node7",
        "example.org",
        NodeRole.CONFERENCING,
        "Demo",
        Optional.empty(),
        NodeNetwork.ofPrimary("127.0.0.1", "255.0.0.0", "127.0.0.254"),
        List.of(new ManagementEndpoint("127.0.0.1", 443)),
        new EnrolmentSecret("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"),
        Instant.now().plusSeconds(3600),
        AUTHORITY.certificate());
  }
}
