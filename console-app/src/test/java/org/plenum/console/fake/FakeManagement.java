package org.plenum.console.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.plenum.console.connection.ServerAddress;
import org.plenum.model.access.AuthenticationChallenge;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.enrolment.ConsoleEnrolmentRequest;
import org.plenum.model.enrolment.ConsoleEnrolmentResponse;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.CertificateFingerprint;
import org.plenum.model.pki.CertificateRequest;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.PeerRequirement;
import org.plenum.model.pki.PlatformIdentity;
import org.plenum.model.pki.PlatformTrustManager;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.SubjectNames;
import org.plenum.model.pki.TlsContexts;

/** Serves enrolment over HTTPS and the console's services over gRPC, with the real certificates. */
public final class FakeManagement implements AutoCloseable {
  private final CertificateAuthority authority =
      CertificateAuthority.create("Test platform", Clock.systemUTC());
  private final Credentials own =
      authority.issueWithNewKey(
          new PlatformIdentity.Management(), SubjectNames.of("localhost", "127.0.0.1"));
  private final FakeSessions sessions = new FakeSessions(fingerprint().value());
  private final FakeStatus status = new FakeStatus();
  private final FakeRouting routing = new FakeRouting();
  private final FakeConfiguration configuration;
  private final FakeCsv csv;
  private final FakeVersions versions = new FakeVersions();
  private final ObjectMapper json = new ObjectMapper();
  private final HttpsServer https;
  private final int grpcPort;
  private Server grpc;

  /** A running server on ports of its own. */
  public FakeManagement(ResourceCatalog catalog) throws IOException {
    this(catalog, 0);
  }

  /** A running server that enrols at a given port. */
  public FakeManagement(ResourceCatalog catalog, int httpsPort) throws IOException {
    configuration = new FakeConfiguration(catalog);
    csv = new FakeCsv(configuration);
    https =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), httpsPort), 0);
    https.setHttpsConfigurator(new CertificateAsking(own));
    https.createContext("/api/enrolment/v1/console/", this::enrol);
    https.createContext("/api/session/v1/ticket/", this::ticket);
    https.start();
    grpc = startGrpc(0);
    grpcPort = grpc.getPort();
  }

  /** Where to log in. */
  public ServerAddress address() {
    return new ServerAddress("127.0.0.1", https.getAddress().getPort());
  }

  /** Where the services for consoles are. */
  public int grpcPort() {
    return grpcPort;
  }

  /** What the administrator has to confirm. */
  public CertificateFingerprint fingerprint() {
    return CertificateFingerprint.of(own.certificate());
  }

  /** Configuration that it serves. */
  public FakeConfiguration configuration() {
    return configuration;
  }

  /** CSV files that it takes and gives. */
  public FakeCsv csv() {
    return csv;
  }

  /** Versions that it serves. */
  public FakeVersions versions() {
    return versions;
  }

  /** Status that it serves. */
  public FakeStatus status() {
    return status;
  }

  /** How it routes calls. */
  public FakeRouting routing() {
    return routing;
  }

  /** Its log-ins. */
  public FakeSessions sessions() {
    return sessions;
  }

  /** Goes away. */
  public void stopGrpc() throws InterruptedException {
    grpc.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
  }

  /** Comes back where it was. */
  public void restartGrpc() throws IOException {
    grpc = startGrpc(grpcPort);
  }

  private Server startGrpc(int port) throws IOException {
    return NettyServerBuilder.forAddress(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        .sslContext(
            TlsContexts.grpcServer(
                new ReloadableKeyManager(own),
                new PlatformTrustManager(authority.certificate(), PeerRequirement.anyConsole())))
        .permitKeepAliveTime(5, TimeUnit.SECONDS)
        .intercept(sessions)
        .addService(sessions)
        .addService(status)
        .addService(configuration)
        .addService(csv)
        .addService(routing)
        .addService(versions)
        .build()
        .start();
  }

  private void enrol(HttpExchange exchange) throws IOException {
    ConsoleEnrolmentRequest request =
        json.readValue(exchange.getRequestBody(), ConsoleEnrolmentRequest.class);
    answer(
        exchange,
        () ->
            json.valueToTree(
                ConsoleEnrolmentResponse.of(
                    authority.issue(
                        CertificateRequest.parse(request.csrPem()),
                        new PlatformIdentity.Console(UUID.randomUUID()),
                        SubjectNames.NONE),
                    grpcPort,
                    "Test platform")));
  }

  private void ticket(HttpExchange exchange) throws IOException {
    answer(exchange, () -> json.createObjectNode().put("ticket", sessions.ticket()));
  }

  private void answer(HttpExchange exchange, Supplier<JsonNode> content) throws IOException {
    boolean certificate = sessions.isCertificateRequired();
    if (certificate ? CertificateAsking.isFromUser(exchange) : hasPassword(exchange)) {
      byte[] answer = json.writeValueAsBytes(content.get());
      exchange.sendResponseHeaders(201, answer.length);
      exchange.getResponseBody().write(answer);
    } else {
      AuthenticationChallenge challenge =
          certificate ? AuthenticationChallenge.CERTIFICATE : AuthenticationChallenge.BASIC;
      exchange.getResponseHeaders().add("WWW-Authenticate", challenge.header());
      exchange.sendResponseHeaders(401, -1);
    }
    exchange.close();
  }

  private static boolean hasPassword(HttpExchange exchange) {
    byte[] pair =
        (FakeSessions.USER + ":" + FakeSessions.PASSWORD).getBytes(StandardCharsets.UTF_8);
    return ("Basic " + Base64.getEncoder().encodeToString(pair))
        .equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  @Override
  public void close() throws InterruptedException {
    https.stop(0);
    stopGrpc();
  }
}
