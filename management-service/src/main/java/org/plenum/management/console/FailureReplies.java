package org.plenum.management.console;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.plenum.management.query.InvalidQueryException;
import org.plenum.management.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the console why a service could not answer; what is nobody's fault but ours is logged. */
final class FailureReplies implements ServerInterceptor {
  private static final Logger log = LoggerFactory.getLogger(FailureReplies.class);

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
      @Override
      public void onHalfClose() {
        try {
          super.onHalfClose();
        } catch (RuntimeException e) {
          call.close(status(call, e), new Metadata());
        }
      }
    };
  }

  private static Status status(ServerCall<?, ?> call, RuntimeException failure) {
    String method = call.getMethodDescriptor().getFullMethodName();
    return switch (failure) {
      case StatusRuntimeException known -> known.getStatus();
      case InvalidQueryException invalid ->
          Status.INVALID_ARGUMENT.withDescription(invalid.getMessage());
      case StoreException busy -> {
        log.error("The store failed on {}", method, busy);
        yield Status.UNAVAILABLE.withDescription(busy.getMessage());
      }
      default -> {
        log.error("Failed on {}", method, failure);
        yield Status.INTERNAL.withDescription("The service failed; its log has the details.");
      }
    };
  }
}
