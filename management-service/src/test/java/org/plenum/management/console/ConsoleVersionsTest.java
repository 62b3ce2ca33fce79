package org.plenum.management.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ClientInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.console.ConsoleFixture.Console;
import org.plenum.rpc.console.CompareVersionsRequest;
import org.plenum.rpc.console.ConsoleVersionsGrpc;
import org.plenum.rpc.console.ConsoleVersionsGrpc.ConsoleVersionsBlockingStub;
import org.plenum.rpc.console.Filter;
import org.plenum.rpc.console.GetVersionRequest;
import org.plenum.rpc.console.ListVersionsReply;
import org.plenum.rpc.console.ListVersionsRequest;
import org.plenum.rpc.console.PreviewRollbackReply;
import org.plenum.rpc.console.PreviewRollbackRequest;
import org.plenum.rpc.console.RollbackReply;
import org.plenum.rpc.console.RollbackRequest;
import org.plenum.rpc.console.VersionChange;

class ConsoleVersionsTest {
  @TempDir Path folder;
  private ConsoleFixture fixture;
  private Console console;

  @BeforeEach
  void start() {
    fixture = new ConsoleFixture(folder);
    console = fixture.console();
  }

  @AfterEach
  void stop() throws InterruptedException {
    fixture.close();
  }

  private ConsoleVersionsBlockingStub as(String user) {
    ClientInterceptor bearer =
        ConsoleFixture.bearer(console.login(user, ConsoleFixture.PASSWORD).getToken());
    return ConsoleVersionsGrpc.newBlockingStub(console.channel())
        .withDeadlineAfter(ConsoleFixture.DEADLINE)
        .withInterceptors(bearer);
  }

  private static Status.Code codeOf(Throwable failure) {
    return ((StatusRuntimeException) failure).getStatus().getCode();
  }

  @Test
  void listsShowsComparesAndRollsBack() {
    long before = fixture.store.version();
    fixture.store.create("conference", Map.of("name", "Meet"));
    ConsoleVersionsBlockingStub alice = as("alice");

    ListVersionsReply list =
        alice.listVersions(
            ListVersionsRequest.newBuilder()
                .addFilters(Filter.newBuilder().setField("resource").setValue("conference"))
                .build());
    assertThat(list.getTotalCount()).isEqualTo(1);
    assertThat(list.getCurrent()).isEqualTo(before + 1);
    assertThat(list.getVersions(0).getTouched(0).getFirstTitle()).isEqualTo("Meet");
    assertThat(
            alice
                .getVersion(GetVersionRequest.newBuilder().setVersion(before + 1).build())
                .getChangesList())
        .extracting(VersionChange::getKind)
        .containsExactly("create");
    assertThat(
            alice
                .compare(
                    CompareVersionsRequest.newBuilder().setFrom(before + 1).setTo(before).build())
                .getChangesList())
        .extracting(VersionChange::getKind)
        .containsExactly("delete");

    PreviewRollbackReply preview =
        alice.previewRollback(PreviewRollbackRequest.newBuilder().setVersion(before).build());
    assertThat(preview.getChangesCount()).isEqualTo(1);
    RollbackReply done =
        alice.rollback(
            RollbackRequest.newBuilder()
                .setVersion(before)
                .setExpectedCurrent(preview.getCurrent())
                .build());
    assertThat(done.getVersion()).isEqualTo(before + 2);
  }

  @Test
  void refusesAStalePreviewAndUnknownVersions() {
    fixture.store.create("conference", Map.of("name", "Meet"));
    ConsoleVersionsBlockingStub alice = as("alice");

    assertThatThrownBy(
            () ->
                alice.rollback(
                    RollbackRequest.newBuilder().setVersion(1).setExpectedCurrent(1).build()))
        .satisfies(e -> assertThat(codeOf(e)).isEqualTo(Status.Code.FAILED_PRECONDITION));
    assertThatThrownBy(
            () -> alice.previewRollback(PreviewRollbackRequest.newBuilder().setVersion(99).build()))
        .satisfies(e -> assertThat(codeOf(e)).isEqualTo(Status.Code.NOT_FOUND));
  }

  @Test
  void readersMayPreviewButNotRollBack() {
    fixture.store.create("conference", Map.of("name", "Meet"));
    ConsoleVersionsBlockingStub bob = as("bob");

    assertThat(
            bob.previewRollback(
                    PreviewRollbackRequest.newBuilder()
                        .setVersion(fixture.store.version() - 1)
                        .build())
                .getChangesCount())
        .isEqualTo(1);
    assertThatThrownBy(() -> bob.rollback(RollbackRequest.newBuilder().setVersion(1).build()))
        .satisfies(e -> assertThat(codeOf(e)).isEqualTo(Status.Code.PERMISSION_DENIED));
  }
}
