package org.plenum.management.testing;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.plenum.management.enrolment.NodeEnrolment;
import org.plenum.model.enrolment.EnrolmentRequest;
import org.plenum.model.enrolment.NodeDocument;
import org.plenum.model.enrolment.NodeDocumentReader;
import org.plenum.model.pki.CertificateRequest;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PeerRequirement;
import org.plenum.model.pki.PemBundle;
import org.plenum.model.pki.PlatformTrustManager;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.SelfSignedCertificate;
import org.plenum.model.pki.SubjectNames;
import org.plenum.model.pki.TlsContexts;
import org.plenum.model.process.ProductVersion;
import org.plenum.model.status.StatusFeed;
import org.plenum.model.status.StatusStream;
import org.plenum.rpc.node.CreateCertificateRequestRequest;
import org.plenum.rpc.node.InstallCertificateReply;
import org.plenum.rpc.node.InstallCertificateRequest;
import org.plenum.rpc.node.NodeControlGrpc;
import org.plenum.rpc.node.ReplicaObject;
import org.plenum.rpc.node.ReplicationAck;
import org.plenum.rpc.node.ReplicationUpdate;
import org.plenum.rpc.node.WatchStatusRequest;
import org.plenum.rpc.status.Command;
import org.plenum.rpc.status.CommandResult;
import org.plenum.rpc.status.StatusEvent;

/**
 * A node as the management service sees it: enrols with a document, then serves the control port
 * over mutual TLS, takes configuration, reports status and carries out commands.
 */
public final class FakeNode extends NodeControlGrpc.NodeControlImplBase implements AutoCloseable {
  private final StatusFeed status = new StatusFeed();
  private final List<ReplicaObject> configuration = new CopyOnWriteArrayList<>();
  private final List<Command> commands = new CopyOnWriteArrayList<>();
  private final AtomicInteger installed = new AtomicInteger();
  private final NodeDocument document;
  private final ReloadableKeyManager keys;
  private final Server server;
  private KeyPair pending = KeyType.EC_P256.generate();

  /** A node that serves its control port, but is not enrolled. */
  public FakeNode(byte[] documentXml) {
    document =
        new NodeDocumentReader(ProductVersion.current(), InstantSource.system()).read(documentXml);
    keys =
        new ReloadableKeyManager(
            new SelfSignedCertificate(InstantSource.system())
                .create(KeyType.EC_P256, "new node", SubjectNames.NONE));
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .sslContext(
                TlsContexts.grpcServer(
                    keys,
                    new PlatformTrustManager(
                        document.platformAuthority(), PeerRequirement.management())))
            .permitKeepAliveTime(5, TimeUnit.SECONDS)
            .addService(this)
            .build();
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks for a certificate as the document says. */
  public EnrolmentRequest enrolmentRequest() {
    return new EnrolmentRequest(
        document.secret(),
        CertificateRequest.create(pending, "node").pem(),
        server.getPort(),
        443,
        ProductVersion.current());
  }

  /** Enrols without a way over HTTPS. */
  public void enrol(NodeEnrolment enrolment) {
    install(enrolment.enrol(enrolmentRequest()).chainPem());
  }

  /** Presents a certificate from now on. */
  public void install(String chainPem) {
    keys.reload(new Credentials(pending.getPrivate(), PemBundle.parse(chainPem).certificates()));
    pending = KeyType.EC_P256.generate();
  }

  /** What the node reports. */
  public StatusFeed status() {
    return status;
  }

  /** Objects that it was sent, in their order. */
  public List<ReplicaObject> configuration() {
    return configuration;
  }

  /** Commands that it was sent. */
  public List<Command> commands() {
    return commands;
  }

  /** Certificates that it was sent after its enrolment. */
  public int renewals() {
    return installed.get();
  }

  /** What new connections are shown. */
  public X509Certificate certificate() {
    return keys.current().certificate();
  }

  @Override
  public StreamObserver<ReplicationUpdate> replicate(StreamObserver<ReplicationAck> acks) {
    acks.onNext(ReplicationAck.getDefaultInstance());
    return new StreamObserver<>() {
      private String deployment = "";

      @Override
      public void onNext(ReplicationUpdate update) {
        switch (update.getUpdateCase()) {
          case SNAPSHOT_BEGIN -> deployment = update.getSnapshotBegin().getDeploymentUuid();
          case OBJECTS -> configuration.addAll(update.getObjects().getObjectsList());
          case SNAPSHOT_END -> acknowledge(update.getSnapshotEnd().getVersion());
          case DELTA -> {
            configuration.addAll(update.getDelta().getObjectsList());
            acknowledge(update.getDelta().getToVersion());
          }
          case UPDATE_NOT_SET -> throw new AssertionError("an empty update");
        }
      }

      private void acknowledge(long version) {
        acks.onNext(
            ReplicationAck.newBuilder().setVersion(version).setDeploymentUuid(deployment).build());
      }

      @Override
      public void onError(Throwable failure) {}

      @Override
      public void onCompleted() {
        acks.onCompleted();
      }
    };
  }

  @Override
  public void watchStatus(WatchStatusRequest request, StreamObserver<StatusEvent> watcher) {
    StatusStream.serve(status, (ServerCallStreamObserver<StatusEvent>) watcher);
  }

  @Override
  public void execute(Command command, StreamObserver<CommandResult> answer) {
    commands.add(command);
    answer.onNext(CommandResult.getDefaultInstance());
    answer.onCompleted();
  }

  @Override
  public void createCertificateRequest(
      CreateCertificateRequestRequest request,
      StreamObserver<org.plenum.rpc.node.CertificateRequest> answer) {
    answer.onNext(
        org.plenum.rpc.node.CertificateRequest.newBuilder()
            .setCsrPem(CertificateRequest.create(pending, "node").pem())
            .build());
    answer.onCompleted();
  }

  @Override
  public void installCertificate(
      InstallCertificateRequest request, StreamObserver<InstallCertificateReply> answer) {
    install(request.getChainPem());
    installed.incrementAndGet();
    answer.onNext(InstallCertificateReply.getDefaultInstance());
    answer.onCompleted();
  }

  @Override
  public void close() throws InterruptedException {
    server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
  }
}
