package org.plenum.management.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.management.licence.LicenceFixture.ALICE;
import static org.plenum.management.licence.LicenceFixture.accepted;
import static org.plenum.management.licence.LicenceFixture.there;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.Operation;
import org.plenum.management.store.StoredObject;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.SelfSignedCertificate;
import org.plenum.model.pki.SubjectNames;
import org.plenum.model.pki.TlsContexts;

/** Licences from a licensing server, which may answer anything or nothing. */
class OnlineActivationTest {
  private static final Credentials SERVER =
      new SelfSignedCertificate(InstantSource.system())
          .create(KeyType.EC_P256, "localhost", SubjectNames.of("localhost"));

  @TempDir Path folder;
  @TempDir Path otherFolder;
  private LicenceFixture fixture;
  private HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);
  private Reaction reaction = (exchange, request) -> {};

  private interface Reaction {
    void answer(HttpExchange exchange, String request) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(TlsContexts.plain(new ReloadableKeyManager(SERVER), null)));
    server.setExecutor(threads);
    server.createContext(
        "/licences",
        exchange -> {
          asked.incrementAndGet();
          String request =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          reaction.answer(exchange, request);
          exchange.close();
        });
    server.start();
    open(folder, Duration.ofSeconds(10));
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.close();
    fixture.close();
  }

  private void open(Path where, Duration deadline) {
    fixture = new LicenceFixture(where, deadline);
    fixture.settings(
        Map.of(
            "licensing_server_url",
            "https://localhost:%d/licences".formatted(server.getAddress().getPort())));
    fixture.store.create("ca_certificate", Map.of("certificate", PemText.of(SERVER.chain())));
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void grant() {
    reaction = (exchange, request) -> send(exchange, 200, fixture.desk.answer(request));
  }

  private void assertStoredBecause(String reason) {
    StoredObject request = fixture.activate("KEY-1", false);
    assertThat(request.type().name()).isEqualTo("licence_request");
    assertThat(request.values().text("status")).contains(reason);
    assertThat(fixture.store.find("licence", 1)).isEmpty();
    fixture.discard(request);
  }

  @Test
  @Tag("SYS-260")
  @Tag("SYS-387")
  @Tag("OPS-114")
  void theServersAnswerIsALicenceAtOnce() {
    grant();

    StoredObject licence = fixture.activate("KEY-1", false);

    assertThat(licence.type().name()).isEqualTo("licence");
    assertThat(licence.values().text("status")).isEqualTo("valid");
    assertThat(licence.values().flag("offline_mode")).isFalse();
    assertThat(fixture.store.find("licence_request", 1)).isEmpty();
  }

  @Test
  @Tag("SYS-262")
  @Tag("SYS-264")
  void licencesAreRepairedAndReturnedByTheServerToo() {
    grant();
    StoredObject licence = fixture.activate("KEY-1", false);

    StoredObject repaired = there(fixture.licensing.repair(ALICE, licence.id()));
    var returned = accepted(fixture.licensing.giveBack(ALICE, licence.id()));

    assertThat(repaired.id()).isEqualTo(licence.id());
    assertThat(repaired.values().number("repair")).isEqualTo(1);
    assertThat(returned.objects().getFirst()).isEmpty();
    assertThat(fixture.store.find("licence", licence.id())).isEmpty();
  }

  @Test
  @Tag("SYS-253")
  void aManualActivationDoesNotAskTheServer() {
    grant();

    StoredObject request = fixture.activate("KEY-1", true);

    assertThat(request.type().name()).isEqualTo("licence_request");
    assertThat(asked).hasValue(0);
  }

  @Test
  void theRequestIsOnDiskBeforeItGoesOutAndNoTransactionWaitsForTheAnswer() {
    reaction =
        (exchange, request) -> {
          StoredObject stored = fixture.store.get("licence_request", 1);
          assertThat(stored.values().text("status")).contains("has not answered yet");
          // Somebody else can write meanwhile.
          fixture.store.create("dns_server", Map.of("address", "192.0.2.53"));
          send(exchange, 200, fixture.desk.answer(request));
        };

    assertThat(fixture.activate("KEY-1", false).type().name()).isEqualTo("licence");
    assertThat(fixture.store.find("dns_server", 1)).isPresent();
  }

  @Test
  @Tag("SYS-405")
  @Tag("OPS-115")
  void withoutAUsableAnswerTheRequestStaysWithTheReason() {
    reaction = (exchange, request) -> send(exchange, 403, "");
    assertStoredBecause("status 403");
    reaction = (exchange, request) -> send(exchange, 200, "garbage");
    assertStoredBecause("answer was refused");
    reaction =
        (exchange, request) ->
            send(exchange, 200, fixture.desk.answer(request.replace("KEY-1", "KEY-9")));
    assertStoredBecause("another request");
    reaction =
        (exchange, request) -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] megabyte = new byte[1024 * 1024];
          for (int i = 0; i < 64; i++) {
            exchange.getResponseBody().write(megabyte);
          }
        };
    assertStoredBecause("cannot be reached");
    server.stop(0);
    assertStoredBecause("cannot be reached");
  }

  @Test
  @Tag("SYS-405")
  void aServerThatTakesItsTimeIsNotWaitedFor() {
    fixture.close();
    open(otherFolder, Duration.ofMillis(500));
    reaction =
        (exchange, request) -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('<');
          exchange.getResponseBody().flush();
          awaitEnd();
        };

    assertStoredBecause("has not answered within");
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aServerWithACertificateOfItsOwnIsNotTrusted() {
    grant();
    fixture.store.accept(Operation.delete("ca_certificate", 1));

    assertStoredBecause("certificate is not trusted");
    assertThat(asked).hasValue(0);
  }
}
