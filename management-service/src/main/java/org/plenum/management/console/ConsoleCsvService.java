package org.plenum.management.console;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.Semaphore;
import org.plenum.management.csv.CsvExport;
import org.plenum.management.csv.CsvExports;
import org.plenum.management.csv.CsvImports;
import org.plenum.model.csv.CsvFamily;
import org.plenum.rpc.console.ConsoleCsvGrpc;
import org.plenum.rpc.console.ExportNotes;
import org.plenum.rpc.console.ExportReply;
import org.plenum.rpc.console.ExportRequest;
import org.plenum.rpc.console.ImportReply;
import org.plenum.rpc.console.ImportRequest;

/** CSV files from and for consoles. One import runs at a time: it needs much of the machine. */
final class ConsoleCsvService extends ConsoleCsvGrpc.ConsoleCsvImplBase {
  private static final int PART_BYTES = 256 * 1024;

  private final CsvImports imports;
  private final CsvExports exports;
  private final Semaphore turn = new Semaphore(1);

  ConsoleCsvService(CsvImports imports, CsvExports exports) {
    this.imports = imports;
    this.exports = exports;
  }

  // The generated name of the method.
  @Override
  public StreamObserver<ImportRequest> import_(StreamObserver<ImportReply> answer) {
    return new CsvUpload(
        imports, turn, Caller.current().username(), (ServerCallStreamObserver<ImportReply>) answer);
  }

  @Override
  public void export(ExportRequest request, StreamObserver<ExportReply> answer) {
    CsvFamily family = family(request.getFamily());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    CsvExport written = exports.write(family, file);
    send(
        ByteString.copyFrom(file.toByteArray()),
        ExportNotes.newBuilder()
            .setLeftOut(written.leftOut())
            .setFormulas(written.formulas())
            .build(),
        (ServerCallStreamObserver<ExportReply>) answer);
  }

  private CsvFamily family(String name) {
    return CsvFamily.named(name)
        .filter(exports::supports)
        .orElseThrow(() -> unknown(name).asRuntimeException());
  }

  static Status unknown(String family) {
    return Status.NOT_FOUND.withDescription("There are no CSV files '%s'.".formatted(family));
  }

  /** As fast as the console takes it. */
  private static void send(
      ByteString file, ExportNotes notes, ServerCallStreamObserver<ExportReply> answer) {
    answer.setOnReadyHandler(
        new Runnable() {
          private int sent;
          private boolean completed;

          @Override
          public void run() {
            while (answer.isReady() && sent < file.size()) {
              int end = Math.min(file.size(), sent + PART_BYTES);
              ExportReply.Builder part =
                  ExportReply.newBuilder().setContent(file.substring(sent, end));
              if (end == file.size()) {
                part.setNotes(notes);
              }
              answer.onNext(part.build());
              sent = end;
            }
            if (sent == file.size() && !completed) {
              completed = true;
              answer.onCompleted();
            }
          }
        });
  }
}
