package org.plenum.node.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.CredentialStore;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.PeerRequirement;
import org.plenum.model.pki.PlatformIdentity;
import org.plenum.model.pki.PlatformTrustManager;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.SubjectNames;
import org.plenum.model.pki.TlsContexts;
import org.plenum.model.replica.PackedObjects;
import org.plenum.model.status.StatusFeed;
import org.plenum.node.enrolment.CertificateRenewal;
import org.plenum.node.replica.Replica;
import org.plenum.node.replica.ReplicaContents;
import org.plenum.node.replica.ReplicaEntry;
import org.plenum.node.replica.ReplicaException;
import org.plenum.node.replica.ReplicaListener;
import org.plenum.node.replica.ReplicaStore;
import org.plenum.rpc.node.CreateCertificateRequestRequest;
import org.plenum.rpc.node.Delta;
import org.plenum.rpc.node.NodeControlGrpc;
import org.plenum.rpc.node.ReplicaObject;
import org.plenum.rpc.node.ReplicationAck;
import org.plenum.rpc.node.ReplicationUpdate;
import org.plenum.rpc.node.SnapshotBegin;
import org.plenum.rpc.node.SnapshotEnd;
import org.plenum.rpc.status.Command;
import org.plenum.rpc.status.CommandResult;

class NodeControlServiceTest {

  private static final CertificateAuthority AUTHORITY =
      CertificateAuthority.create("Test authority", InstantSource.system());

  @TempDir Path folder;

  private final List<ReplicaEntry> inForce = new ArrayList<>();
  private ReplicaStore store;
  private ControlServer server;
  private ManagedChannel channel;

  @BeforeEach
  void startNode() throws Exception {
    store = ReplicaStore.open(folder.resolve("replica.db"));
    Replica replica =
        new Replica(
            store,
            new ReplicaListener() {
              @Override
              public void onReplaced(ReplicaContents contents) throws ReplicaException {
                inForce.clear();
                contents.forEach(inForce::add);
              }

              @Override
              public void onChanged(List<ReplicaEntry> entries) {
                inForce.addAll(entries);
              }
            });
    Credentials credentials =
        AUTHORITY.issueWithNewKey(new PlatformIdentity.Node(1), SubjectNames.NONE);
    ReloadableKeyManager keys = new ReloadableKeyManager(credentials);
    server =
        ControlServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            TlsContexts.grpcServer(
                keys,
                new PlatformTrustManager(AUTHORITY.certificate(), PeerRequirement.management())),
            new NodeControlService(
                replica,
                new StatusFeed(),
                command -> CommandResult.newBuilder().setMessage("done").build(),
                new CertificateRenewal(new CredentialStore(folder.resolve("identity")), keys)));
    channel = connectAs(new PlatformIdentity.Management());
  }

  @AfterEach
  void stopNode() throws Exception {
    channel.shutdownNow();
    server.close();
    store.close();
  }

  @Test
  void theNodeSpeaksFirstThenTakesSnapshotAndDelta() throws Exception {
    BlockingQueue<ReplicationAck> acks = new LinkedBlockingQueue<>();
    StreamObserver<ReplicationUpdate> updates =
        NodeControlGrpc.newStub(channel).replicate(collector(acks));
    assertThat(next(acks).getVersion()).isZero();

    updates.onNext(begin(5));
    updates.onNext(objects(PackedObjects.pack(List.of(object(1)))));
    updates.onNext(
        ReplicationUpdate.newBuilder()
            .setSnapshotEnd(SnapshotEnd.newBuilder().setVersion(5))
            .build());
    assertThat(next(acks).getVersion()).isEqualTo(5);

    updates.onNext(delta(5, 6));
    assertThat(next(acks).getVersion()).isEqualTo(6);
    assertThat(inForce).hasSize(2);
  }

  @Test
  void aDeltaThatDoesNotFitIsAnsweredWithTheReasonAndTheOwnVersion() throws Exception {
    BlockingQueue<ReplicationAck> acks = new LinkedBlockingQueue<>();
    StreamObserver<ReplicationUpdate> updates =
        NodeControlGrpc.newStub(channel).replicate(collector(acks));
    next(acks);

    updates.onNext(delta(3, 4));

    ReplicationAck refusal = next(acks);
    assertThat(refusal.getVersion()).isZero();
    assertThat(refusal.getError()).contains("version 0");
  }

  @Test
  void damagedObjectsAreRefusedAndTheSnapshotWithThem() throws Exception {
    BlockingQueue<ReplicationAck> acks = new LinkedBlockingQueue<>();
    StreamObserver<ReplicationUpdate> updates =
        NodeControlGrpc.newStub(channel).replicate(collector(acks));
    next(acks);
    updates.onNext(begin(5));

    updates.onNext(objects(ByteString.copyFromUtf8("no objects")));

    assertThat(next(acks).getError()).contains("Damaged");
    updates.onNext(objects(PackedObjects.pack(List.of(object(1)))));
    assertThat(next(acks).getError()).contains("before its begin");
    assertThat(inForce).isEmpty();
  }

  @Test
  void aNewerStreamEndsTheOlderOne() throws Exception {
    BlockingQueue<ReplicationAck> first = new LinkedBlockingQueue<>();
    BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    NodeControlGrpc.newStub(channel)
        .replicate(
            new StreamObserver<>() {
              @Override
              public void onNext(ReplicationAck ack) {
                first.add(ack);
              }

              @Override
              public void onError(Throwable cause) {
                failures.add(cause);
              }

              @Override
              public void onCompleted() {}
            });
    next(first);

    NodeControlGrpc.newStub(channel).replicate(collector(new LinkedBlockingQueue<>()));

    assertThat(next(failures)).hasMessageContaining("ABORTED");
  }

  @Test
  @Tag("INST-164")
  void onlyTheManagementServiceIsServed() throws Exception {
    ManagedChannel other = connectAs(new PlatformIdentity.Node(2));
    try {
      assertThatThrownBy(
              () ->
                  NodeControlGrpc.newBlockingStub(other)
                      .withDeadlineAfter(5, TimeUnit.SECONDS)
                      .execute(Command.getDefaultInstance()))
          .isInstanceOf(StatusRuntimeException.class)
          .hasMessageContaining("UNAVAILABLE");
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void aCertificateRequestIsTheSameUntilItsCertificateIsInstalled() {
    NodeControlGrpc.NodeControlBlockingStub node = NodeControlGrpc.newBlockingStub(channel);
    var request = CreateCertificateRequestRequest.getDefaultInstance();

    String first = node.createCertificateRequest(request).getCsrPem();
    String second = node.createCertificateRequest(request).getCsrPem();

    assertThat(publicKey(second)).isEqualTo(publicKey(first));
  }

  private static Object publicKey(String csr) {
    return org.plenum.model.pki.CertificateRequest.parse(csr).publicKey();
  }

  private ManagedChannel connectAs(PlatformIdentity identity) {
    return NettyChannelBuilder.forAddress("127.0.0.1", server.port())
        .sslContext(
            TlsContexts.grpcClient(
                new ReloadableKeyManager(AUTHORITY.issueWithNewKey(identity, SubjectNames.NONE)),
                new PlatformTrustManager(AUTHORITY.certificate(), PeerRequirement.node(1))))
        .build();
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T item = queue.poll(10, TimeUnit.SECONDS);
    assertThat(item).isNotNull();
    return item;
  }

  private static StreamObserver<ReplicationAck> collector(BlockingQueue<ReplicationAck> acks) {
    return new StreamObserver<>() {
      @Override
      public void onNext(ReplicationAck ack) {
        acks.add(ack);
      }

      @Override
      public void onError(Throwable cause) {}

      @Override
      public void onCompleted() {}
    };
  }

  private static ReplicationUpdate begin(long version) {
    return ReplicationUpdate.newBuilder()
        .setSnapshotBegin(SnapshotBegin.newBuilder().setVersion(version).setDeploymentUuid("d"))
        .build();
  }

  private static ReplicationUpdate objects(ByteString packed) {
    return ReplicationUpdate.newBuilder().setObjects(packed).build();
  }

  private static ReplicationUpdate delta(long from, long to) {
    return ReplicationUpdate.newBuilder()
        .setDelta(
            Delta.newBuilder()
                .setFromVersion(from)
                .setToVersion(to)
                .setObjects(PackedObjects.pack(List.of(object(2)))))
        .build();
  }

  private static ReplicaObject object(long id) {
    return ReplicaObject.newBuilder()
        .setResource("dns_server")
        .setId(id)
        .setJson("{\"address\":\"192.0.2.1\"}")
        .build();
  }
}
