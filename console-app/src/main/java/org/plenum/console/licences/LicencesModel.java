package org.plenum.console.licences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.configuration.ListQuery;
import org.plenum.console.configuration.ObjectText;
import org.plenum.console.configuration.RefusedException;
import org.plenum.console.resource.TableExport;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceType;
import org.plenum.model.licence.LicenceAnswer;
import org.plenum.model.resource.Licence;
import org.plenum.model.resource.LicenceAction;
import org.plenum.model.resource.LicenceRequest;
import org.plenum.model.resource.LicenceStatus;
import org.plenum.model.resource.LicenceType;
import org.plenum.rpc.console.ConfigurationChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** State of the page of licences: what is installed, what is waiting, and what can be done. */
final class LicencesModel {
  private static final Logger LOG = LoggerFactory.getLogger(LicencesModel.class);

  private static final ListQuery ALL = new ListQuery(List.of(), "", List.of("id"), 0, 0);

  private final ConfigurationClient client;
  private final ObjectText texts;
  private final TaskExecutor tasks;
  private final ResourceType<?> licenceType;
  private final ResourceType<?> requestType;
  private final ObservableMap<Long, ConfigurationObject> licences =
      FXCollections.observableHashMap();
  private final ObservableMap<Long, ConfigurationObject> requests =
      FXCollections.observableHashMap();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);

  /** Whether the tables can be believed. */
  enum State {
    LOADING,
    LOADED,
    FAILED
  }

  /** What the valid licences of a kind permit together. */
  record Total(long concurrent, long overdraft) {}

  /** A file cannot be the answer of an issuer. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  LicencesModel(ConfigurationClient client, ObjectText texts, TaskExecutor tasks) {
    this.client = client;
    this.texts = texts;
    this.tasks = tasks;
    this.licenceType = client.catalog().type(Licence.class);
    this.requestType = client.catalog().type(LicenceRequest.class);
  }

  ResourceType<?> licenceType() {
    return licenceType;
  }

  ResourceType<?> requestType() {
    return requestType;
  }

  /** Installed licences by identifier. */
  ObservableMap<Long, ConfigurationObject> licences() {
    return licences;
  }

  /** Requests that wait, by identifier. */
  ObservableMap<Long, ConfigurationObject> requests() {
    return requests;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Calls that the valid licences of a kind permit. */
  Total total(LicenceType kind) {
    List<ConfigurationObject> valid =
        licences.values().stream()
            .filter(licence -> has(licence, "status", LicenceStatus.VALID.wire()))
            .filter(licence -> has(licence, "license_type", kind.wire()))
            .toList();
    return new Total(sum(valid, "concurrent"), sum(valid, "concurrent_overdraft"));
  }

  private static long sum(List<ConfigurationObject> licences, String field) {
    return licences.stream()
        .map(licence -> licence.values().number(field))
        .mapToLong(number -> number == null ? 0 : number)
        .sum();
  }

  private static boolean has(ConfigurationObject licence, String field, String value) {
    return licence.values().text(field).equals(value);
  }

  /** Whether a licence needs a repair. */
  static boolean isCorrupt(ConfigurationObject licence) {
    return has(licence, "status", LicenceStatus.CORRUPT.wire());
  }

  /** Fetches everything anew. */
  void load() {
    tasks.run(
        () -> new Lists(all(licenceType), all(requestType)),
        lists -> {
          show(licences, lists.licences());
          show(requests, lists.requests());
          state.set(State.LOADED);
        },
        failure -> {
          LOG.warn("the licences could not be fetched", failure);
          state.set(State.FAILED);
        });
  }

  private record Lists(List<ConfigurationObject> licences, List<ConfigurationObject> requests) {}

  /** What is still there stays the same row, so that it stays selected. */
  private static void show(
      ObservableMap<Long, ConfigurationObject> shown, List<ConfigurationObject> objects) {
    shown.keySet().retainAll(objects.stream().map(ConfigurationObject::id).toList());
    objects.forEach(object -> shown.put(object.id(), object));
  }

  private List<ConfigurationObject> all(ResourceType<?> type) {
    return client.list(type, ALL).objects();
  }

  /** Follows changes. */
  void configurationChanged(ConfigurationChanged change) {
    boolean concerned =
        change.getObjectsList().stream()
            .anyMatch(
                object ->
                    object.getResource().equals(licenceType.name())
                        || object.getResource().equals(requestType.name()));
    if (concerned) {
      load();
    }
  }

  /** Returns or repairs a licence; what is there afterwards, if anything, goes to the consumer. */
  void perform(
      ConfigurationObject licence,
      LicenceAction action,
      Consumer<Optional<ConfigurationObject>> onDone,
      Consumer<Exception> onFailure) {
    tasks.run(() -> client.perform(licence, action.wire()), thenReload(onDone), onFailure);
  }

  /** Completes a request with the answer in a file. */
  void complete(
      ConfigurationObject request,
      Path file,
      Consumer<Optional<ConfigurationObject>> onDone,
      Consumer<Exception> onFailure) {
    tasks.run(() -> client.perform(request, answer(file)), thenReload(onDone), onFailure);
  }

  private static String answer(Path file) throws IOException {
    if (Files.size(file) > LicenceAnswer.MAX_LENGTH) {
      throw new TooLargeException();
    }
    return Files.readString(file);
  }

  /** Saves a request as a file for the issuer. */
  void export(
      ConfigurationObject request,
      Path file,
      Consumer<Path> onDone,
      Consumer<Exception> onFailure) {
    tasks.run(
        () -> Files.writeString(file, request.values().text("request_xml")), onDone, onFailure);
  }

  /** Saves the table of licences for spreadsheets; the number of rows goes to the consumer. */
  void saveTable(Path file, Consumer<Integer> onDone, Consumer<Exception> onFailure) {
    List<FieldType> columns =
        licenceType.fields().stream().filter(field -> !field.multiline()).toList();
    tasks.run(
        () -> new TableExport(licenceType, client, texts).save(ALL, columns, file),
        onDone,
        onFailure);
  }

  /** Gives a request up. */
  void discard(ConfigurationObject request, Runnable onDone, Consumer<Exception> onFailure) {
    tasks.run(
        () -> {
          client.delete(requestType, List.of(request.id()));
          return request;
        },
        this.<ConfigurationObject>thenReload(gone -> onDone.run()),
        onFailure);
  }

  private <T> Consumer<T> thenReload(Consumer<T> onDone) {
    return done -> {
      load();
      onDone.accept(done);
    };
  }

  /** The reasons of a refusal. */
  static List<String> reasons(RefusedException refused) {
    return refused.all().messages().values().stream().flatMap(List::stream).toList();
  }
}
