package org.plenum.console.configuration;

import com.google.protobuf.ByteString;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.DoubleConsumer;
import org.plenum.rpc.console.ChangeSetReply;
import org.plenum.rpc.console.ThemeTarget;
import org.plenum.rpc.console.ThemeUpload;

/**
 * Sends the archive of a theme as fast as the server takes it. gRPC calls it by one thread at a
 * time.
 */
final class ThemeUploadCall implements ClientResponseObserver<ThemeUpload, ChangeSetReply> {
  private static final int PART_BYTES = 64 * 1024;

  private final ThemeTarget target;
  private final InputStream content;
  private final long size;
  private final DoubleConsumer progress;
  private final CompletableFuture<ChangeSetReply> reply = new CompletableFuture<>();
  private boolean begun;
  private boolean complete;
  private long sent;

  /**
   * An upload that is not started yet.
   *
   * @param size bytes of the content
   * @param progress gets the part that is sent, 0 to 1
   */
  ThemeUploadCall(ThemeTarget target, InputStream content, long size, DoubleConsumer progress) {
    this.target = target;
    this.content = content;
    this.size = size;
    this.progress = progress;
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<ThemeUpload> call) {
    call.setOnReadyHandler(() -> send(call));
  }

  private void send(ClientCallStreamObserver<ThemeUpload> call) {
    try {
      while (call.isReady() && !complete) {
        if (begun) {
          sendPart(call);
        } else {
          begun = true;
          call.onNext(ThemeUpload.newBuilder().setTarget(target).build());
        }
      }
    } catch (IOException e) {
      complete = true;
      reply.completeExceptionally(e);
      call.cancel("the file cannot be read", e);
    }
  }

  private void sendPart(ClientCallStreamObserver<ThemeUpload> call) throws IOException {
    byte[] part = content.readNBytes(PART_BYTES);
    if (part.length == 0) {
      complete = true;
      call.onCompleted();
      return;
    }
    call.onNext(ThemeUpload.newBuilder().setContent(ByteString.copyFrom(part)).build());
    sent += part.length;
    progress.accept(Math.min(1, (double) sent / size));
  }

  @Override
  public void onNext(ChangeSetReply answer) {
    reply.complete(answer);
  }

  @Override
  public void onError(Throwable failure) {
    complete = true;
    reply.completeExceptionally(failure);
  }

  @Override
  public void onCompleted() {}

  /**
   * Waits for the answer.
   *
   * @throws StatusRuntimeException if the server gives none
   * @throws IOException if the content cannot be read
   */
  ChangeSetReply await() throws IOException, InterruptedException {
    try {
      return reply.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case StatusRuntimeException status -> throw status;
        case IOException unreadable -> throw unreadable;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
