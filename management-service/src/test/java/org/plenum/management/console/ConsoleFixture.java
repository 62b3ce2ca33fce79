package org.plenum.management.console;

import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.plenum.management.advice.Advisor;
import org.plenum.management.auth.Accounts;
import org.plenum.management.auth.Role;
import org.plenum.management.control.CommandRouter;
import org.plenum.management.enrolment.ConsoleEnrolment;
import org.plenum.management.enrolment.Memberships;
import org.plenum.management.enrolment.NodeEnrolment;
import org.plenum.management.ldap.DirectoryGroups;
import org.plenum.management.ldap.ServiceLookup;
import org.plenum.management.procedure.Procedures;
import org.plenum.management.procedure.SigningCompletion;
import org.plenum.management.session.LoginTickets;
import org.plenum.management.setup.InitialConfiguration;
import org.plenum.management.setup.NetworkIdentity;
import org.plenum.management.status.StatusBoard;
import org.plenum.management.testing.LoginFixture;
import org.plenum.management.testing.StoreFixture;
import org.plenum.management.theme.Themes;
import org.plenum.model.enrolment.ManagementEndpoint;
import org.plenum.model.pki.CertificateAuthority;
import org.plenum.model.pki.CertificateRequest;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PeerRequirement;
import org.plenum.model.pki.PlatformIdentity;
import org.plenum.model.pki.PlatformTrustManager;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.SubjectNames;
import org.plenum.model.pki.TlsContexts;
import org.plenum.rpc.console.ConsoleConfigurationGrpc;
import org.plenum.rpc.console.ConsoleConfigurationGrpc.ConsoleConfigurationBlockingStub;
import org.plenum.rpc.console.ConsoleConfigurationGrpc.ConsoleConfigurationStub;
import org.plenum.rpc.console.ConsoleSessionGrpc;
import org.plenum.rpc.console.LoginReply;
import org.plenum.rpc.console.LoginRequest;
import org.plenum.rpc.status.Command;
import org.plenum.rpc.status.CommandResult;

/** A console server over a real store and real certificates, and consoles that talk to it. */
final class ConsoleFixture implements AutoCloseable {
  static final String PASSWORD = "correct horse";
  static final Duration DEADLINE = Duration.ofSeconds(20);

  final StoreFixture store;
  final StatusBoard board;
  final List<Command> commands = new ArrayList<>();
  final ConsoleServer server;
  final ConsoleEnrolment consoles;
  final LoginTickets tickets;
  private final CertificateAuthority authority;
  private final List<ManagedChannel> channels = new ArrayList<>();

  ConsoleFixture(Path folder) {
    this(folder, name -> List.of());
  }

  /** In a network where directories are found like this. */
  ConsoleFixture(Path folder, ServiceLookup lookup) {
    store = new StoreFixture(folder);
    new InitialConfiguration(store.store(), store.changeSets())
        .ensure(
            new NetworkIdentity(
                "mgr",
                "example.com",
                "192.0.2.1",
                "255.255.255.0",
                "192.0.2.254",
                List.of("192.0.2.53"),
                List.of("ntp.example.com")));
    board = new StatusBoard(store.clock());
    // TLS looks at the real clock, whatever the store's says.
    authority = CertificateAuthority.create("Test platform", InstantSource.system());
    LoginFixture logins = LoginFixture.of(store, lookup);
    Accounts accounts = logins.accounts();
    accounts.put("alice", PASSWORD, Role.READ_WRITE);
    accounts.put("bob", PASSWORD, Role.READ_ONLY);
    consoles = new ConsoleEnrolment(new Memberships(store.database()), authority, store.clock());
    tickets = new LoginTickets(store.clock());
    ReloadableKeyManager own =
        new ReloadableKeyManager(
            authority.issueWithNewKey(
                new PlatformIdentity.Management(), SubjectNames.of("localhost")));
    server =
        new ConsoleServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            own,
            new ConsoleServer.Parts(
                store.store(),
                store.changeSets(),
                new Advisor(store.store(), name -> Optional.of(Set.of())),
                new Themes(store.store(), store.database(), store.clock()),
                logins.current(),
                logins.authenticator(),
                tickets,
                own,
                new DirectoryGroups(store.store(), logins.directories()),
                consoles,
                new NodeEnrolment(
                    store.store(),
                    store.database(),
                    authority,
                    () -> List.of(new ManagementEndpoint("mgr.example.com", 443)),
                    store.clock()),
                new Procedures(List.of(new SigningCompletion(store.changeSets()).procedure())),
                board.feed(),
                new CommandRouter(board.feed(), this::command)),
            store.clock(),
            Duration.ofMillis(50));
    server.start();
  }

  private CommandResult command(long node, Command command) {
    commands.add(command);
    return CommandResult.newBuilder().setMessage("node " + node).build();
  }

  /** A console that is a member, with a connection of its own. */
  Console console() {
    KeyPair keys = KeyType.EC_P256.generate();
    return console(
        new Credentials(
            keys.getPrivate(),
            consoles.enrol(CertificateRequest.create(keys, "test"), "Test console", "alice")));
  }

  /** A console with a certificate of any origin. */
  Console console(Credentials credentials) {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.port())
            .sslContext(
                TlsContexts.grpcClient(
                    new ReloadableKeyManager(credentials),
                    new PlatformTrustManager(
                        authority.certificate(), PeerRequirement.management())))
            .maxInboundMessageSize(16 * 1024 * 1024)
            .build();
    channels.add(channel);
    return new Console(channel);
  }

  /** A console of a member that the platform has forgotten, or never knew. */
  Credentials unknownMember(PlatformIdentity identity) {
    return authority.issueWithNewKey(identity, SubjectNames.NONE);
  }

  /** A connection with the calls that tests make. */
  record Console(ManagedChannel channel) {
    LoginReply login(String username, String password) {
      return login(LoginRequest.newBuilder().setUsername(username).setPassword(password));
    }

    LoginReply login(LoginRequest.Builder request) {
      return ConsoleSessionGrpc.newBlockingStub(channel)
          .withDeadlineAfter(DEADLINE)
          .login(request.build());
    }

    /** Calls about configuration, logged in. */
    ConsoleConfigurationBlockingStub as(String username) {
      return ConsoleConfigurationGrpc.newBlockingStub(channel)
          .withDeadlineAfter(DEADLINE)
          .withInterceptors(bearer(login(username, PASSWORD).getToken()));
    }

    /** Calls about configuration that send a stream, logged in. */
    ConsoleConfigurationStub streamingAs(String username) {
      return ConsoleConfigurationGrpc.newStub(channel)
          .withDeadlineAfter(DEADLINE)
          .withInterceptors(bearer(login(username, PASSWORD).getToken()));
    }
  }

  static ClientInterceptor bearer(String token) {
    return headers(Map.of("authorization", "Bearer " + token));
  }

  static ClientInterceptor headers(Map<String, String> headers) {
    Metadata metadata = new Metadata();
    headers.forEach(
        (name, value) ->
            metadata.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value));
    return MetadataUtils.newAttachHeadersInterceptor(metadata);
  }

  @Override
  public void close() throws InterruptedException {
    for (ManagedChannel channel : channels) {
      channel.shutdownNow();
      channel.awaitTermination(5, TimeUnit.SECONDS);
    }
    server.close();
    store.close();
  }
}
