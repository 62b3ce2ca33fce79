package org.plenum.console.connection;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plenum.rpc.console.ConsoleConfigurationGrpc;
import org.plenum.rpc.console.ConsoleConfigurationGrpc.ConsoleConfigurationBlockingStub;
import org.plenum.rpc.console.ConsoleConfigurationGrpc.ConsoleConfigurationStub;
import org.plenum.rpc.console.ConsoleCsvGrpc;
import org.plenum.rpc.console.ConsoleCsvGrpc.ConsoleCsvBlockingStub;
import org.plenum.rpc.console.ConsoleCsvGrpc.ConsoleCsvBlockingV2Stub;
import org.plenum.rpc.console.ConsoleRoutingGrpc;
import org.plenum.rpc.console.ConsoleRoutingGrpc.ConsoleRoutingBlockingStub;
import org.plenum.rpc.console.ConsoleSessionGrpc;
import org.plenum.rpc.console.ConsoleSessionGrpc.ConsoleSessionBlockingStub;
import org.plenum.rpc.console.ConsoleStatusGrpc;
import org.plenum.rpc.console.ConsoleStatusGrpc.ConsoleStatusBlockingStub;
import org.plenum.rpc.console.ConsoleStatusGrpc.ConsoleStatusStub;
import org.plenum.rpc.console.ConsoleVersionsGrpc;
import org.plenum.rpc.console.ConsoleVersionsGrpc.ConsoleVersionsBlockingStub;
import org.plenum.rpc.console.LoginReply;
import org.plenum.rpc.console.LoginRequest;
import org.plenum.rpc.console.LoginTerms;
import org.plenum.rpc.console.LoginTermsRequest;
import org.plenum.rpc.console.LogoutRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A logged-in connection to a management service. It outlives interruptions: the channel
 * reconnects, and a new log-in replaces the token. Safe for several threads; the blocking stubs
 * must not be used on the JavaFX thread.
 */
public final class Session implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final Duration CALL_DEADLINE = Duration.ofSeconds(15);
  private static final Duration TRANSFER_DEADLINE = Duration.ofMinutes(10);
  private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(2);

  private final ManagedChannel channel;
  private final ServerAddress address;
  private final BearerToken token = new BearerToken();
  private final Channel authorized;
  private volatile LoginReply login = LoginReply.getDefaultInstance();
  private volatile @Nullable Path certificateFile;

  /**
   * A session that is not logged in yet; closes the channel with itself.
   *
   * @param address where the server answers HTTPS
   */
  Session(ManagedChannel channel, ServerAddress address) {
    this.channel = channel;
    this.address = address;
    this.authorized = ClientInterceptors.intercept(channel, token);
  }

  /**
   * Logs in, for the first time or again. Blocks.
   *
   * @throws ConnectionException if the log-in is refused or the server does not answer
   */
  public void login(LoginProof proof) throws ConnectionException, InterruptedException {
    try {
      LoginReply reply = beforeLogin().login(request(proof));
      token.replace(reply.getToken());
      login = reply;
      certificateFile = proof instanceof LoginProof.Certificate shown ? shown.file() : null;
    } catch (StatusRuntimeException e) {
      throw LoginFailures.of(e, proof);
    }
  }

  private LoginRequest request(LoginProof proof) throws ConnectionException, InterruptedException {
    LoginRequest.Builder request = LoginRequest.newBuilder();
    switch (proof) {
      case LoginProof.Password password ->
          request.setUsername(password.username()).setPassword(password.password());
      case LoginProof.Certificate certificate -> {
        LoginTerms terms = beforeLogin().getLoginTerms(LoginTermsRequest.getDefaultInstance());
        request.setTicket(LoginTicket.of(address, terms, certificate));
      }
    }
    return request.build();
  }

  private ConsoleSessionBlockingStub beforeLogin() {
    return ConsoleSessionGrpc.newBlockingStub(channel).withDeadlineAfter(CALL_DEADLINE);
  }

  /** Where the certificate of the last log-in was, if that did not take a password. */
  public Optional<Path> certificateFile() {
    return Optional.ofNullable(certificateFile);
  }

  /** Who is logged in. */
  public User user() {
    return User.of(login);
  }

  /** Name of the platform, for the window's title. */
  public String platformName() {
    return login.getPlatformName();
  }

  /** Version of the management service. */
  public String serverVersion() {
    return login.getVersion();
  }

  /** Text that administrators must see at log-in; empty for none. */
  public String loginBanner() {
    return login.getLoginBanner();
  }

  /** Tries at once to connect again, when an interruption is waited out. */
  public void retryNow() {
    channel.resetConnectBackoff();
  }

  /** Calls about the session itself. */
  ConsoleSessionBlockingStub session() {
    return ConsoleSessionGrpc.newBlockingStub(authorized).withDeadlineAfter(CALL_DEADLINE);
  }

  /** Blocking calls about configuration. */
  public ConsoleConfigurationBlockingStub configuration() {
    return ConsoleConfigurationGrpc.newBlockingStub(authorized).withDeadlineAfter(CALL_DEADLINE);
  }

  /** Blocking questions about call routing. */
  public ConsoleRoutingBlockingStub routing() {
    return ConsoleRoutingGrpc.newBlockingStub(authorized).withDeadlineAfter(CALL_DEADLINE);
  }

  /** Blocking commands on what runs. */
  public ConsoleStatusBlockingStub commands() {
    return ConsoleStatusGrpc.newBlockingStub(authorized).withDeadlineAfter(CALL_DEADLINE);
  }

  /** Blocking calls about configuration that move a file, and so take longer than others. */
  public ConsoleConfigurationBlockingStub downloads() {
    return ConsoleConfigurationGrpc.newBlockingStub(authorized)
        .withDeadlineAfter(TRANSFER_DEADLINE);
  }

  /** Calls about configuration that send a file in parts. */
  public ConsoleConfigurationStub uploads() {
    return ConsoleConfigurationGrpc.newStub(authorized).withDeadlineAfter(TRANSFER_DEADLINE);
  }

  /** Blocking calls that fetch CSV files, which take as long as they take. */
  public ConsoleCsvBlockingStub csv() {
    return ConsoleCsvGrpc.newBlockingStub(authorized);
  }

  /** Blocking calls that send CSV files. */
  public ConsoleCsvBlockingV2Stub csvStreams() {
    return ConsoleCsvGrpc.newBlockingV2Stub(authorized);
  }

  /** Blocking calls about versions of the configuration. */
  public ConsoleVersionsBlockingStub versions() {
    return ConsoleVersionsGrpc.newBlockingStub(authorized).withDeadlineAfter(CALL_DEADLINE);
  }

  /** The stream of configuration notices. */
  ConsoleConfigurationStub configurationStream() {
    return ConsoleConfigurationGrpc.newStub(authorized);
  }

  /** The stream of status events. */
  ConsoleStatusStub statusStream() {
    return ConsoleStatusGrpc.newStub(authorized);
  }

  /** Logs out and closes the connection. Blocks for at most a few seconds. */
  @Override
  public void close() {
    try {
      session().withDeadlineAfter(CLOSE_DEADLINE).logout(LogoutRequest.getDefaultInstance());
    } catch (StatusRuntimeException e) {
      Status.Code code = e.getStatus().getCode();
      LOG.debug("the session ends without log-out: {}", code);
    }
    channel.shutdownNow();
    try {
      if (!channel.awaitTermination(CLOSE_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("the connection did not close in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
