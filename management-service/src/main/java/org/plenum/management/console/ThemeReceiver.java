package org.plenum.management.console;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayOutputStream;
import java.util.OptionalLong;
import java.util.function.Function;
import org.plenum.model.theme.ThemePackage;
import org.plenum.rpc.console.ChangeSetReply;
import org.plenum.rpc.console.ThemeTarget;
import org.plenum.rpc.console.ThemeUpload;

/** Collects the parts of one upload. gRPC calls it by one thread at a time. */
final class ThemeReceiver implements StreamObserver<ThemeUpload> {
  private final Function<Upload, ChangeSetReply> whenComplete;
  private final StreamObserver<ChangeSetReply> answer;
  private final Runnable whenOver;
  private final ByteArrayOutputStream archive = new ByteArrayOutputStream();
  private ThemeTarget target = ThemeTarget.getDefaultInstance();
  private boolean over;

  /**
   * All that was sent.
   *
   * @param theme identifier of the theme
   * @param expected revision that the console has seen
   */
  record Upload(long theme, OptionalLong expected, byte[] archive) {}

  /**
   * A receiver of nothing so far.
   *
   * @param whenOver called once, however the upload ends
   */
  ThemeReceiver(
      Function<Upload, ChangeSetReply> whenComplete,
      StreamObserver<ChangeSetReply> answer,
      Runnable whenOver) {
    this.whenComplete = whenComplete;
    this.answer = answer;
    this.whenOver = whenOver;
  }

  @Override
  public void onNext(ThemeUpload message) {
    if (over) {
      return;
    }
    switch (message.getPartCase()) {
      case TARGET -> target = message.getTarget();
      case CONTENT -> {
        archive.writeBytes(message.getContent().toByteArray());
        if (archive.size() > ThemePackage.MAX_ARCHIVE_BYTES) {
          refuse(
              Status.RESOURCE_EXHAUSTED.withDescription("The ZIP archive is larger than 32 MB."));
        }
      }
      case PART_NOT_SET ->
          refuse(Status.INVALID_ARGUMENT.withDescription("part: send the target or content"));
    }
  }

  /** The console is gone, or has cancelled. */
  @Override
  public void onError(Throwable failure) {
    end();
  }

  @Override
  public void onCompleted() {
    if (over) {
      return;
    }
    try {
      OptionalLong expected =
          target.getExpectedRevision() == 0
              ? OptionalLong.empty()
              : OptionalLong.of(target.getExpectedRevision());
      answer.onNext(
          whenComplete.apply(new Upload(target.getId(), expected, archive.toByteArray())));
      answer.onCompleted();
    } finally {
      end();
    }
  }

  /** Ends the upload; what still comes is dropped. */
  void refuse(Status status) {
    end();
    answer.onError(status.asRuntimeException());
  }

  private void end() {
    if (!over) {
      over = true;
      archive.reset();
      whenOver.run();
    }
  }
}
