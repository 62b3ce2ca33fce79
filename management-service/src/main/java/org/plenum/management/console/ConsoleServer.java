package org.plenum.management.console;

import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.plenum.management.advice.Advisor;
import org.plenum.management.auth.Authenticator;
import org.plenum.management.auth.CurrentAccounts;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.control.CommandRouter;
import org.plenum.management.csv.CsvExports;
import org.plenum.management.csv.CsvImports;
import org.plenum.management.enrolment.ConsoleEnrolment;
import org.plenum.management.enrolment.NodeEnrolment;
import org.plenum.management.ldap.DirectoryGroups;
import org.plenum.management.procedure.Procedures;
import org.plenum.management.session.LoginTickets;
import org.plenum.management.session.SessionSettings;
import org.plenum.management.session.Sessions;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.theme.Themes;
import org.plenum.management.version.Versions;
import org.plenum.model.pki.PeerRequirement;
import org.plenum.model.pki.PlatformTrustManager;
import org.plenum.model.pki.ReloadableKeyManager;
import org.plenum.model.pki.TlsContexts;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;
import org.plenum.model.status.StatusFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves consoles: gRPC over mutual TLS on a port of its own. Only consoles that are members get
 * past the handshake; each call then needs a log-in (see {@link ConsoleAuthentication}).
 */
public final class ConsoleServer implements AutoCloseable {
  private static final int MAX_MESSAGE_BYTES = 8 * 1024 * 1024;
  private static final int MAX_CALLS_PER_CONNECTION = 64;
  private static final Duration SESSION_CHECKS = Duration.ofSeconds(10);
  private static final Logger log = LoggerFactory.getLogger(ConsoleServer.class);

  private final InetSocketAddress address;
  private final ChangeSets changeSets;
  private final ConfigurationWatches watches;
  private final ConsoleAuthentication authentication;
  private final Duration sessionChecks;
  private final ExecutorService executor;
  private final ScheduledExecutorService timer;
  private final Server server;

  /**
   * What the server needs of the rest of the management service.
   *
   * @param advisor tells what is doubtful about objects
   * @param themes files of themes
   * @param procedures what is special about resources
   * @param accounts what those who have logged in may do
   * @param tickets what was proven over HTTPS, for log-ins here
   * @param https what the HTTPS listener presents
   * @param groups groups of the administrators' directory
   * @param feed what runs
   */
  public record Parts(
      ConfigurationStore store,
      ChangeSets changeSets,
      Advisor advisor,
      Themes themes,
      CurrentAccounts accounts,
      Authenticator authenticator,
      LoginTickets tickets,
      ReloadableKeyManager https,
      DirectoryGroups groups,
      ConsoleEnrolment consoles,
      NodeEnrolment nodes,
      Procedures procedures,
      StatusFeed feed,
      CommandRouter commands) {}

  /**
   * A server that is not started yet.
   *
   * @param address port 0 lets the system choose one
   * @param keys what the service presents; issued by the platform's authority
   */
  public ConsoleServer(
      InetSocketAddress address, ReloadableKeyManager keys, Parts parts, InstantSource clock) {
    this(address, keys, parts, clock, SESSION_CHECKS);
  }

  ConsoleServer(
      InetSocketAddress address,
      ReloadableKeyManager keys,
      Parts parts,
      InstantSource clock,
      Duration sessionChecks) {
    this.address = address;
    this.changeSets = parts.changeSets();
    this.sessionChecks = sessionChecks;
    this.executor =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("console-", 0).factory());
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("console-sessions").factory());
    this.watches = new ConfigurationWatches(parts.store().catalog(), executor);
    SessionSettings settings = new SessionSettings(parts.store());
    Sessions sessions = new Sessions(settings::idleTimeout, clock);
    this.authentication =
        new ConsoleAuthentication(
            parts.consoles(),
            parts.accounts(),
            sessions,
            new MethodRules(parts.store().catalog()),
            clock);
    this.server = server(keys, parts, settings, sessions);
  }

  private Server server(
      ReloadableKeyManager keys, Parts parts, SessionSettings settings, Sessions sessions) {
    PlatformTrustManager peers =
        new PlatformTrustManager(
            keys.current().root(),
            PeerRequirement.anyConsole().and("that is a member", parts.consoles()::isMember));
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(address)
            .sslContext(TlsContexts.grpcServer(keys, peers))
            .executor(executor)
            .handshakeTimeout(10, TimeUnit.SECONDS)
            .maxInboundMessageSize(MAX_MESSAGE_BYTES)
            .maxConcurrentCallsPerConnection(MAX_CALLS_PER_CONNECTION)
            .permitKeepAliveTime(5, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .keepAliveTime(30, TimeUnit.SECONDS)
            .keepAliveTimeout(10, TimeUnit.SECONDS);
    List.of(
            new ConsoleSessionService(
                parts.authenticator(),
                parts.accounts(),
                parts.tickets(),
                parts.https(),
                sessions,
                settings,
                parts.consoles()),
            new ConsoleConfigurationService(
                parts.store(),
                parts.changeSets(),
                parts.advisor(),
                parts.themes(),
                parts.nodes(),
                parts.procedures(),
                parts.groups(),
                watches),
            new ConsoleRoutingService(parts.store()),
            new ConsoleStatusService(parts.feed(), parts.commands()),
            new ConsoleCsvService(
                new CsvImports(parts.store(), parts.changeSets()), new CsvExports(parts.store())),
            new ConsoleVersionsService(new Versions(parts.store(), parts.changeSets())))
        .forEach(
            service ->
                builder.addService(
                    ServerInterceptors.interceptForward(
                        service, authentication, new FailureReplies())));
    return builder.build();
  }

  /**
   * Starts listening.
   *
   * @throws StartupException if the port is taken
   */
  public void start() {
    try {
      server.start();
    } catch (IOException e) {
      close();
      throw new StartupException(
          ExitCode.PORT_IN_USE,
          "The console port %d cannot be opened on %s: it is taken or not permitted."
              .formatted(address.getPort(), address.getHostString()),
          e);
    }
    changeSets.addListener(watches);
    timer.scheduleWithFixedDelay(
        this::endStaleSessions,
        sessionChecks.toMillis(),
        sessionChecks.toMillis(),
        TimeUnit.MILLISECONDS);
    log.info("Serving consoles on port {}", port());
  }

  private void endStaleSessions() {
    try {
      authentication.endStaleSessions();
    } catch (RuntimeException e) {
      // Would end the series; the store may be back at the next check.
      log.warn("The sessions could not be checked", e);
    }
  }

  /** The port that is listened on. */
  public int port() {
    return server.getPort();
  }

  /** Consoles that are told of changes of the configuration now. */
  int watchers() {
    return watches.count();
  }

  @Override
  public void close() {
    changeSets.removeListener(watches);
    timer.close();
    server.shutdownNow();
    try {
      boolean closed = server.awaitTermination(5, TimeUnit.SECONDS);
      executor.shutdown();
      if (!executor.awaitTermination(5, TimeUnit.SECONDS) || !closed) {
        log.warn("Some calls of consoles did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    executor.shutdownNow();
  }
}
