package org.plenum.console.fake;

import com.google.protobuf.ByteString;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.plenum.rpc.console.ConsoleCsvGrpc.ConsoleCsvImplBase;
import org.plenum.rpc.console.ExportNotes;
import org.plenum.rpc.console.ExportReply;
import org.plenum.rpc.console.ExportRequest;
import org.plenum.rpc.console.ImportError;
import org.plenum.rpc.console.ImportLoss;
import org.plenum.rpc.console.ImportProgress;
import org.plenum.rpc.console.ImportReply;
import org.plenum.rpc.console.ImportReport;
import org.plenum.rpc.console.ImportRequest;
import org.plenum.rpc.console.ImportStart;

/**
 * Takes files with one name of a service on each line; a name with a ! is wrong, and one with a ?
 * takes three aliases away.
 */
public final class FakeCsv extends ConsoleCsvImplBase {
  private final FakeConfiguration configuration;
  private volatile CountDownLatch hold = new CountDownLatch(0);
  private volatile ExportNotes notes = ExportNotes.getDefaultInstance();
  private final CountDownLatch cancelled = new CountDownLatch(1);

  FakeCsv(FakeConfiguration configuration) {
    this.configuration = configuration;
  }

  /** Lets the next import come to its progress and no further. */
  public void hold() {
    hold = new CountDownLatch(1);
  }

  /** Whether the console has given an import up. */
  public boolean wasCancelled() {
    return cancelled.getCount() == 0;
  }

  @Override
  public StreamObserver<ImportRequest> import_(StreamObserver<ImportReply> answer) {
    ((ServerCallStreamObserver<ImportReply>) answer).setOnCancelHandler(cancelled::countDown);
    return new StreamObserver<>() {
      private ImportStart start = ImportStart.getDefaultInstance();
      private ByteString file = ByteString.EMPTY;

      @Override
      public void onNext(ImportRequest request) {
        if (request.hasStart()) {
          start = request.getStart();
        } else {
          file = file.concat(request.getContent());
        }
      }

      @Override
      public void onError(Throwable failure) {
        // The handler above has noted it.
      }

      @Override
      public void onCompleted() {
        List<String> names = file.toStringUtf8().lines().toList();
        answer.onNext(
            ImportReply.newBuilder()
                .setProgress(
                    ImportProgress.newBuilder()
                        .setStage(ImportProgress.Stage.CHECKING)
                        .setDone(1)
                        .setTotal(names.size()))
                .build());
        if (hold.getCount() == 0) {
          answer.onNext(ImportReply.newBuilder().setReport(report(start, names)).build());
          answer.onCompleted();
        }
      }
    };
  }

  private ImportReport report(ImportStart start, List<String> names) {
    ImportReport.Builder report = ImportReport.newBuilder().setRecords(names.size());
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).contains("!")) {
        report.addErrors(
            ImportError.newBuilder()
                .setLine(i + 1)
                .setColumn("name")
                .setMessage("'%s' is no name.".formatted(names.get(i))));
      }
    }
    List<String> right = names.stream().filter(name -> !name.contains("!")).toList();
    report
        .setErrorCount(report.getErrorsCount())
        .setWrong(report.getErrorsCount())
        .setCreated(right.size());
    if (right.stream().anyMatch(name -> name.contains("?"))) {
      report.addLosses(ImportLoss.newBuilder().setLabel("Aliases").setCount(3));
    }
    boolean writes =
        start.getMode() == ImportStart.Mode.VALID_RECORDS
            || (start.getMode() == ImportStart.Mode.ALL_OR_NOTHING && report.getErrorCount() == 0);
    if (writes) {
      right.forEach(name -> configuration.add("conference", Map.of("name", name)));
      report.setVersion(2);
    }
    return report.build();
  }

  /** What the next exports say of their file. */
  public void note(ExportNotes of) {
    notes = of;
  }

  @Override
  public void export(ExportRequest request, StreamObserver<ExportReply> answer) {
    List.of("name\n", "Meet\n")
        .forEach(
            part ->
                answer.onNext(
                    ExportReply.newBuilder()
                        .setContent(ByteString.copyFromUtf8(part))
                        .setNotes(notes)
                        .build()));
    answer.onCompleted();
  }
}
