package org.plenum.console.fake;

import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.plenum.rpc.console.CompareVersionsRequest;
import org.plenum.rpc.console.ConsoleVersionsGrpc.ConsoleVersionsImplBase;
import org.plenum.rpc.console.Filter;
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

/** Versions that a test tells; a rollback undoes the changes of all later ones. */
public final class FakeVersions extends ConsoleVersionsImplBase {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final List<Version> versions = new CopyOnWriteArrayList<>();
  private final List<List<VersionChange>> changes = new CopyOnWriteArrayList<>();
  private volatile String problem = "";

  /** Makes a version that changed one object. */
  public void add(
      String author, String source, String resource, String kind, String before, String after) {
    VersionChange change =
        VersionChange.newBuilder()
            .setResource(resource)
            .setId(1)
            .setTitle(title(before, after))
            .setKind(kind)
            .setBeforeJson(before)
            .setAfterJson(after)
            .build();
    add(author, source, List.of(change));
  }

  private static String title(String before, String after) {
    String json = after.isEmpty() ? before : after;
    return json.replaceAll(".*\"name\": *\"([^\"]*)\".*", "$1");
  }

  private void add(String author, String source, List<VersionChange> made) {
    long number = versions.size() + 1;
    Version.Builder version =
        Version.newBuilder()
            .setVersion(number)
            .setTime(NOW.plusSeconds(number * 60).toEpochMilli())
            .setAuthor(author)
            .setSource(source)
            .setObjectCount(made.size());
    for (VersionChange change : made) {
      version.addTouched(
          Touched.newBuilder()
              .setResource(change.getResource())
              .setKind(change.getKind())
              .setCount(1)
              .setFirstTitle(change.getTitle()));
    }
    changes.add(made);
    versions.add(version.build());
  }

  /** Refuses rollbacks from now on. */
  public void refuse(String reason) {
    problem = reason;
  }

  @Override
  public void listVersions(ListVersionsRequest request, StreamObserver<ListVersionsReply> reply) {
    List<Version> found =
        versions.reversed().stream().filter(version -> matches(version, request)).toList();
    finish(
        reply,
        ListVersionsReply.newBuilder()
            .addAllVersions(found)
            .setTotalCount(found.size())
            .setCurrent(versions.size())
            .build());
  }

  private static boolean matches(Version version, ListVersionsRequest request) {
    boolean filtered =
        request.getFiltersList().stream()
            .allMatch(
                filter ->
                    filter.getField().equals("source")
                        ? version.getSource().equals(filter.getValue())
                        : touches(version, filter));
    return filtered && (version.getAuthor() + version.getSource()).contains(request.getSearch());
  }

  private static boolean touches(Version version, Filter filter) {
    return version.getTouchedList().stream()
        .anyMatch(touched -> touched.getResource().equals(filter.getValue()));
  }

  @Override
  public void getVersion(GetVersionRequest request, StreamObserver<VersionChangesReply> reply) {
    finish(reply, reply(changes.get((int) request.getVersion() - 1)));
  }

  @Override
  public void compare(CompareVersionsRequest request, StreamObserver<VersionChangesReply> reply) {
    List<VersionChange> between = new ArrayList<>();
    changes.subList((int) request.getFrom(), (int) request.getTo()).forEach(between::addAll);
    finish(reply, reply(between));
  }

  private static VersionChangesReply reply(List<VersionChange> found) {
    return VersionChangesReply.newBuilder()
        .addAllChanges(found)
        .setTotalCount(found.size())
        .build();
  }

  @Override
  public void previewRollback(
      PreviewRollbackRequest request, StreamObserver<PreviewRollbackReply> reply) {
    PreviewRollbackReply.Builder answer =
        PreviewRollbackReply.newBuilder().setCurrent(versions.size());
    if (problem.isEmpty()) {
      List<VersionChange> undone = undone(request.getVersion());
      answer.addAllChanges(undone).setTotalCount(undone.size());
    } else {
      answer.addProblems(problem);
    }
    finish(reply, answer.build());
  }

  private List<VersionChange> undone(long version) {
    List<VersionChange> undone = new ArrayList<>();
    for (List<VersionChange> made : changes.subList((int) version, changes.size())) {
      for (VersionChange change : made) {
        undone.add(
            change.toBuilder()
                .setKind(opposite(change.getKind()))
                .setBeforeJson(change.getAfterJson())
                .setAfterJson(change.getBeforeJson())
                .build());
      }
    }
    return undone;
  }

  private static String opposite(String kind) {
    return switch (kind) {
      case "create" -> "delete";
      case "delete" -> "create";
      default -> kind;
    };
  }

  @Override
  public void rollback(RollbackRequest request, StreamObserver<RollbackReply> reply) {
    add(FakeSessions.USER, "restore", undone(request.getVersion()));
    finish(reply, RollbackReply.newBuilder().setVersion(versions.size()).build());
  }

  private static <T> void finish(StreamObserver<T> reply, T answer) {
    reply.onNext(answer);
    reply.onCompleted();
  }
}
