package org.plenum.management.testing;

import com.google.protobuf.ByteString;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
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
  private final List<ReplicaObject> configuration;
  private final FakeReplica replica;
  private final List<Command> commands = new CopyOnWriteArrayList<>();
  private final AtomicInteger installed = new AtomicInteger();
  private final NodeDocument document;
  private final ReloadableKeyManager keys;
  private final int port;
  private Server server;
  private KeyPair pending = KeyType.EC_P256.generate();

  /** A node that serves its control port and keeps its configuration, but is not enrolled. */
  public FakeNode(byte[] documentXml) {
    this(documentXml, new CopyOnWriteArrayList<>());
  }

  private FakeNode(byte[] documentXml, List<ReplicaObject> configuration) {
    this(documentXml, configuration, packed -> configuration.addAll(FakeReplica.unpacked(packed)));
  }

  /** A node that gives packed objects to a consumer instead of keeping them. */
  public static FakeNode passingOn(byte[] documentXml, Consumer<ByteString> objects) {
    return new FakeNode(documentXml, List.of(), objects);
  }

  private FakeNode(
      byte[] documentXml, List<ReplicaObject> configuration, Consumer<ByteString> objects) {
    this.configuration = configuration;
    document =
        new NodeDocumentReader(ProductVersion.current(), InstantSource.system()).read(documentXml);
    keys =
        new ReloadableKeyManager(
            new SelfSignedCertificate(InstantSource.system())
                .create(KeyType.EC_P256, "new node", SubjectNames.NONE));
    replica = new FakeReplica(objects);
    server = serve(0);
    port = server.getPort();
  }

  private Server serve(int onPort) {
    try {
      return NettyServerBuilder.forAddress(
              new InetSocketAddress(document.network().address(), onPort))
          .sslContext(
              TlsContexts.grpcServer(
                  keys,
                  new PlatformTrustManager(
                      document.platformAuthority(), PeerRequirement.management())))
          .permitKeepAliveTime(5, TimeUnit.SECONDS)
          .addService(this)
          .build()
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops serving until it comes back; keeps what it has. */
  public void leave() throws InterruptedException {
    close();
  }

  /** Serves again where it did before. */
  public void comeBack() {
    server = serve(port);
  }

  /** Asks for a certificate as the document says. */
  public EnrolmentRequest enrolmentRequest() {
    return new EnrolmentRequest(
        document.secret(),
        CertificateRequest.create(pending, "node").pem(),
        port,
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

  /** What it has of the configuration. */
  public FakeReplica replica() {
    return replica;
  }

  @Override
  public StreamObserver<ReplicationUpdate> replicate(StreamObserver<ReplicationAck> acks) {
    return replica.receive(acks);
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
