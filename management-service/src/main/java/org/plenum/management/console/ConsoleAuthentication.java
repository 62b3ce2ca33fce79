package org.plenum.management.console;

import io.grpc.Contexts;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLSession;
import org.plenum.management.auth.Account;
import org.plenum.management.auth.CurrentAccounts;
import org.plenum.management.enrolment.ConsoleEnrolment;
import org.plenum.management.session.Session;
import org.plenum.management.session.Sessions;
import org.plenum.management.store.StoreException;
import org.plenum.model.access.Permissions;
import org.plenum.model.pki.IdentityException;
import org.plenum.model.pki.PlatformIdentity;

/**
 * Lets a call through when the certificate is that of a member, the token that of a session of this
 * console, and the account's permissions, as they are now, allow the request. Streams end with
 * their session.
 */
final class ConsoleAuthentication implements ServerInterceptor {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  /** Set by a console on calls that nobody asked for, such as reloading a table. */
  private static final Metadata.Key<String> BACKGROUND =
      Metadata.Key.of("plenum-background", Metadata.ASCII_STRING_MARSHALLER);

  private static final String SCHEME = "Bearer ";
  private static final Status FORBIDDEN =
      Status.PERMISSION_DENIED.withDescription("Your role does not allow this.");
  private static final Status LOGGED_OUT =
      Status.UNAUTHENTICATED.withDescription("You are not logged in.");

  private final ConsoleEnrolment consoles;
  private final CurrentAccounts accounts;
  private final Sessions sessions;
  private final MethodRules rules;
  private final InstantSource clock;

  ConsoleAuthentication(
      ConsoleEnrolment consoles,
      CurrentAccounts accounts,
      Sessions sessions,
      MethodRules rules,
      InstantSource clock) {
    this.rules = rules;
    this.consoles = consoles;
    this.accounts = accounts;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Ends sessions that nobody uses or is entitled to any more, and with them their streams. */
  void endStaleSessions() {
    sessions.endIdle(
        session ->
            !consoles.isMember(new PlatformIdentity.Console(session.console()))
                || accounts.of(session.identity()).isEmpty());
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Caller caller;
    try {
      caller = authenticate(call, headers);
    } catch (StatusRuntimeException e) {
      call.close(e.getStatus(), new Metadata());
      return new ServerCall.Listener<>() {};
    } catch (StoreException e) {
      call.close(Status.UNAVAILABLE.withDescription(e.getMessage()), new Metadata());
      return new ServerCall.Listener<>() {};
    }
    EndableCall<Q, A> endable = new EndableCall<>(call);
    ServerCall.Listener<Q> service =
        Contexts.interceptCall(caller.context(), endable, headers, next);
    ServerCall.Listener<Q> listener =
        MethodRules.needsLogin(call.getMethodDescriptor())
            ? allowed(caller.permissions(), endable, service)
            : service;
    return call.getMethodDescriptor().getType() == MethodDescriptor.MethodType.UNARY
        ? listener
        : boundToSession(caller.loggedIn(), endable, listener);
  }

  /** What a request needs stands in the request, so it is looked at when that has arrived. */
  private <Q, A> ServerCall.Listener<Q> allowed(
      Permissions permissions, EndableCall<Q, A> call, ServerCall.Listener<Q> service) {
    return new SimpleForwardingServerCallListener<>(service) {
      @Override
      public void onMessage(Q request) {
        if (rules.allows(call.getMethodDescriptor(), permissions, request)) {
          super.onMessage(request);
        } else {
          call.end(FORBIDDEN);
        }
      }
    };
  }

  private static <Q> ServerCall.Listener<Q> boundToSession(
      Session session, EndableCall<Q, ?> call, ServerCall.Listener<Q> listener) {
    Runnable release = session.whenEnded(() -> call.end(LOGGED_OUT));
    return new SimpleForwardingServerCallListener<>(listener) {
      @Override
      public void onCancel() {
        release.run();
        super.onCancel();
      }

      @Override
      public void onComplete() {
        release.run();
        super.onComplete();
      }
    };
  }

  private Caller authenticate(ServerCall<?, ?> call, Metadata headers) {
    UUID console = console(call);
    String address = address(call);
    MethodDescriptor<?, ?> method = call.getMethodDescriptor();
    if (!MethodRules.needsLogin(method)) {
      return new Caller(console, address, Optional.empty(), Permissions.NONE);
    }
    Session session =
        token(headers)
            .flatMap(token -> sessions.find(token, console))
            .orElseThrow(LOGGED_OUT::asRuntimeException);
    Permissions permissions =
        accounts
            .of(session.identity())
            .map(Account::permissions)
            .orElseThrow(LOGGED_OUT::asRuntimeException);
    if (MethodRules.isActivity(method) && !headers.containsKey(BACKGROUND)) {
      session.active(clock.instant());
    }
    if (!MethodRules.admits(permissions)) {
      throw FORBIDDEN.asRuntimeException();
    }
    return new Caller(console, address, Optional.of(session), permissions);
  }

  private UUID console(ServerCall<?, ?> call) {
    SSLSession tls = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
    try {
      if (tls != null
          && PlatformIdentity.of(tls) instanceof PlatformIdentity.Console peer
          && consoles.isMember(peer)) {
        return peer.id();
      }
    } catch (IdentityException e) {
      throw Status.UNAUTHENTICATED.withDescription(e.getMessage()).asRuntimeException();
    }
    throw Status.PERMISSION_DENIED
        .withDescription("This console is not a member of the platform.")
        .asRuntimeException();
  }

  private static String address(ServerCall<?, ?> call) {
    return call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR)
            instanceof InetSocketAddress socket
        ? socket.getAddress().getHostAddress()
        : "unknown";
  }

  private static Optional<String> token(Metadata headers) {
    return Optional.ofNullable(headers.get(AUTHORIZATION))
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()).strip());
  }
}
