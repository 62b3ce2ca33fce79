package org.plenum.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plenum.installer.peer.FreePorts;
import org.plenum.model.pki.PemText;

/**
 * A management service and a node in processes of their own, configured like the demonstration, for
 * whole-product tests.
 */
public final class Deployment implements AutoCloseable {

  public static final String USER = "admin";
  public static final String PASSWORD = "correct horse battery";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DemoSettings settings;
  private final DemoProcesses processes;
  private ChildProcess management;
  private ChildProcess node;

  private Deployment(DemoSettings settings) throws Exception {
    this.settings = settings;
    this.processes = new DemoProcesses(settings);
    try {
      this.management = processes.startManagement(PASSWORD);
      management.awaitReady(PATIENCE);
      try (DemoDeployment deployment = new DemoDeployment(settings, USER, PASSWORD)) {
        Optional<Path> document = deployment.configure();
        this.node = processes.startNode(document);
        node.awaitReady(PATIENCE);
        deployment.awaitNode(PATIENCE);
      }
    } catch (Exception | Error e) {
      processes.close();
      throw e;
    }
  }

  /** Starts a deployment whose data is in a folder. */
  public static Deployment start(Path folder) throws Exception {
    int base = FreePorts.find(60, 61, 3_443, 3_444, 3_543, 3_544);
    return new Deployment(
        new DemoSettings(
            folder.resolve("deployment").toAbsolutePath(),
            new DemoPorts(base),
            InetAddress.getLoopbackAddress(),
            PASSWORD,
            false));
  }

  /** What an endpoint dials. */
  public String uri(String alias, String transport) {
    int port = transport.equals("tls") ? settings.ports().sipTls() : settings.ports().sip();
    return "sip:%s@127.0.0.1:%d%s"
        .formatted(alias, port, transport.equals("udp") ? "" : ";transport=" + transport);
  }

  public int sipPort() {
    return settings.ports().sip();
  }

  /** Address of the management service for consoles: host and HTTPS port. */
  public String consoleServer() {
    return settings.host() + ":" + settings.ports().managementHttps();
  }

  public URI rest() {
    return URI.create("https://" + consoleServer());
  }

  /** Certificate of the platform's authority in a PEM file, as tools want it. */
  public Path certificateAuthority() throws IOException {
    Path file = settings.data().resolve("authority.pem");
    Files.writeString(file, PemText.of(PlatformTrust.authority(settings.managementFolder())));
    return file;
  }

  ManagementClient client() throws IOException {
    return new ManagementClient(
        rest(), PlatformTrust.of(settings.managementFolder()), USER, PASSWORD);
  }

  /** The participants that the management service knows of now. */
  public List<JsonNode> participants() throws IOException {
    try (ManagementClient client = client()) {
      List<JsonNode> participants = new ArrayList<>();
      client.status("participant").forEach(participants::add);
      return participants;
    }
  }

  /** Waits until so many participants are known. */
  public void awaitParticipants(int count) {
    await("participants known to the management service")
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(participants()).hasSize(count));
  }

  /** Waits until the node has the newest configuration. */
  public void awaitSynchronised() throws Exception {
    try (DemoDeployment demo = new DemoDeployment(settings, USER, PASSWORD)) {
      demo.awaitNode(PATIENCE);
    }
  }

  /** Waits for a while in which the number of participants must not change. */
  public void awaitUndisturbed(int count, Duration time) {
    await("%d participants all the time".formatted(count))
        .during(time)
        .atMost(time.plusSeconds(10))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(participants()).hasSize(count));
  }

  /** Process identifier of the node. */
  public long nodePid() {
    return node.pid();
  }

  /** Kills the management service as a crash would. */
  public void killManagement() {
    management.kill();
  }

  /** Stops the node and starts it again on its data. */
  public void restartNode() throws Exception {
    node.close();
    node = processes.startNode(Optional.empty());
    node.awaitReady(PATIENCE);
  }

  /** Starts the management service again on its data. */
  public void restartManagement() throws Exception {
    management = processes.startManagement(PASSWORD);
    management.awaitReady(PATIENCE);
  }

  @Override
  public void close() {
    processes.close();
  }
}
