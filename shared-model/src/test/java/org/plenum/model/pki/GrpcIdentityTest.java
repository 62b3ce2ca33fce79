package org.plenum.model.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenum.model.pki.PlatformIdentity.Console;
import org.plenum.model.pki.PlatformIdentity.Management;
import org.plenum.model.pki.PlatformIdentity.Node;

/** A node's gRPC server on loopback, called by the management service and by others. */
class GrpcIdentityTest {
  private static final int DEADLINE_SECONDS = 10;

  /** Answers with the identity of the caller. */
  private static final MethodDescriptor<String, String> WHO_AM_I =
      MethodDescriptor.<String, String>newBuilder()
          .setType(MethodType.UNARY)
          .setFullMethodName("test.Identity/WhoAmI")
          .setRequestMarshaller(new Text())
          .setResponseMarshaller(new Text())
          .build();

  private final CertificateAuthority authority =
      CertificateAuthority.create("Plenum CA", InstantSource.system());
  // Neither host names nor addresses: the URN alone identifies the node.
  private final ReloadableKeyManager nodeKeys =
      new ReloadableKeyManager(authority.issueWithNewKey(new Node(7), SubjectNames.NONE));
  private Server server;

  @BeforeEach
  void startNode() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .sslContext(
                TlsContexts.grpcServer(
                    nodeKeys,
                    new PlatformTrustManager(
                        authority.certificate(), PeerRequirement.management())))
            .addService(
                ServerServiceDefinition.builder("test.Identity")
                    .addMethod(WHO_AM_I, answeringWithTheIdentityOfTheCaller())
                    .build())
            .build()
            .start();
  }

  @AfterEach
  void stopNode() throws InterruptedException {
    server.shutdownNow().awaitTermination(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void managementReachesTheNodeByAddressAndIsRecognised() throws Exception {
    assertThat(call(management(), PeerRequirement.node(7))).isEqualTo("urn:plenum:management");
  }

  @Test
  void anotherNodeAtTheAddressIsRefusedByTheClient() {
    assertUnavailable(management(), PeerRequirement.node(8), "expected node 8");
  }

  @Test
  void consoleIsRefusedByTheNode() {
    Credentials console =
        authority.issueWithNewKey(new Console(UUID.randomUUID()), SubjectNames.NONE);

    assertUnavailable(console, PeerRequirement.node(7), "");
  }

  @Test
  void memberOfAnotherPlatformIsRefusedByTheNode() {
    CertificateAuthority other = CertificateAuthority.create("Plenum CA", InstantSource.system());

    assertUnavailable(
        other.issueWithNewKey(new Management(), SubjectNames.NONE), PeerRequirement.node(7), "");
  }

  @Test
  void renewedCertificateOfTheNodeIsUsedWithoutRestart() throws Exception {
    PeerRequirement nobody = new PeerRequirement("nobody", identity -> false);
    call(management(), PeerRequirement.node(7));

    nodeKeys.reload(authority.issueWithNewKey(new Node(9), SubjectNames.NONE));

    assertThat(call(management(), PeerRequirement.node(9))).isEqualTo("urn:plenum:management");
    assertUnavailable(management(), nobody, "urn:plenum:node:9, expected nobody");
  }

  private Credentials management() {
    return authority.issueWithNewKey(new Management(), SubjectNames.NONE);
  }

  private void assertUnavailable(Credentials own, PeerRequirement required, String reason) {
    assertThatThrownBy(() -> call(own, required))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE))
        .hasStackTraceContaining(reason);
  }

  private String call(Credentials own, PeerRequirement required) throws InterruptedException {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(server.getListenSockets().getFirst())
            .sslContext(
                TlsContexts.grpcClient(
                    new ReloadableKeyManager(own),
                    new PlatformTrustManager(authority.certificate(), required)))
            .build();
    try {
      return ClientCalls.blockingUnaryCall(
          channel,
          WHO_AM_I,
          CallOptions.DEFAULT.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS),
          "");
    } finally {
      channel.shutdownNow().awaitTermination(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private static ServerCallHandler<String, String> answeringWithTheIdentityOfTheCaller() {
    return (call, headers) -> {
      call.request(1);
      return new ServerCall.Listener<>() {
        @Override
        public void onHalfClose() {
          PlatformIdentity caller =
              PlatformIdentity.of(
                  Objects.requireNonNull(
                      call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION)));
          call.sendHeaders(new Metadata());
          call.sendMessage(caller.urn());
          call.close(Status.OK, new Metadata());
        }
      };
    };
  }

  private static final class Text implements Marshaller<String> {
    @Override
    public InputStream stream(String value) {
      return new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String parse(InputStream stream) {
      try {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
