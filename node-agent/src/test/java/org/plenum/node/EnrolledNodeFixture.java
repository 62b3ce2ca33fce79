package org.plenum.node;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.config.json.ReplicaJson;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.CredentialStore;
import org.plenum.model.pki.PlatformIdentity;
import org.plenum.model.pki.SubjectNames;
import org.plenum.model.resource.PlenumResources;
import org.plenum.node.replica.IncomingSnapshot;
import org.plenum.node.replica.Replica;
import org.plenum.node.replica.ReplicaEntry;
import org.plenum.node.replica.ReplicaKey;
import org.plenum.node.replica.ReplicaState;
import org.plenum.node.replica.ReplicaStore;
import org.plenum.node.replica.ReplicatedConfiguration;

/**
 * A data folder as a node has it after its enrolment and first replication, so that a node can be
 * started without a management service. It has a room with alias {@code meet} and an auditorium
 * with alias {@code townhall}.
 */
public final class EnrolledNodeFixture {

  private final CertificateAuthority authority =
      CertificateAuthority.create("Test authority", InstantSource.system());
  private final List<ReplicaEntry> objects = new ArrayList<>();

  private EnrolledNodeFixture() {}

  /** Writes the folder and answers how to start a node on it. */
  public static NodeConfig write(Path data, int httpsPort, int controlPort, int sip, int sipTls)
      throws Exception {
    EnrolledNodeFixture fixture = new EnrolledNodeFixture();
    NodeConfig config =
        new NodeConfig(
            data,
            InetAddress.getLoopbackAddress(),
            httpsPort,
            controlPort,
            sip,
            sipTls,
            Optional.empty());
    fixture.writeIdentity(config.identityFolder());
    fixture.writeReplica(config.replicaFile());
    return config;
  }

  private void writeIdentity(Path folder) throws Exception {
    new CredentialStore(folder)
        .save(authority.issueWithNewKey(new PlatformIdentity.Node(1), SubjectNames.NONE));
    Files.writeString(
        folder.resolve("node.json"),
        """
        {"node_id": 1, "name": "node1", "fqdn": "node1.plenum.test", "address": "127.0.0.1",
         "location": "Test"}""");
  }

  private void writeReplica(Path file) throws Exception {
    add("global", 1, Map.of("enable_sip_udp", true));
    add("dns_server", 1, Map.of("address", "192.0.2.53"));
    add("ntp_server", 1, Map.of("address", "192.0.2.123"));
    add(
        "system_location",
        1,
        Map.of("name", "Test", "dns_servers", List.of(1L), "ntp_servers", List.of(1L)));
    add(
        "worker_vm",
        1,
        Map.of(
            "name", "node1",
            "hostname", "node1",
            "domain", "plenum.test",
            "address", "127.0.0.1",
            "netmask", "255.0.0.0",
            "gateway", "127.0.0.254",
            "system_location", 1L));
    add("conference", 1, Map.of("name", "Meet", "service_type", "conference"));
    add("conference_alias", 1, Map.of("alias", "meet", "conference", 1L));
    add("conference", 2, Map.of("name", "Town hall", "service_type", "lecture"));
    add("conference_alias", 2, Map.of("alias", "townhall", "conference", 2L));
    Files.createDirectories(file.getParent());
    try (ReplicaStore store = ReplicaStore.open(file)) {
      IncomingSnapshot snapshot =
          new Replica(store, new ReplicatedConfiguration(PlenumResources.catalog()))
              .beginSnapshot(new ReplicaState("test", 1));
      snapshot.add(objects);
      snapshot.complete();
    }
  }

  private void add(String resource, long id, Map<String, ?> fields) {
    ResourceType<?> type = PlenumResources.catalog().find(resource).orElseThrow();
    Map<String, @Nullable Object> values = new LinkedHashMap<>(fields);
    String json =
        new ReplicaJson().write(type, type.withDefaults(Values.of(values), Instant.EPOCH));
    objects.add(new ReplicaEntry(new ReplicaKey(resource, id), Optional.of(json)));
  }
}
