package org.plenum.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.installer.peer.Baresip;
import org.plenum.installer.peer.BaresipAccount;
import org.plenum.installer.peer.FreePorts;
import org.plenum.model.pki.CertificateTrustManager;
import org.plenum.model.pki.TlsContexts;

/** A node from its first document to a restart without its management service. */
class NodeLifeIT {

  @TempDir Path folder;
  private Deployment deployment;

  @BeforeEach
  void start() throws Exception {
    deployment = Deployment.start(folder);
  }

  @AfterEach
  void stop() {
    deployment.close();
  }

  @Test
  @Tag("PLAT-077")
  void aNodeThatRestartsWithoutTheManagementServiceTakesCalls() throws Exception {
    deployment.killManagement();
    deployment.restartNode();

    try (Baresip endpoint = caller()) {
      endpoint.dial(deployment.uri("meet", "udp"));
      endpoint.awaitEvent("CALL_ESTABLISHED");
    }
  }

  private Baresip caller() throws Exception {
    return new Baresip(
        folder, BaresipAccount.audio("caller", "udp", "PCMU/8000/1", 440, ""), FreePorts.block(12));
  }

  @Test
  @Tag("SYS-145")
  @Tag("SYS-408")
  @Tag("SVC-016")
  void aNodeThatIsMovedEndsItsCallsAndTakesNewOnes() throws Exception {
    try (Baresip endpoint = caller()) {
      endpoint.dial(deployment.uri("meet", "udp"));
      endpoint.awaitEvent("CALL_ESTABLISHED");
      deployment.awaitParticipants(1);

      moveNode();
      endpoint.awaitEvent("CALL_CLOSED");
      deployment.awaitParticipants(0);

      endpoint.dial(deployment.uri("meet", "udp"));
      await("a call to the moved node")
          .atMost(Duration.ofSeconds(30))
          .until(() -> endpoint.events("CALL_ESTABLISHED").size() == 2);
    }
  }

  private void moveNode() throws Exception {
    try (ManagementClient client = deployment.client()) {
      JsonNode demo = client.list("system_location", "name=Demo").path(0);
      String elsewhere =
          client.ensure(
              "system_location",
              "name",
              Map.of(
                  "name", "Elsewhere",
                  "dns_servers", demo.path("dns_servers"),
                  "ntp_servers", demo.path("ntp_servers")));
      JsonNode node = client.list("worker_vm", "").path(0);
      boolean isElsewhere = node.path("system_location").asText().equals(elsewhere);
      client.patch(
          node.path("resource_uri").asText(),
          Map.of("system_location", isElsewhere ? demo.path("resource_uri").asText() : elsewhere));
    }
    deployment.awaitSynchronised();
  }

  @Test
  @Tag("SVC-005")
  @Tag("INST-138")
  @Tag("INST-162")
  @Tag("INST-163")
  void aFreshNodeTakesItsDocumentFromTheUploadForm() throws Exception {
    byte[] document = newNodeDocument("second");
    int base = FreePorts.find(0, 1, 2, 3);
    URI form = URI.create("https://127.0.0.1:" + base + "/");
    try (ChildProcess node = startFreshNode("second", base);
        HttpClient http = HttpClient.newBuilder().sslContext(trustAnybody()).build()) {
      await("the upload form")
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .until(() -> get(http, form).body().contains("type=\"file\""));

      HttpResponse<String> refused = post(http, form, "<nonsense/>".getBytes());
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("role=\"alert\"");

      assertThat(post(http, form, document).statusCode()).isEqualTo(200);
      node.awaitReady(Duration.ofSeconds(60));
      awaitSynchronised("second");
    }

    int other = FreePorts.find(0, 1, 2, 3);
    try (ChildProcess impostor = startFreshNode("impostor", other);
        HttpClient http = HttpClient.newBuilder().sslContext(trustAnybody()).build()) {
      URI otherForm = URI.create("https://127.0.0.1:" + other + "/");
      await("the upload form")
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .until(() -> get(http, otherForm).statusCode() == 200);
      HttpResponse<String> used = post(http, otherForm, document);
      assertThat(used.statusCode()).isEqualTo(400);
      assertThat(used.body()).contains("already been used");
      assertThat(impostor.pid()).isPositive();
    }
  }

  private byte[] newNodeDocument(String name) throws Exception {
    try (ManagementClient client = deployment.client()) {
      String location = client.find("system_location", "name", "Demo").orElseThrow();
      String node =
          client.ensure(
              "worker_vm",
              "name",
              Map.of(
                  "name", name,
                  "hostname", name,
                  "domain", "plenum.test",
                  "address", "127.0.0.2",
                  "netmask", "255.0.0.0",
                  "gateway", "127.0.0.254",
                  "system_location", location));
      return client.nodeDocument(node);
    }
  }

  private ChildProcess startFreshNode(String name, int base) throws Exception {
    return ChildProcess.start(
        name,
        List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED"),
        List.of(
            "node",
            "--data",
            folder.resolve(name).toString(),
            "--https-port",
            String.valueOf(base),
            "--control-port",
            String.valueOf(base + 1),
            "--sip-port",
            String.valueOf(base + 2),
            "--sip-tls-port",
            String.valueOf(base + 3)),
        Map.of(),
        folder.resolve(name + ".log"));
  }

  private void awaitSynchronised(String name) {
    await(name + " has its configuration")
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              try (ManagementClient client = deployment.client()) {
                for (JsonNode node : client.status("worker_vm")) {
                  if (node.path("name").asText().equals(name)) {
                    return node.path("sync_status").asText().equals("SYNCED");
                  }
                }
                return false;
              }
            });
  }

  private static HttpResponse<String> get(HttpClient http, URI form) throws Exception {
    return http.send(HttpRequest.newBuilder(form).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(HttpClient http, URI form, byte[] document)
      throws Exception {
    return http.send(
        HttpRequest.newBuilder(form)
            .header("Content-Type", "application/xml")
            .POST(HttpRequest.BodyPublishers.ofByteArray(document))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** A fresh node's certificate is self-signed: a browser would ask the administrator. */
  private static SSLContext trustAnybody() {
    return TlsContexts.plain(
        null,
        new CertificateTrustManager() {
          @Override
          public void checkServerTrusted(X509Certificate[] chain, String type) {}
        });
  }
}
