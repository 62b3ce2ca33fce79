package org.plenum.console.fake;

import io.grpc.stub.StreamObserver;
import java.io.ByteArrayOutputStream;
import org.plenum.rpc.console.ChangeSetReply;
import org.plenum.rpc.console.ThemeUpload;

/** Collects the parts of an upload. */
final class FakeThemeUpload implements StreamObserver<ThemeUpload> {
  private final StreamObserver<ChangeSetReply> reply;
  private final Replacement replacement;
  private final ByteArrayOutputStream archive = new ByteArrayOutputStream();
  private long theme;

  /** Gives a theme other files. */
  interface Replacement {
    ChangeSetReply apply(long theme, byte[] archive);
  }

  FakeThemeUpload(StreamObserver<ChangeSetReply> reply, Replacement replacement) {
    this.reply = reply;
    this.replacement = replacement;
  }

  @Override
  public void onNext(ThemeUpload part) {
    if (part.hasTarget()) {
      theme = part.getTarget().getId();
    } else {
      archive.writeBytes(part.getContent().toByteArray());
    }
  }

  @Override
  public void onError(Throwable failure) {}

  @Override
  public void onCompleted() {
    reply.onNext(replacement.apply(theme, archive.toByteArray()));
    reply.onCompleted();
  }
}
