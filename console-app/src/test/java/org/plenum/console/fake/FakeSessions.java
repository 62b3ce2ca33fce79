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
import org.plenum.rpc.console.LoginTerms;
import org.plenum.rpc.console.LoginTermsRequest;
import org.plenum.rpc.console.LogoutReply;
import org.plenum.rpc.console.LogoutRequest;

/** Log-in of one administrator, and the check of the token of each call. */
public final class FakeSessions extends ConsoleSessionImplBase implements ServerInterceptor {
  /** The only user. */
  public static final String USER = "admin";

  /** The user's password. */
  public static final String PASSWORD = "correct horse";

  private static final Set<String> OPEN = Set.of("Login", "GetLoginTerms");

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final Set<String> tickets = ConcurrentHashMap.newKeySet();
  private final String httpsFingerprint;
  private volatile boolean certificateRequired;
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private volatile Permissions permissions = Permissions.ALL;

  /** At a server whose HTTPS certificate has this fingerprint. */
  FakeSessions(String httpsFingerprint) {
    this.httpsFingerprint = httpsFingerprint;
  }

  /** Takes certificates in place of passwords, or no longer. */
  public void requireCertificate(boolean required) {
    certificateRequired = required;
  }

  boolean isCertificateRequired() {
    return certificateRequired;
  }

  /** A ticket for the only user. */
  String ticket() {
    String ticket = UUID.randomUUID().toString();
    tickets.add(ticket);
    return ticket;
  }

  @Override
  public void getLoginTerms(LoginTermsRequest request, StreamObserver<LoginTerms> reply) {
    reply.onNext(
        LoginTerms.newBuilder()
            .setCertificateRequired(certificateRequired)
            .setHttpsFingerprint(httpsFingerprint)
            .build());
    reply.onCompleted();
  }

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
    boolean hasTicket = tickets.remove(request.getTicket());
    if (certificateRequired && !hasTicket) {
      reply.onError(Status.FAILED_PRECONDITION.asRuntimeException());
      return;
    }
    if (!hasTicket
        && (!request.getUsername().equals(USER) || !request.getPassword().equals(PASSWORD))) {
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
    boolean open = OPEN.contains(call.getMethodDescriptor().getBareMethodName());
    if (!open && (header == null || !tokens.contains(header.substring("Bearer ".length())))) {
      call.close(Status.UNAUTHENTICATED.withDescription("log in"), new Metadata());
      return new ServerCall.Listener<>() {};
    }
    return next.startCall(call, headers);
  }
}
