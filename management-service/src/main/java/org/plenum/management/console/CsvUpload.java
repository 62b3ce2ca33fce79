package org.plenum.management.console;

import com.google.protobuf.ByteString;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.plenum.management.csv.CsvError;
import org.plenum.management.csv.CsvImports;
import org.plenum.management.csv.CsvImports.Mode;
import org.plenum.management.csv.CsvProgress;
import org.plenum.management.csv.CsvReport;
import org.plenum.model.csv.CsvFamily;
import org.plenum.rpc.console.ImportError;
import org.plenum.rpc.console.ImportLoss;
import org.plenum.rpc.console.ImportProgress;
import org.plenum.rpc.console.ImportReply;
import org.plenum.rpc.console.ImportReport;
import org.plenum.rpc.console.ImportRequest;
import org.plenum.rpc.console.ImportStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers the file of one import, runs it when the file is complete, and tells its progress. gRPC
 * calls it from one thread at a time.
 */
final class CsvUpload implements StreamObserver<ImportRequest> {
  private static final Logger log = LoggerFactory.getLogger(CsvUpload.class);
  private static final long PROGRESS_INTERVAL = Duration.ofMillis(100).toNanos();

  private final CsvImports imports;
  private final Semaphore turn;
  private final String author;
  private final ServerCallStreamObserver<ImportReply> answer;
  private final Context call = Context.current();
  private ByteString content = ByteString.EMPTY;
  private @Nullable ImportStart start;
  private boolean hasTurn;
  private boolean ended;
  private long lastProgress;

  CsvUpload(
      CsvImports imports,
      Semaphore turn,
      String author,
      ServerCallStreamObserver<ImportReply> answer) {
    this.imports = imports;
    this.turn = turn;
    this.author = author;
    this.answer = answer;
    answer.setOnCancelHandler(this::giveTurnBack);
  }

  @Override
  public void onNext(ImportRequest request) {
    if (ended) {
      return;
    }
    switch (request.getPartCase()) {
      case START -> begin(request.getStart());
      case CONTENT -> take(request.getContent());
      case PART_NOT_SET -> refuse(Status.INVALID_ARGUMENT.withDescription("An empty part."));
    }
  }

  private void begin(ImportStart wanted) {
    if (start != null || wanted.getMode() == ImportStart.Mode.UNRECOGNIZED) {
      refuse(Status.INVALID_ARGUMENT.withDescription("Start with one start."));
    } else if (CsvFamily.named(wanted.getFamily()).filter(imports::supports).isEmpty()) {
      refuse(ConsoleCsvService.unknown(wanted.getFamily()));
    } else if (!turn.tryAcquire()) {
      refuse(
          Status.RESOURCE_EXHAUSTED.withDescription(
              "Another import is running; try again when it is done."));
    } else {
      hasTurn = true;
      start = wanted;
      answer.onNext(progress(CsvProgress.Stage.READING, 0, 0));
    }
  }

  private void take(ByteString part) {
    if (start == null) {
      refuse(Status.INVALID_ARGUMENT.withDescription("Start with a start."));
    } else if (content.size() + part.size() > CsvImports.MAX_FILE_BYTES) {
      refuse(
          Status.RESOURCE_EXHAUSTED.withDescription(
              "A file can have %d MiB; divide this one."
                  .formatted(CsvImports.MAX_FILE_BYTES / (1024 * 1024))));
    } else {
      content = content.concat(part);
    }
  }

  @Override
  public void onCompleted() {
    if (ended) {
      return;
    }
    if (start == null) {
      refuse(Status.INVALID_ARGUMENT.withDescription("Start with a start."));
      return;
    }
    try {
      CsvReport report = run(start);
      // Whoever hears that this one is done may begin the next.
      giveTurnBack();
      answer.onNext(ImportReply.newBuilder().setReport(write(report)).build());
      answer.onCompleted();
    } catch (CancellationException e) {
      log.info("{} gave the import of {} up", author, start.getFamily());
    } finally {
      giveTurnBack();
    }
  }

  private CsvReport run(ImportStart wanted) {
    CsvReport report =
        imports.run(
            author,
            CsvFamily.named(wanted.getFamily()).orElseThrow(),
            mode(wanted),
            content.toByteArray(),
            this::tell);
    log.info(
        "{} imported {} ({}): {} records, {} created, {} updated, {} errors, version {}",
        author,
        wanted.getFamily(),
        wanted.getMode(),
        report.records(),
        report.created(),
        report.updated(),
        report.errorCount(),
        report.version());
    return report;
  }

  private static Mode mode(ImportStart wanted) {
    return switch (wanted.getMode()) {
      case PREVIEW, UNRECOGNIZED -> Mode.PREVIEW;
      case ALL_OR_NOTHING -> Mode.ALL_OR_NOTHING;
      case VALID_RECORDS -> Mode.VALID_RECORDS;
    };
  }

  /** This thread is busy with the import; the context hears of the end of the call all the same. */
  private void tell(CsvProgress.Stage stage, int done, int total) {
    if (call.isCancelled()) {
      throw new CancellationException("the console gave the import up");
    }
    long now = System.nanoTime();
    if (now - lastProgress < PROGRESS_INTERVAL || !answer.isReady()) {
      return;
    }
    lastProgress = now;
    answer.onNext(progress(stage, done, total));
  }

  private static ImportReply progress(CsvProgress.Stage stage, int done, int total) {
    return ImportReply.newBuilder()
        .setProgress(
            ImportProgress.newBuilder()
                .setStage(ImportProgress.Stage.valueOf(stage.name()))
                .setDone(done)
                .setTotal(total))
        .build();
  }

  private static ImportReport write(CsvReport report) {
    ImportReport.Builder written =
        ImportReport.newBuilder()
            .setRecords(report.records())
            .setCreated(report.created())
            .setUpdated(report.updated())
            .setUnchanged(report.unchanged())
            .setWrong(report.wrong())
            .setErrorCount(report.errorCount())
            .setVersion(report.version());
    report.errors().forEach(error -> written.addErrors(write(error)));
    report
        .losses()
        .forEach(
            (label, count) ->
                written.addLosses(ImportLoss.newBuilder().setLabel(label).setCount(count)));
    return written.build();
  }

  private static ImportError write(CsvError error) {
    return ImportError.newBuilder()
        .setLine(error.line())
        .setColumn(error.column())
        .setMessage(error.message())
        .build();
  }

  private void refuse(Status status) {
    ended = true;
    giveTurnBack();
    answer.onError(status.asRuntimeException());
  }

  private void giveTurnBack() {
    ended = true;
    content = ByteString.EMPTY;
    if (hasTurn) {
      hasTurn = false;
      turn.release();
    }
  }

  @Override
  public void onError(Throwable failure) {
    giveTurnBack();
  }
}
