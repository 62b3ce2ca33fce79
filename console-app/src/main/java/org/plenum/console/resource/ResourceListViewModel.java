package org.plenum.console.resource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.plenum.console.concurrent.DelayedTask;
import org.plenum.console.concurrent.Task;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.configuration.ListQuery;
import org.plenum.console.configuration.ObjectPage;
import org.plenum.console.configuration.ObjectText;
import org.plenum.console.configuration.RefusedException;
import org.plenum.console.shell.ResourcePage;
import org.plenum.model.access.Permissions;
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

  /** Rows that are scrolled past within this time are not fetched; too short to be noticed. */
  private static final Duration SCROLL_PAUSE = Duration.ofMillis(40);

  private final ResourcePage page;
  private final ConfigurationClient client;
  private final ObjectText texts;
  private final TaskExecutor tasks;
  private final ListLayout layout;
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

  /** The list of a page, as somebody may see it; nothing is fetched before {@link #reload}. */
  public ResourceListViewModel(
      ResourcePage page,
      ConfigurationClient client,
      ObjectText texts,
      TaskExecutor tasks,
      Permissions permissions) {
    this.page = page;
    this.client = client;
    this.texts = texts;
    this.tasks = tasks;
    this.layout = new ListLayout(page, client.catalog(), permissions);
    this.orderBy = layout.firstOrder().map(FieldType::name).orElse("id");
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

  /** What the list shows, and its order. */
  ListLayout layout() {
    return layout;
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
            .anyMatch(field -> field.targets().contains(object.getResource()));
  }

  /** Finds out what a deletion would take along, and what forbids it. */
  public void dependents(
      List<ConfigurationObject> objects,
      Consumer<Dependents> onFound,
      Consumer<Exception> onFailure) {
    tasks.run(
        () -> {
          Set<Key> going = new HashSet<>();
          objects.forEach(object -> going.add(new Key(object.type().name(), object.id())));
          List<String> deletedToo = new ArrayList<>();
          List<ObjectLabel> users = new ArrayList<>();
          for (ConfigurationObject object : objects) {
            DependentsReply reply = client.dependents(object.type(), object.id());
            users.addAll(reply.getBlockingList());
            for (ObjectLabel label : reply.getDeletedTooList()) {
              if (going.add(Key.of(label))) {
                deletedToo.add(describe(label));
              }
            }
          }
          // What goes too forbids nothing.
          Set<Key> blockingKeys = new HashSet<>();
          List<String> blocking =
              users.stream()
                  .filter(user -> !going.contains(Key.of(user)))
                  .filter(user -> blockingKeys.add(Key.of(user)))
                  .map(this::describe)
                  .toList();
          return new Dependents(blocking, List.copyOf(deletedToo));
        },
        onFound,
        onFailure);
  }

  private record Key(String resource, long id) {
    static Key of(ObjectLabel label) {
      return new Key(label.getResource(), label.getId());
    }
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

  /** Saves the rows that match, with some columns; the consumer gets their number. */
  public void saveTable(
      List<FieldType> columns, Path file, Consumer<Integer> onDone, Consumer<Exception> onFailure) {
    ListQuery query = query();
    tasks.run(
        () -> new TableExport(page.type(), client, texts).save(query, columns, file),
        onDone,
        onFailure);
  }

  /** Whether the rows stand in the order in which their objects are used, and all of them do. */
  public boolean reorderable() {
    return layout.order().filter(order -> order.name().equals(orderBy)).isPresent()
        && search.get().isBlank();
  }

  /**
   * Moves an object, in one change set with all others whose order changes.
   *
   * @param to the row that it shall have
   */
  public void move(
      ConfigurationObject object, int to, Runnable onDone, Consumer<Exception> onFailure) {
    FieldType order = layout.order().orElseThrow();
    tasks.run(
        () -> {
          ListQuery all = query().page(0, Math.toIntExact(order.limits().max()));
          List<ConfigurationObject> objects = client.list(page.type(), all).objects();
          client.update(new Reordering(order, objects).move(object.id(), to));
          return to;
        },
        done -> {
          refresh();
          onDone.run();
        },
        onFailure);
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
    return new DelayedTask(tasks, SCROLL_PAUSE, () -> fetch(number, current));
  }

  private Task fetch(int number, int current) {
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
    List<Map<String, String>> shown = texts.ofRows(page.type(), objects.objects());
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
