package org.plenum.management.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.console.ConsoleFixture.Console;
import org.plenum.management.testing.ThemeArchives;
import org.plenum.model.config.Values;
import org.plenum.model.theme.ThemePackage;
import org.plenum.rpc.console.ChangeSetReply;
import org.plenum.rpc.console.DownloadThemeRequest;
import org.plenum.rpc.console.ThemeTarget;
import org.plenum.rpc.console.ThemeUpload;

class ThemeTransferTest {
  @TempDir Path folder;
  private ConsoleFixture fixture;
  private Console console;

  @BeforeEach
  void start() {
    fixture = new ConsoleFixture(folder);
    console = fixture.console();
    fixture.store.apply(
        org.plenum.management.change.Operation.create(
            "ivr_theme", Values.of(Map.of("name", "Night"))));
  }

  @AfterEach
  void stop() throws InterruptedException {
    fixture.close();
  }

  /** An upload whose answer is waited for. */
  private static final class Answer implements StreamObserver<ChangeSetReply> {
    private final CompletableFuture<ChangeSetReply> reply = new CompletableFuture<>();

    @Override
    public void onNext(ChangeSetReply value) {
      reply.complete(value);
    }

    @Override
    public void onError(Throwable failure) {
      reply.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {}

    ChangeSetReply await() throws Exception {
      return reply.get(20, TimeUnit.SECONDS);
    }

    Status.Code failure() {
      try {
        reply.get(20, TimeUnit.SECONDS);
        throw new AssertionError("the upload was accepted");
      } catch (ExecutionException e) {
        return Status.fromThrowable(e).getCode();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private StreamObserver<ThemeUpload> begin(Answer answer, String user, long id, long revision) {
    StreamObserver<ThemeUpload> parts = console.streamingAs(user).uploadTheme(answer);
    parts.onNext(
        ThemeUpload.newBuilder()
            .setTarget(ThemeTarget.newBuilder().setId(id).setExpectedRevision(revision))
            .build());
    return parts;
  }

  private Answer upload(String user, long id, long revision, byte[] archive) {
    Answer answer = new Answer();
    StreamObserver<ThemeUpload> parts = begin(answer, user, id, revision);
    int half = archive.length / 2;
    parts.onNext(part(archive, 0, half));
    parts.onNext(part(archive, half, archive.length - half));
    parts.onCompleted();
    return answer;
  }

  private static ThemeUpload part(byte[] archive, int from, int length) {
    return ThemeUpload.newBuilder().setContent(ByteString.copyFrom(archive, from, length)).build();
  }

  @Test
  @Tag("SVX-323")
  @Tag("SVX-328")
  void aThemeIsReplacedAndFetched() throws Exception {
    ChangeSetReply reply = upload("alice", 1, 0, ThemeArchives.streamingText("On air")).await();

    assertThat(reply.getErrorsList()).isEmpty();
    assertThat(reply.getObjects(0).getJson()).contains("themeconfig.json");
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    console
        .as("bob")
        .downloadTheme(DownloadThemeRequest.newBuilder().setId(1).build())
        .forEachRemaining(part -> archive.writeBytes(part.getContent().toByteArray()));
    assertThat(ThemePackage.read(archive.toByteArray()).names())
        .containsExactly("themeconfig.json");
  }

  @Test
  void whatIsNoThemeIsRefusedWithTheReason() throws Exception {
    ChangeSetReply reply = upload("alice", 1, 0, ThemeArchives.of("a.txt", "x")).await();
    assertThat(reply.getErrors(0).getFields(0).getField()).isEqualTo("files");
    assertThat(reply.getErrors(0).getFields(0).getMessages(0)).contains("a.txt");
    assertThat(upload("alice", 1, 1, ThemeArchives.streamingText("x")).await().getErrorsList())
        .as("the theme is newer than version 1")
        .isNotEmpty();
  }

  @Test
  void roleAndThemeAreChecked() {
    byte[] archive = ThemeArchives.streamingText("x");
    assertThat(upload("bob", 1, 0, archive).failure()).isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(upload("alice", 9, 0, archive).failure()).isEqualTo(Status.Code.NOT_FOUND);
    assertThatThrownBy(
            () ->
                console
                    .as("alice")
                    .downloadTheme(DownloadThemeRequest.newBuilder().setId(1).build())
                    .next())
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
  }

  @Test
  void uploadsAreBoundedInSizeAndNumber() throws Exception {
    byte[] part = new byte[2 * 1024 * 1024];
    Answer tooLarge = new Answer();
    StreamObserver<ThemeUpload> parts = begin(tooLarge, "alice", 1, 0);
    for (int i = 0; i <= ThemePackage.MAX_ARCHIVE_BYTES / part.length; i++) {
      parts.onNext(part(part, 0, part.length));
    }
    assertThat(tooLarge.failure()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);

    List<StreamObserver<ThemeUpload>> unfinished = new ArrayList<>();
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      answers.add(new Answer());
      unfinished.add(begin(answers.get(i), "alice", 1, 0));
    }
    assertThat(
            CompletableFuture.anyOf(
                answers.stream().map(a -> a.reply).toArray(CompletableFuture[]::new)))
        .failsWithin(20, TimeUnit.SECONDS)
        .withThrowableThat()
        .withMessageContaining("RESOURCE_EXHAUSTED");
    unfinished.forEach(StreamObserver::onCompleted);
  }
}
