package org.plenum.management.console;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.plenum.management.theme.Themes;
import org.plenum.model.theme.ThemeException;
import org.plenum.model.theme.ThemePackage;
import org.plenum.rpc.console.ChangeSetReply;
import org.plenum.rpc.console.DownloadThemeRequest;
import org.plenum.rpc.console.FieldError;
import org.plenum.rpc.console.FilePart;
import org.plenum.rpc.console.OperationErrors;
import org.plenum.rpc.console.ThemeUpload;

/** Brings the archives of themes from consoles and to them. */
final class ThemeTransfers {
  private static final int PART_BYTES = 256 * 1024;

  /** Archives are held in memory while they arrive. */
  private static final int MAX_UPLOADS = 2;

  private final Themes themes;
  private final ChangeRequests changes;
  private final Semaphore permits = new Semaphore(MAX_UPLOADS);

  ThemeTransfers(Themes themes, ChangeRequests changes) {
    this.themes = themes;
    this.changes = changes;
  }

  /** Takes an archive, unless too many are on their way already. */
  StreamObserver<ThemeUpload> upload(String author, StreamObserver<ChangeSetReply> answer) {
    boolean admitted = permits.tryAcquire();
    ThemeReceiver receiver =
        new ThemeReceiver(
            upload -> apply(author, upload),
            answer,
            () -> {
              if (admitted) {
                permits.release();
              }
            });
    if (!admitted) {
      receiver.refuse(
          Status.RESOURCE_EXHAUSTED.withDescription(
              "Others are uploading themes; try again in a moment."));
    }
    return receiver;
  }

  private ChangeSetReply apply(String author, ThemeReceiver.Upload upload) {
    if (!themes.exists(upload.theme())) {
      throw absent(upload.theme());
    }
    try {
      ThemePackage files = ThemePackage.read(upload.archive());
      return changes.apply(
          author, List.of(themes.replaceFiles(upload.theme(), upload.expected(), files)));
    } catch (ThemeException e) {
      return ChangeSetReply.newBuilder()
          .addErrors(
              OperationErrors.newBuilder()
                  .addFields(
                      FieldError.newBuilder().setField(Themes.FILES).addMessages(e.getMessage())))
          .build();
    }
  }

  /** Sends the archive of a theme, or of what ships with the product. */
  void download(DownloadThemeRequest request, StreamObserver<FilePart> parts) {
    long id = request.getId();
    Themes.Download file =
        switch (request.getShipped()) {
          case BASE_THEME -> Themes.baseTheme();
          case GRAPHICS -> Themes.graphics();
          case NOT_SHIPPED, UNRECOGNIZED -> themes.download(id).orElseThrow(() -> absent(id));
        };
    byte[] content = file.content();
    for (int from = 0; from < content.length; from += PART_BYTES) {
      int length = Math.min(PART_BYTES, content.length - from);
      parts.onNext(
          FilePart.newBuilder().setContent(ByteString.copyFrom(content, from, length)).build());
    }
    parts.onCompleted();
  }

  private static RuntimeException absent(long id) {
    return Status.NOT_FOUND
        .withDescription("There is no theme with identifier %d, or it has no files.".formatted(id))
        .asRuntimeException();
  }
}
