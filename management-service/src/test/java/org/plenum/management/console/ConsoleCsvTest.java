package org.plenum.management.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.console.ConsoleFixture.Console;
import org.plenum.rpc.console.ConsoleCsvGrpc;
import org.plenum.rpc.console.ConsoleCsvGrpc.ConsoleCsvBlockingV2Stub;
import org.plenum.rpc.console.ExportReply;
import org.plenum.rpc.console.ExportRequest;
import org.plenum.rpc.console.ImportReply;
import org.plenum.rpc.console.ImportReport;
import org.plenum.rpc.console.ImportRequest;
import org.plenum.rpc.console.ImportStart;
import org.plenum.rpc.console.ImportStart.Mode;

/** CSV files over the console's connection. */
class ConsoleCsvTest {
  private static final String ROOMS = "virtual_meeting_rooms";

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

  private ConsoleCsvBlockingV2Stub as(String username) {
    String token = console.login(username, ConsoleFixture.PASSWORD).getToken();
    return ConsoleCsvGrpc.newBlockingV2Stub(console.channel())
        .withDeadlineAfter(ConsoleFixture.DEADLINE)
        .withInterceptors(ConsoleFixture.bearer(token));
  }

  private static BlockingClientCall<ImportRequest, ImportReply> begin(
      ConsoleCsvBlockingV2Stub stub, String family, Mode mode)
      throws StatusException, InterruptedException {
    BlockingClientCall<ImportRequest, ImportReply> call = stub.import_();
    call.write(
        ImportRequest.newBuilder()
            .setStart(ImportStart.newBuilder().setFamily(family).setMode(mode))
            .build());
    return call;
  }

  private static void send(BlockingClientCall<ImportRequest, ImportReply> call, String part)
      throws StatusException, InterruptedException {
    call.write(ImportRequest.newBuilder().setContent(ByteString.copyFromUtf8(part)).build());
  }

  private static ImportReport report(BlockingClientCall<ImportRequest, ImportReply> call)
      throws StatusException, InterruptedException {
    call.halfClose();
    ImportReply reply = call.read();
    while (reply != null && !reply.hasReport()) {
      reply = call.read();
    }
    assertThat(reply).as("a report comes last").isNotNull();
    return reply.getReport();
  }

  private static ImportReport run(ConsoleCsvBlockingV2Stub stub, Mode mode, String... parts)
      throws StatusException, InterruptedException {
    BlockingClientCall<ImportRequest, ImportReply> call = begin(stub, ROOMS, mode);
    for (String part : parts) {
      send(call, part);
    }
    return report(call);
  }

  private static String export(ConsoleCsvBlockingV2Stub stub)
      throws StatusException, InterruptedException {
    BlockingClientCall<?, ExportReply> call =
        stub.export(ExportRequest.newBuilder().setFamily(ROOMS).build());
    List<ByteString> parts = new ArrayList<>();
    for (ExportReply reply = call.read(); reply != null; reply = call.read()) {
      parts.add(reply.getContent());
    }
    return ByteString.copyFrom(parts).toStringUtf8();
  }

  @Test
  void exportSaysWithItsLastPartWhatTheFileDoesNot() throws Exception {
    ConsoleCsvBlockingV2Stub alice = as("alice");
    run(alice, Mode.ALL_OR_NOTHING, "Meet,=1+1");
    ImportReport losses = run(alice, Mode.PREVIEW, "Meet");
    assertThat(losses.getLosses(0).getLabel()).isEqualTo("Description");
    assertThat(losses.getLosses(0).getCount()).isEqualTo(1);

    BlockingClientCall<?, ExportReply> call =
        alice.export(ExportRequest.newBuilder().setFamily(ROOMS).build());

    assertThat(call.read().getNotes().getFormulas()).isEqualTo(1);
    assertThat(call.read()).isNull();
  }

  @Test
  void fileInPartsIsCheckedImportedAndExported() throws Exception {
    ConsoleCsvBlockingV2Stub alice = as("alice");

    ImportReport preview = run(alice, Mode.PREVIEW, "Mee", "t,,12\nTeam");
    assertThat(preview.getErrors(0).getLine()).isEqualTo(1);
    assertThat(preview.getErrors(0).getColumn()).isEqualTo("pin");
    assertThat(preview.getVersion()).isZero();

    ImportReport done = run(alice, Mode.ALL_OR_NOTHING, "Meet,,1234,,,me", "et\nTeam");
    assertThat(done.getCreated()).isEqualTo(2);
    assertThat(done.getVersion()).isEqualTo(fixture.store.version());
    assertThat(export(alice)).contains("Meet,,1234,False,,meet").contains("Team,");
  }

  @Test
  void largeFileIsExportedInParts() throws Exception {
    ConsoleCsvBlockingV2Stub alice = as("alice");
    String file =
        IntStream.range(0, 4000)
            .mapToObj(i -> "Room %d,%s".formatted(i, "x".repeat(200)))
            .collect(Collectors.joining("\n"));

    run(alice, Mode.ALL_OR_NOTHING, file);

    assertThat(export(alice).lines()).hasSize(4001);
  }

  @Test
  void importNeedsTheRightToWrite() throws Exception {
    assertThatThrownBy(() -> run(as("bob"), Mode.PREVIEW, "a"))
        .isInstanceOfSatisfying(
            StatusException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED));
    assertThat(export(as("bob"))).startsWith("name,");
  }

  @Test
  void oneImportRunsAtATimeAndOneThatIsCancelledMakesRoom() throws Exception {
    ConsoleCsvBlockingV2Stub alice = as("alice");
    BlockingClientCall<ImportRequest, ImportReply> first = begin(alice, ROOMS, Mode.PREVIEW);
    send(first, "a");
    first.read();

    assertThatThrownBy(() -> run(alice, Mode.PREVIEW, "b"))
        .isInstanceOfSatisfying(
            StatusException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED));

    first.cancel("given up", null);
    Awaitility.await()
        .ignoreExceptions()
        .until(() -> run(alice, Mode.PREVIEW, "b").getCreated() == 1);
    assertThat(fixture.store.findUnique("conference", "name", "a")).isEmpty();
  }

  @Test
  void unknownKindOfFileIsRefused() {
    assertThatThrownBy(() -> report(begin(as("alice"), "spoons", Mode.PREVIEW)))
        .isInstanceOfSatisfying(
            StatusException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
  }
}
