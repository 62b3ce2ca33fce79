package org.plenum.installer.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

/** What the demonstration configures: a location, a node, a meeting room and an auditorium. */
final class DemoDeployment implements AutoCloseable {

  private static final String NODE = "demo-node";

  private final DemoSettings settings;
  private final ManagementClient client;

  DemoDeployment(DemoSettings settings, String user, String password) throws IOException {
    this.settings = settings;
    this.client =
        new ManagementClient(
            URI.create("https://" + settings.host() + ":" + settings.ports().managementHttps()),
            PlatformTrust.of(settings.managementFolder()),
            user,
            password);
  }

  /** True if the node's folder holds an identity, so that no enrolment document is needed. */
  static boolean isEnrolled(Path nodeFolder) {
    return Files.exists(nodeFolder.resolve("identity").resolve("credentials.pem"));
  }

  /**
   * Creates what is missing at the first start; what an administrator changed since stays as it is.
   *
   * @return the document that the node enrols with, unless it has done so
   */
  Optional<Path> configure() throws IOException {
    if (client.find("worker_vm", "name", NODE).isEmpty()) {
      configureServices();
      createNode(configureLocation());
    }
    Path document = documentFile();
    return Files.exists(document) ? Optional.of(document) : Optional.empty();
  }

  private String configureLocation() throws IOException {
    String dns = client.ensure("dns_server", "address", Map.of("address", "127.0.0.53"));
    String ntp = client.ensure("ntp_server", "address", Map.of("address", "pool.ntp.org"));
    return client.ensure(
        "system_location",
        "name",
        Map.of(
            "name",
            "Demo",
            "description",
            "This machine",
            "dns_servers",
            List.of(dns),
            "ntp_servers",
            List.of(ntp)));
  }

  private void configureServices() throws IOException {
    // Off by default (requirement SYS-110); here endpoints on the same machine use it.
    client.patch("/api/admin/configuration/v1/global/1/", Map.of("enable_sip_udp", true));
    client.ensure(
        "conference",
        "name",
        Map.of(
            "name", "Meet",
            "description", "A meeting room for everybody",
            "service_type", "conference",
            "aliases", List.of(Map.of("alias", "meet", "description", "Dial this"))));
    client.ensure(
        "conference",
        "name",
        Map.of(
            "name", "Town hall",
            "description", "Few speakers, many listeners",
            "service_type", "lecture",
            "aliases", List.of(Map.of("alias", "townhall", "description", "Dial this"))));
  }

  private void createNode(String location) throws IOException {
    String node =
        client.ensure(
            "worker_vm",
            "name",
            Map.of(
                "name",
                NODE,
                "hostname",
                NODE,
                "domain",
                "plenum.test",
                "address",
                settings.host(),
                "netmask",
                "255.0.0.0",
                "gateway",
                "127.0.0.254",
                "system_location",
                location));
    byte[] document = client.nodeDocument(node);
    Path file = documentFile();
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(file, document);
  }

  private Path documentFile() {
    return settings.data().resolve("node-document.xml");
  }

  /** Waits until the node has the configuration and says so to the management service. */
  void awaitNode(Duration patience) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(patience);
    while (!isSynchronised()) {
      if (Instant.now().isAfter(deadline)) {
        throw new StartupException(
            ExitCode.NOT_READY,
            "The node has not taken its configuration after " + patience.toSeconds() + " s.");
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    Files.deleteIfExists(documentFile());
  }

  private boolean isSynchronised() throws IOException {
    for (JsonNode node : client.status("worker_vm")) {
      if (node.path("name").asText().equals(NODE)) {
        return node.path("sync_status").asText().equals("SYNCED");
      }
    }
    return false;
  }

  @Override
  public void close() {
    client.close();
  }
}
