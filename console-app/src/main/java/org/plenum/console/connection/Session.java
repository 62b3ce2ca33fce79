package org.plenum.console.connection;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.plenum.rpc.console.ConsoleConfigurationGrpc;
import org.plenum.rpc.console.ConsoleConfigurationGrpc.ConsoleConfigurationBlockingStub;
import org.plenum.rpc.console.ConsoleConfigurationGrpc.ConsoleConfigurationStub;
import org.plenum.rpc.console.ConsoleRoutingGrpc;
import org.plenum.rpc.console.ConsoleRoutingGrpc.ConsoleRoutingBlockingStub;
import org.plenum.rpc.console.ConsoleSessionGrpc;
import org.plenum.rpc.console.ConsoleSessionGrpc.ConsoleSessionBlockingStub;
import org.plenum.rpc.console.ConsoleStatusGrpc;
import org.plenum.rpc.console.ConsoleStatusGrpc.ConsoleStatusBlockingStub;
import org.plenum.rpc.console.ConsoleStatusGrpc.ConsoleStatusStub;
import org.plenum.rpc.console.LoginReply;
import org.plenum.rpc.console.LoginRequest;
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
  private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(2);

  private final ManagedChannel channel;
  private final BearerToken token = new BearerToken();
  private final Channel authorized;
  private volatile LoginReply login = LoginReply.getDefaultInstance();

  /** A session that is not logged in yet; closes the channel with itself. */
  Session(ManagedChannel channel) {
    this.channel = channel;
    this.authorized = ClientInterceptors.intercept(channel, token);
  }

  /**
   * Logs in over an existing channel, for transports other than that of {@link Connector}.
   *
   * @throws ConnectionException if the log-in is refused
   */
  public static Session over(ManagedChannel channel, String username, String password)
      throws ConnectionException {
    Session session = new Session(channel);
    session.login(username, password);
    return session;
  }

  /**
   * Logs in, for the first time or again. Blocks.
   *
   * @throws ConnectionException if the log-in is refused or the server does not answer
   */
  public void login(String username, String password) throws ConnectionException {
    try {
      LoginReply reply =
          ConsoleSessionGrpc.newBlockingStub(channel)
              .withDeadlineAfter(CALL_DEADLINE)
              .login(LoginRequest.newBuilder().setUsername(username).setPassword(password).build());
      token.replace(reply.getToken());
      login = reply;
    } catch (StatusRuntimeException e) {
      throw LoginFailures.of(e);
    }
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
