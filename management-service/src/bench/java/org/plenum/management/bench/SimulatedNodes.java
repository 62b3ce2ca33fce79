package org.plenum.management.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.plenum.management.testing.FakeNode;
import org.plenum.management.testing.FakeReplica;
import org.plenum.management.testing.RestClient;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.model.enrolment.EnrolmentResponse;
import org.plenum.model.enrolment.NodeDocumentReader;
import org.plenum.model.process.ProductVersion;

/**
 * Many nodes in one process. Reads from standard input how many shall be enrolled; says on standard
 * output which version all of them have, and when they all have it (nanoseconds since 1970).
 *
 * <p>The first node unpacks what it gets; the others only count it, since a real node has a machine
 * of its own for that.
 */
public final class SimulatedNodes {
  /** Begins each line that says so; others are the log. */
  static final String STATE = "STATE";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<FakeNode> nodes = new CopyOnWriteArrayList<>();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong objects = new AtomicLong();

  private SimulatedNodes() {}

  /** Arguments: the folder with the nodes' documents, and the HTTPS port of the service. */
  public static void main(String[] arguments) throws IOException {
    new SimulatedNodes().run(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
  }

  private void run(Path documents, int port) throws IOException {
    Thread.ofPlatform().daemon().start(this::watch);
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      for (int number = nodes.size(); number < Integer.parseInt(line); number++) {
        enrol(Files.readAllBytes(documents.resolve(number + ".xml")), port);
      }
    }
    System.exit(0);
  }

  private void enrol(byte[] document, int port) throws IOException {
    boolean first = nodes.isEmpty();
    FakeNode node =
        FakeNode.passingOn(
            document,
            packed -> {
              bytes.addAndGet(packed.size());
              if (first) {
                objects.addAndGet(FakeReplica.unpacked(packed).size());
              }
            });
    try (RestClient client =
        new RestClient(
            port,
            new NodeDocumentReader(ProductVersion.current(), InstantSource.system())
                .read(document)
                .platformAuthority(),
            ServiceFixture.ADMIN)) {
      HttpResponse<String> response =
          client.send(
              client
                  .plainRequest("/api/enrolment/v1/node/")
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(JSON.writeValueAsString(node.enrolmentRequest()))));
      node.install(JSON.readValue(response.body(), EnrolmentResponse.class).chainPem());
    }
    nodes.add(node);
  }

  private void watch() {
    long told = 0;
    while (true) {
      int count = nodes.size();
      long version =
          nodes.stream().map(FakeNode::replica).mapToLong(FakeReplica::version).min().orElse(0);
      long state = version * 1_000 + count;
      if (version > 0 && state != told) {
        told = state;
        System.out.printf(
            "%s %d %d %d %d %d%n", STATE, count, version, nanoTime(), objects.get(), bytes.get());
      }
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** A clock that all processes of the machine share. */
  static long nanoTime() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }
}
