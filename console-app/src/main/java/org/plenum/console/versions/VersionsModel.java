package org.plenum.console.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.plenum.console.change.FieldChanges;
import org.plenum.console.concurrent.Task;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.configuration.ListQuery;
import org.plenum.console.connection.Session;
import org.plenum.console.i18n.Messages;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.rpc.console.CompareVersionsRequest;
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

/** The versions that are looked at. For the JavaFX thread. */
final class VersionsModel {
  /** Versions that are fetched at once. */
  static final int STEP = 200;

  /** Objects whose changes are shown. */
  static final int MAX_CHANGES = 100;

  private final Session session;
  private final ResourceCatalog catalog;
  private final FieldChanges differences;
  private final TaskExecutor tasks;
  private final Messages messages;
  private final ObservableList<Version> rows = FXCollections.observableArrayList();
  private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
  private VersionQuery query = new VersionQuery("", "", "", STEP);
  private Task listing = Task.DONE;
  private Task reading = Task.DONE;

  /** Changes of some objects. */
  record Changes(List<ShownChange> shown, long total) {}

  VersionsModel(
      Session session,
      ResourceCatalog catalog,
      FieldChanges differences,
      TaskExecutor tasks,
      Messages messages) {
    this.session = session;
    this.catalog = catalog;
    this.differences = differences;
    this.tasks = tasks;
    this.messages = messages;
  }

  /** The versions, the last one first. */
  ObservableList<Version> rows() {
    return rows;
  }

  /** Number of versions that match, shown or not. */
  ReadOnlyLongProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  /** Whether the server did not answer. */
  ReadOnlyBooleanProperty failedProperty() {
    return failed.getReadOnlyProperty();
  }

  /** Asks for other versions. */
  void search(String search, String resource, String source) {
    query = new VersionQuery(search.strip(), resource, source, STEP);
    reload();
  }

  /** Shows older versions too. */
  void more() {
    query =
        new VersionQuery(query.search(), query.resource(), query.source(), query.limit() + STEP);
    reload();
  }

  /** Fetches the list anew. */
  void reload() {
    listing.cancel();
    ListVersionsRequest request = request();
    listing =
        tasks.run(
            () -> session.versions().listVersions(request),
            this::show,
            failure -> failed.set(true));
  }

  private ListVersionsRequest request() {
    ListVersionsRequest.Builder request =
        ListVersionsRequest.newBuilder().setSearch(query.search()).setLimit(query.limit());
    if (!query.resource().isEmpty()) {
      request.addFilters(ListQuery.filter("resource", "exact", query.resource()));
    }
    if (!query.source().isEmpty()) {
      request.addFilters(ListQuery.filter("source", "exact", query.source()));
    }
    return request.build();
  }

  private void show(ListVersionsReply reply) {
    failed.set(false);
    total.set(reply.getTotalCount());
    merge(reply.getVersionsList());
  }

  /** Adds what is new at both ends, so that what is selected stays so. */
  private void merge(List<Version> now) {
    int newer = rows.isEmpty() ? -1 : now.indexOf(rows.getFirst());
    int common = newer < 0 ? 0 : Math.min(rows.size(), now.size() - newer);
    if (newer < 0 || !now.subList(newer, newer + common).equals(rows.subList(0, common))) {
      rows.setAll(now);
      return;
    }
    rows.remove(common, rows.size());
    rows.addAll(now.subList(newer + common, now.size()));
    rows.addAll(0, now.subList(0, newer));
  }

  /** What a version touched, in one line. */
  String touched(Version version) {
    return version.getTouchedList().stream().map(this::touched).collect(Collectors.joining(", "));
  }

  private String touched(Touched touched) {
    String kind = messages.value("history.kind.", touched.getKind());
    return touched.getCount() == 1
        ? messages.get(
            "versions.touched.one", kind, label(touched.getResource()), touched.getFirstTitle())
        : messages.get(
            "versions.touched.many", kind, touched.getCount(), plural(touched.getResource()));
  }

  /** Fetches what a version changed. */
  void changesOf(long version, Consumer<Changes> onLoaded, Consumer<Exception> onFailure) {
    GetVersionRequest request =
        GetVersionRequest.newBuilder().setVersion(version).setLimit(MAX_CHANGES).build();
    read(() -> session.versions().getVersion(request), onLoaded, onFailure);
  }

  /** Fetches how two versions differ. */
  void difference(long from, long to, Consumer<Changes> onLoaded, Consumer<Exception> onFailure) {
    CompareVersionsRequest request =
        CompareVersionsRequest.newBuilder().setFrom(from).setTo(to).setLimit(MAX_CHANGES).build();
    read(() -> session.versions().compare(request), onLoaded, onFailure);
  }

  private void read(
      java.util.concurrent.Callable<VersionChangesReply> call,
      Consumer<Changes> onLoaded,
      Consumer<Exception> onFailure) {
    reading.cancel();
    reading =
        tasks.run(
            () -> {
              VersionChangesReply reply = call.call();
              List<ShownChange> shown = new ArrayList<>();
              for (VersionChange change : reply.getChangesList()) {
                shown.add(shown(change));
              }
              return new Changes(shown, reply.getTotalCount());
            },
            onLoaded,
            onFailure);
  }

  private ShownChange shown(VersionChange change) {
    return new ShownChange(
        heading("history.kind.", change),
        change.getKind().equals("delete")
            ? List.of()
            : differences.of(change.getResource(), change.getBeforeJson(), change.getAfterJson()));
  }

  /** What will happen to an object, in words. */
  String announcement(VersionChange change) {
    return heading("versions.will.", change);
  }

  private String heading(String kinds, VersionChange change) {
    return messages.get(
        "versions.touched.one",
        messages.value(kinds, change.getKind()),
        label(change.getResource()),
        change.getTitle());
  }

  private String label(String resource) {
    return catalog.find(resource).map(type -> type.label()).orElse(resource);
  }

  private String plural(String resource) {
    return catalog.find(resource).map(type -> type.plural()).orElse(resource);
  }

  /** Forgets what is being fetched for the details. */
  void stopReading() {
    reading.cancel();
  }

  /** Asks what a rollback would do. */
  void preview(
      long version, Consumer<PreviewRollbackReply> onLoaded, Consumer<Exception> onFailure) {
    tasks.run(
        () ->
            session
                .versions()
                .previewRollback(PreviewRollbackRequest.newBuilder().setVersion(version).build()),
        onLoaded,
        onFailure);
  }

  /** Rolls back, if the configuration is still the one of the preview. */
  void rollback(
      long version, long expected, Consumer<RollbackReply> onDone, Consumer<Exception> onFailure) {
    tasks.run(
        () ->
            session
                .versions()
                .rollback(
                    RollbackRequest.newBuilder()
                        .setVersion(version)
                        .setExpectedCurrent(expected)
                        .build()),
        onDone,
        onFailure);
  }

  /** The resources that can be filtered by: their names by what they are called. */
  List<Optional<String>> resources() {
    List<Optional<String>> all = new ArrayList<>();
    all.add(Optional.empty());
    catalog.types().forEach(type -> all.add(Optional.of(type.name())));
    return all;
  }

  /** What a resource is called in the filter. */
  String resourceText(Optional<String> resource) {
    return resource.map(this::plural).orElseGet(() -> messages.get("versions.any-resource"));
  }
}
