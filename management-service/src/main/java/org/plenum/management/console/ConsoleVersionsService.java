package org.plenum.management.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.plenum.management.query.ListQuery;
import org.plenum.management.query.Page;
import org.plenum.management.query.QueryParser;
import org.plenum.management.store.AuditTrail;
import org.plenum.management.store.VersionEntry;
import org.plenum.management.version.ObjectDifference;
import org.plenum.management.version.RollbackPreview;
import org.plenum.management.version.RollbackResult.Done;
import org.plenum.management.version.RollbackResult.Refused;
import org.plenum.management.version.StaleVersionException;
import org.plenum.management.version.UnknownVersionException;
import org.plenum.management.version.Versions;
import org.plenum.rpc.console.CompareVersionsRequest;
import org.plenum.rpc.console.ConsoleVersionsGrpc.ConsoleVersionsImplBase;
import org.plenum.rpc.console.GetVersionRequest;
import org.plenum.rpc.console.ListVersionsReply;
import org.plenum.rpc.console.ListVersionsRequest;
import org.plenum.rpc.console.PreviewRollbackReply;
import org.plenum.rpc.console.PreviewRollbackRequest;
import org.plenum.rpc.console.RollbackReply;
import org.plenum.rpc.console.RollbackRequest;
import org.plenum.rpc.console.Touched;
import org.plenum.rpc.console.Version;
import org.plenum.rpc.console.VersionChange;
import org.plenum.rpc.console.VersionChangesReply;

/** The versions of the configuration, as consoles see them and go back to them. */
final class ConsoleVersionsService extends ConsoleVersionsImplBase {
  /** Well below what a console takes; the rest of the page is asked for with an offset. */
  private static final int MAX_PAGE_BYTES = 4 * 1024 * 1024;

  private static final ListQuery LAST = new ListQuery(List.of(), "", List.of(), 0, 1);

  private final Versions versions;

  ConsoleVersionsService(Versions versions) {
    this.versions = versions;
  }

  @Override
  public void listVersions(ListVersionsRequest request, StreamObserver<ListVersionsReply> answer) {
    ListQuery query =
        ListRequests.query(
            new QueryParser(AuditTrail.VERSION_ATTRIBUTES),
            request.getFiltersList(),
            request.getSearch(),
            request.getOrderByList(),
            request.getOffset(),
            request.getLimit());
    Page<VersionEntry> page = versions.list(query);
    ListVersionsReply.Builder reply =
        ListVersionsReply.newBuilder().setTotalCount(page.total()).setCurrent(current());
    page.objects().forEach(version -> reply.addVersions(message(version)));
    answer.onNext(reply.build());
    answer.onCompleted();
  }

  private long current() {
    return versions.list(LAST).objects().stream().mapToLong(VersionEntry::version).sum();
  }

  @Override
  public void getVersion(GetVersionRequest request, StreamObserver<VersionChangesReply> answer) {
    requirePage(request.getOffset(), request.getLimit());
    answer.onNext(
        known(
            () ->
                reply(
                    versions.changes(
                        request.getVersion(),
                        request.getOffset(),
                        QueryParser.limit(request.getLimit())))));
    answer.onCompleted();
  }

  @Override
  public void compare(CompareVersionsRequest request, StreamObserver<VersionChangesReply> answer) {
    requirePage(request.getOffset(), request.getLimit());
    answer.onNext(
        known(
            () ->
                reply(
                    versions.compare(
                        request.getFrom(),
                        request.getTo(),
                        request.getOffset(),
                        QueryParser.limit(request.getLimit())))));
    answer.onCompleted();
  }

  @Override
  public void previewRollback(
      PreviewRollbackRequest request, StreamObserver<PreviewRollbackReply> answer) {
    RollbackPreview preview = known(() -> versions.preview(request.getVersion()));
    answer.onNext(
        PreviewRollbackReply.newBuilder()
            .setCurrent(preview.current())
            .addAllChanges(messages(preview.changes()))
            .setTotalCount(preview.changes().size())
            .addAllProblems(preview.problems())
            .addAllNotes(preview.notes())
            .build());
    answer.onCompleted();
  }

  @Override
  public void rollback(RollbackRequest request, StreamObserver<RollbackReply> answer) {
    OptionalLong expected =
        request.getExpectedCurrent() == 0
            ? OptionalLong.empty()
            : OptionalLong.of(request.getExpectedCurrent());
    answer.onNext(
        known(
            () ->
                switch (versions.rollback(
                    Caller.current().username(), request.getVersion(), expected)) {
                  case Done done -> RollbackReply.newBuilder().setVersion(done.version()).build();
                  case Refused refused ->
                      RollbackReply.newBuilder().addAllProblems(refused.problems()).build();
                }));
    answer.onCompleted();
  }

  private static <T> T known(java.util.function.Supplier<T> work) {
    try {
      return work.get();
    } catch (UnknownVersionException e) {
      throw Status.NOT_FOUND.withDescription(e.getMessage()).asRuntimeException();
    } catch (StaleVersionException e) {
      throw Status.FAILED_PRECONDITION.withDescription(e.getMessage()).asRuntimeException();
    }
  }

  private static void requirePage(int offset, int limit) {
    if (offset < 0 || limit < 0) {
      throw Status.INVALID_ARGUMENT
          .withDescription("offset and limit: must be 0 or a positive number")
          .asRuntimeException();
    }
  }

  private Version message(VersionEntry entry) {
    Version.Builder version =
        Version.newBuilder()
            .setVersion(entry.version())
            .setTime(entry.time().toEpochMilli())
            .setAuthor(entry.author())
            .setSource(entry.source())
            .setObjectCount(entry.objectCount());
    for (VersionEntry.Touched touched : entry.touched()) {
      version.addTouched(
          Touched.newBuilder()
              .setResource(touched.resource())
              .setKind(touched.kind())
              .setCount(touched.count())
              .setFirstTitle(versions.title(touched.resource(), touched.firstJson())));
    }
    return version.build();
  }

  private static VersionChangesReply reply(Page<ObjectDifference> page) {
    return VersionChangesReply.newBuilder()
        .addAllChanges(messages(page.objects()))
        .setTotalCount(page.total())
        .build();
  }

  private static List<VersionChange> messages(List<ObjectDifference> differences) {
    List<VersionChange> messages = new ArrayList<>();
    long bytes = 0;
    for (ObjectDifference difference : differences) {
      VersionChange next = message(difference);
      bytes += next.getSerializedSize();
      if (bytes > MAX_PAGE_BYTES && !messages.isEmpty()) {
        break;
      }
      messages.add(next);
    }
    return messages;
  }

  private static VersionChange message(ObjectDifference difference) {
    return VersionChange.newBuilder()
        .setResource(difference.resource())
        .setId(difference.id())
        .setTitle(difference.title())
        .setKind(difference.kind().wire())
        .setBeforeJson(difference.before().map(ObjectNode::toString).orElse(""))
        .setAfterJson(difference.after().map(ObjectNode::toString).orElse(""))
        .build();
  }
}
