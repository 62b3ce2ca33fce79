package org.plenum.management.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Operation;
import org.plenum.management.replication.ReplicaSource.Limits;
import org.plenum.management.testing.FakeReplica;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.config.Values;
import org.plenum.rpc.node.Delta;
import org.plenum.rpc.node.ReplicaObject;
import org.plenum.rpc.node.ReplicationAck;
import org.plenum.rpc.node.ReplicationUpdate;

class ReplicaUpdatesTest {
  private static final String DEPLOYMENT = "6a27e5b1-51bd-4c38-8f62-1a45b4c0f6b8";
  private static final ReplicationAck NOTHING = ReplicationAck.getDefaultInstance();

  @TempDir Path folder;
  private StoreFixture fixture;
  private ReplicaUpdates updates;

  @BeforeEach
  void openStore() {
    fixture = new StoreFixture(folder);
    updates = updates(new Limits(10, 4_000, 3, 2_000));
  }

  @AfterEach
  void closeStore() {
    fixture.close();
  }

  private ReplicaUpdates updates(Limits limits) {
    ReplicaUpdates made =
        new ReplicaUpdates(new ReplicaSource(fixture.store(), DEPLOYMENT, limits), DEPLOYMENT);
    fixture.changeSets().addListener(change -> made.committed(change.version()));
    made.start();
    return made;
  }

  private static ReplicationAck at(long version) {
    return ReplicationAck.newBuilder().setVersion(version).setDeploymentUuid(DEPLOYMENT).build();
  }

  private long room(String name) {
    return fixture.create("conference", Map.of("name", name));
  }

  private Delta deltaFrom(long version) {
    List<ReplicationUpdate> lacked = updates.lackedBy(at(version));
    assertThat(lacked).hasSize(1);
    return lacked.getFirst().getDelta();
  }

  private static List<ReplicaObject> objects(List<ReplicationUpdate> snapshot) {
    return snapshot.subList(1, snapshot.size() - 1).stream()
        .flatMap(update -> FakeReplica.unpacked(update.getObjects()).stream())
        .toList();
  }

  @Test
  void nodesAtTheSameVersionShareADelta() {
    long version = fixture.version();
    long first = room("First");
    fixture.accept(Operation.update("conference", first, Values.of(Map.of("pin", "1234"))));
    long second = room("Second");
    fixture.accept(Operation.delete("conference", second));

    Delta delta = deltaFrom(version);

    assertThat(deltaFrom(version)).isSameAs(delta);
    assertThat(delta.getToVersion()).isEqualTo(fixture.version());
    assertThat(FakeReplica.unpacked(delta.getObjects()))
        .extracting(ReplicaObject::getId, ReplicaObject::getDeleted)
        .containsExactly(tuple(first, false), tuple(second, true));
  }

  @Test
  void aDeltaToAnOlderVersionIsNotGivenAgain() {
    long version = fixture.version();
    room("First");
    deltaFrom(version);
    room("Second");

    assertThat(FakeReplica.unpacked(deltaFrom(version).getObjects())).hasSize(2);
  }

  @Test
  void nodesShareASnapshotAndGetWhatCameAfterItAsADelta() {
    room("First");
    List<ReplicationUpdate> snapshot = updates.lackedBy(NOTHING);
    long taken = snapshot.getFirst().getSnapshotBegin().getVersion();
    room("Second");

    assertThat(updates.lackedBy(NOTHING)).isSameAs(snapshot);
    assertThat(objects(snapshot)).hasSize(1);
    assertThat(updates.isNewest(at(taken))).isFalse();
    assertThat(FakeReplica.unpacked(deltaFrom(taken).getObjects())).hasSize(1);
    assertThat(updates.isNewest(at(fixture.version()))).isTrue();
  }

  @Test
  void aSnapshotThatNoDeltaLeadsFromIsMadeAnew() {
    List<ReplicationUpdate> old = updates.lackedBy(NOTHING);
    for (int i = 0; i < 11; i++) {
      room("Room " + i);
    }

    List<ReplicationUpdate> snapshot = updates.lackedBy(NOTHING);

    assertThat(snapshot).isNotSameAs(old);
    assertThat(objects(snapshot)).hasSize(11);
    assertThat(snapshot.getLast().getSnapshotEnd().getVersion()).isEqualTo(fixture.version());
  }

  @Test
  void tooMuchForOneMessageIsASnapshotInParts() {
    long version = fixture.version();
    for (int i = 0; i < 4; i++) {
      fixture.create("conference", Map.of("name", "Room " + i, "description", "x".repeat(250)));
    }
    ReplicaUpdates small = updates(new Limits(10, 2_000, 500, 1_000));

    List<ReplicationUpdate> snapshot = small.lackedBy(at(version));

    assertThat(snapshot.getFirst().hasSnapshotBegin()).isTrue();
    assertThat(snapshot).hasSizeGreaterThanOrEqualTo(4);
    assertThat(objects(snapshot)).hasSize(4);
  }

  @Test
  void replicasOfOthersAndRefusedUpdatesAreReplaced() {
    long version = fixture.version();
    room("First");

    assertThat(updates.lackedBy(at(version).toBuilder().setDeploymentUuid("other").build()))
        .hasSizeGreaterThan(1);
    assertThat(updates.lackedBy(at(version).toBuilder().setError("does not fit").build()))
        .hasSizeGreaterThan(1);
    assertThat(updates.lackedBy(at(version + 50))).hasSizeGreaterThan(1);
    assertThat(updates.isNewest(at(version + 50))).isFalse();
  }

  @Test
  void whatConcernsTheManagementServiceAloneStaysThere() {
    long version = fixture.version();
    long dns = fixture.create("dns_server", Map.of("address", "192.0.2.53"));
    long ntp = fixture.create("ntp_server", Map.of("address", "ntp.example.org"));
    fixture
        .changeSets()
        .apply(
            "setup",
            ChangeSource.SETUP,
            List.of(
                Operation.create(
                    "management_vm",
                    Values.of(
                        Map.of(
                            "name", "mgr",
                            "hostname", "mgr",
                            "domain", "example.org",
                            "address", "192.0.2.10",
                            "netmask", "255.255.255.0",
                            "gateway", "192.0.2.1",
                            "dns_servers", List.of(dns),
                            "ntp_servers", List.of(ntp))))));
    assertThat(fixture.find("management_vm", 1)).isPresent();

    assertThat(FakeReplica.unpacked(deltaFrom(version).getObjects()))
        .extracting(ReplicaObject::getResource)
        .containsExactlyInAnyOrder("dns_server", "ntp_server");
    assertThat(objects(updates.lackedBy(NOTHING)))
        .extracting(ReplicaObject::getResource)
        .containsExactlyInAnyOrder("dns_server", "ntp_server");
  }
}
