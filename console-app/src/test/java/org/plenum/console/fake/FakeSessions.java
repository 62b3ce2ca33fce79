package org.plenum.console.fake;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.plenum.model.access.Permissions;
import org.plenum.rpc.console.ConsoleSessionGrpc.ConsoleSessionImplBase;
import org.plenum.rpc.console.LoginReply;
import org.plenum.rpc.console.LoginRequest;
import org.plenum.rpc.console.LogoutReply;
import org.plenum.rpc.console.LogoutRequest;

/** Log-in of one administrator, and the check of the token of each call. */
public final class FakeSessions extends ConsoleSessionImplBase implements ServerInterceptor {
  /** The only user. */
  public static final String USER = "admin";

  /** The user's password. */
  public static final String PASSWORD = "correct horse";

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private volatile Permissions permissions = Permissions.ALL;

  /** Takes rights away from later log-ins. */
  public void restrictTo(Permissions permissions) {
    this.permissions = permissions;
  }

  /** Ends all sessions. */
  public void expire() {
    tokens.clear();
  }

  @Override
  public void login(LoginRequest request, StreamObserver<LoginReply> reply) {
    if (!request.getUsername().equals(USER) || !request.getPassword().equals(PASSWORD)) {
      reply.onError(Status.UNAUTHENTICATED.asRuntimeException());
      return;
    }
    String token = UUID.randomUUID().toString();
    tokens.add(token);
    reply.onNext(
        LoginReply.newBuilder()
            .setToken(token)
            .setUsername(USER)
            .addAllPermissions(permissions.codenames())
            .setPlatformName("Test platform")
            .setVersion("1.0.0")
            .build());
    reply.onCompleted();
  }

  @Override
  public void logout(LogoutRequest request, StreamObserver<LogoutReply> reply) {
    reply.onNext(LogoutReply.getDefaultInstance());
    reply.onCompleted();
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    String header = headers.get(AUTHORIZATION);
    boolean open = call.getMethodDescriptor().getBareMethodName().equals("Login");
    if (!open && (header == null || !tokens.contains(header.substring("Bearer ".length())))) {
      call.close(Status.UNAUTHENTICATED.withDescription("log in"), new Metadata());
      return new ServerCall.Listener<>() {};
    }
    return next.startCall(call, headers);
  }
}
