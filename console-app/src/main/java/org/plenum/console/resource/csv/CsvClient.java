package org.plenum.console.resource.csv;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.function.Consumer;
import org.plenum.console.connection.Session;
import org.plenum.model.csv.CsvFamily;
import org.plenum.rpc.console.ExportNotes;
import org.plenum.rpc.console.ExportReply;
import org.plenum.rpc.console.ExportRequest;
import org.plenum.rpc.console.ImportProgress;
import org.plenum.rpc.console.ImportReply;
import org.plenum.rpc.console.ImportReport;
import org.plenum.rpc.console.ImportRequest;
import org.plenum.rpc.console.ImportStart;

/**
 * Sends files to the management service and fetches them. All methods block until it is done; an
 * interrupt gives it up. Safe for several threads.
 */
final class CsvClient {
  private static final int PART_BYTES = 256 * 1024;

  private final Session session;

  CsvClient(Session session) {
    this.session = session;
  }

  /**
   * Has a file checked or imported.
   *
   * @param progress hears how far the service is, on this thread
   * @throws StatusException if the service refuses or does not answer
   * @throws InterruptedException if it was given up; nothing is changed unless it was done already
   */
  ImportReport importFile(
      CsvFamily family, ImportStart.Mode mode, Path file, Consumer<ImportProgress> progress)
      throws IOException, StatusException, InterruptedException {
    BlockingClientCall<ImportRequest, ImportReply> call = session.csvStreams().import_();
    try {
      send(call, family, mode, file);
      ImportReply reply;
      do {
        reply = call.read();
        if (reply == null) {
          throw Status.UNAVAILABLE.asException();
        }
        if (reply.hasProgress()) {
          progress.accept(reply.getProgress());
        }
      } while (!reply.hasReport());
      return reply.getReport();
    } finally {
      // Without effect on a call that has ended.
      call.cancel("no longer wanted", null);
    }
  }

  private static void send(
      BlockingClientCall<ImportRequest, ImportReply> call,
      CsvFamily family,
      ImportStart.Mode mode,
      Path file)
      throws IOException, StatusException, InterruptedException {
    boolean wanted =
        call.write(
            ImportRequest.newBuilder()
                .setStart(ImportStart.newBuilder().setFamily(family.wire()).setMode(mode))
                .build());
    try (InputStream in = Files.newInputStream(file)) {
      byte[] part = in.readNBytes(PART_BYTES);
      while (wanted && part.length > 0) {
        wanted =
            call.write(ImportRequest.newBuilder().setContent(ByteString.copyFrom(part)).build());
        part = in.readNBytes(PART_BYTES);
      }
    }
    call.halfClose();
  }

  /**
   * Saves all objects of a kind to a file, which is complete or not there.
   *
   * @return what the file does not say by itself
   * @throws io.grpc.StatusRuntimeException if the service does not answer
   */
  ExportNotes export(CsvFamily family, Path file) throws IOException {
    ExportNotes notes = ExportNotes.getDefaultInstance();
    Path aside = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(aside)) {
        Iterator<ExportReply> parts =
            session.csv().export(ExportRequest.newBuilder().setFamily(family.wire()).build());
        while (parts.hasNext()) {
          ExportReply part = parts.next();
          part.getContent().writeTo(out);
          notes = part.getNotes();
        }
      }
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
      return notes;
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
