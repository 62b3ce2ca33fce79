package org.plenum.management.console;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;

/**
 * A call that others than its service can end, at any moment and from any thread. What the service
 * sends afterwards goes nowhere.
 */
final class EndableCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
  private final Object sending = new Object();
  private boolean closed;

  EndableCall(ServerCall<Q, A> call) {
    super(call);
  }

  @Override
  public void sendHeaders(Metadata headers) {
    synchronized (sending) {
      if (!closed) {
        super.sendHeaders(headers);
      }
    }
  }

  @Override
  public void sendMessage(A message) {
    synchronized (sending) {
      if (!closed) {
        super.sendMessage(message);
      }
    }
  }

  @Override
  public boolean isReady() {
    synchronized (sending) {
      return !closed && super.isReady();
    }
  }

  @Override
  public void close(Status status, Metadata trailers) {
    synchronized (sending) {
      if (!closed) {
        closed = true;
        super.close(status, trailers);
      }
    }
  }

  void end(Status status) {
    close(status, new Metadata());
  }
}
