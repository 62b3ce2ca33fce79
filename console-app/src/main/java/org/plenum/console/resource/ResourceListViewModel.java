package org.plenum.console.resource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.plenum.console.concurrent.Task;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.configuration.ListQuery;
import org.plenum.console.configuration.ObjectPage;
import org.plenum.console.configuration.ObjectText;
import org.plenum.console.configuration.RefusedException;
import org.plenum.console.shell.ResourcePage;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.rpc.console.ConfigurationChanged;
import org.plenum.rpc.console.DependentsReply;
import org.plenum.rpc.console.Filter;
import org.plenum.rpc.console.ObjectLabel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** State of the list of a resource: what is searched for, in what order, which rows there are. */
public final class ResourceListViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(ResourceListViewModel.class);
  private static final Duration TYPING_PAUSE = Duration.ofMillis(250);

  private static final int FEWEST_COLUMNS = 4;
  private static final int MOST_COLUMNS = 6;

  private final ResourcePage page;
  private final ConfigurationClient client;
  private final ObjectText texts;
  private final TaskExecutor tasks;
  private final PagedRows rows = new PagedRows(this::fetch);
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private Task pendingSearch = Task.DONE;
  private Task reloading = Task.DONE;
  private String orderBy;
  private int generation;

  /** What the list shows. */
  public enum State {
    LOADING,
    ROWS,
    /** There is no object at all. */
    EMPTY,
    /** No object matches the search. */
    NO_MATCH,
    FAILED
  }

  /**
   * Why something cannot be deleted, or what goes with it.
   *
   * @param blocking labels of what forbids the deletion
   * @param deletedToo labels of what is deleted too
   */
  public record Dependents(List<String> blocking, List<String> deletedToo) {}

  /** The list of a page; nothing is fetched before {@link #reload}. */
  public ResourceListViewModel(
      ResourcePage page, ConfigurationClient client, ObjectText texts, TaskExecutor tasks) {
    this.page = page;
    this.client = client;
    this.texts = texts;
    this.tasks = tasks;
    this.orderBy = page.type().titleField().orElse("id");
    search.subscribe(
        (before, now) -> {
          pendingSearch.cancel();
          pendingSearch = tasks.schedule(TYPING_PAUSE, this::reload);
        });
  }

  /** The rows. */
  public PagedRows rows() {
    return rows;
  }

  /** What is searched for. */
  public StringProperty searchProperty() {
    return search;
  }

  /** Number of objects that match. */
  public ReadOnlyIntegerProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  /** What the list shows. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Fields that the list can show, in the order of their declaration. */
  public List<FieldType> columns() {
    return page.type().fields().stream()
        .filter(field -> !field.secret() && !field.multiline())
        .filter(field -> !page.fixed().containsKey(field.name()))
        .filter(
            field ->
                field.condition().isEmpty()
                    || !page.fixed().containsKey(field.condition().get().field())
                    || field
                        .condition()
                        .get()
                        .values()
                        .contains(page.fixed().get(field.condition().get().field())))
        .toList();
  }

  /**
   * The columns that are shown until the administrator chooses others: what identifies an object
   * and what it belongs to.
   */
  public List<FieldType> columnsAtFirst() {
    String title = page.type().titleField().orElse("");
    List<FieldType> chosen = new ArrayList<>();
    columns().stream().filter(field -> field.name().equals(title)).forEach(chosen::add);
    columns().stream().filter(field -> field.kind() == Kind.CHILDREN).forEach(chosen::add);
    columns().stream()
        .filter(field -> !chosen.contains(field))
        .filter(
            field ->
                field.unique() || field.kind().isReference() || field.name().equals("description"))
        .forEach(chosen::add);
    columns().stream()
        .filter(field -> !chosen.contains(field))
        .limit(Math.max(0, FEWEST_COLUMNS - chosen.size()))
        .forEach(chosen::add);
    return chosen.subList(0, Math.min(chosen.size(), MOST_COLUMNS));
  }

  /** Orders the list by a field; references by the title of what they lead to. */
  public void orderBy(FieldType field, boolean descending) {
    String path =
        field.kind() == Kind.REFERENCE
            ? client
                .catalog()
                .target(field)
                .titleField()
                .map(title -> field.name() + "__" + title)
                .orElse(field.name())
            : field.name();
    String wanted = descending ? "-" + path : path;
    if (!wanted.equals(orderBy)) {
      orderBy = wanted;
      reload();
    }
  }

  /** Fetches the list from its beginning. */
  public void reload() {
    generation++;
    int current = generation;
    ListQuery query = query();
    reloading.cancel();
    reloading =
        tasks.run(
            () -> load(query),
            first -> {
              if (current == generation) {
                rows.restart(first.total(), first.rows());
                showTotal(first.total());
              }
            },
            failure -> failed(current, failure));
  }

  /** Fetches again what is looked at; scroll position and selection stay. */
  public void refresh() {
    if (state.get() == State.ROWS) {
      generation++;
      rows.refetch();
    } else {
      reload();
    }
  }

  /** Follows changes that others make. */
  public void configurationChanged(ConfigurationChanged change) {
    if (change.getObjectsList().stream().anyMatch(this::concerns)) {
      refresh();
    }
  }

  private boolean concerns(ObjectLabel object) {
    return object.getResource().equals(page.type().name())
        || page.type().fields().stream()
            .anyMatch(field -> field.target().filter(object.getResource()::equals).isPresent());
  }

  /** Finds out what a deletion would take along, and what forbids it. */
  public void dependents(
      List<ConfigurationObject> objects,
      Consumer<Dependents> onFound,
      Consumer<Exception> onFailure) {
    tasks.run(
        () -> {
          List<String> blocking = new ArrayList<>();
          List<String> deletedToo = new ArrayList<>();
          for (ConfigurationObject object : objects) {
            DependentsReply reply = client.dependents(object.type(), object.id());
            reply.getBlockingList().forEach(label -> blocking.add(describe(label)));
            reply.getDeletedTooList().forEach(label -> deletedToo.add(describe(label)));
          }
          return new Dependents(List.copyOf(blocking), List.copyOf(deletedToo));
        },
        onFound,
        onFailure);
  }

  private String describe(ObjectLabel object) {
    String resource =
        client
            .catalog()
            .find(object.getResource())
            .map(type -> type.label())
            .orElse(object.getResource());
    return resource + " " + object.getLabel();
  }

  /** Deletes objects, all or none. */
  public void delete(
      List<ConfigurationObject> objects,
      Runnable onDone,
      Consumer<RefusedException> onRefused,
      Consumer<Exception> onFailure) {
    tasks.run(
        () -> {
          client.delete(page.type(), objects.stream().map(ConfigurationObject::id).toList());
          return objects;
        },
        done -> {
          reload();
          onDone.run();
        },
        failure -> {
          if (failure instanceof RefusedException refused) {
            onRefused.accept(refused);
          } else {
            onFailure.accept(failure);
          }
        });
  }

  private record Part(int total, List<PagedRow.Loaded> rows) {}

  private ListQuery query() {
    List<Filter> filters =
        page.fixed().entrySet().stream()
            .map(entry -> ListQuery.filter(entry.getKey(), "exact", entry.getValue()))
            .toList();
    return new ListQuery(filters, search.get().strip(), List.of(orderBy), 0, PagedRows.PAGE_SIZE);
  }

  private Task fetch(int number) {
    int current = generation;
    ListQuery query = query().page(number * PagedRows.PAGE_SIZE, PagedRows.PAGE_SIZE);
    return tasks.run(
        () -> load(query),
        part -> {
          if (current == generation) {
            rows.resize(part.total());
            showTotal(part.total());
            rows.show(number, part.rows());
          }
        },
        failure -> {
          if (current == generation) {
            rows.forget(number);
          }
          failed(current, failure);
        });
  }

  private Part load(ListQuery query) {
    ObjectPage objects = client.list(page.type(), query);
    List<Map<String, String>> shown =
        texts.of(page.type(), objects.objects().stream().map(ConfigurationObject::values).toList());
    List<PagedRow.Loaded> loaded = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      loaded.add(new PagedRow.Loaded(objects.objects().get(i), shown.get(i)));
    }
    return new Part(Math.toIntExact(objects.total()), loaded);
  }

  private void showTotal(int number) {
    total.set(number);
    if (number > 0) {
      state.set(State.ROWS);
    } else {
      state.set(search.get().isBlank() ? State.EMPTY : State.NO_MATCH);
    }
  }

  private void failed(int failedGeneration, Exception failure) {
    if (failedGeneration != generation) {
      return;
    }
    LOG.warn("the list of {} could not be fetched", page.key(), failure);
    if (state.get() != State.ROWS) {
      state.set(State.FAILED);
    }
  }
}
