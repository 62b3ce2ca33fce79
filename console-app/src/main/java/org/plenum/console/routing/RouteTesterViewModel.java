package org.plenum.console.routing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.plenum.console.concurrent.Task;
import org.plenum.console.configuration.ListQuery;
import org.plenum.console.shell.Workspace;
import org.plenum.model.config.ResourceType;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.ServiceType;
import org.plenum.model.resource.SystemLocation;
import org.plenum.rpc.console.TestRouteReply;
import org.plenum.rpc.console.TestRouteRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The question about a call, and the answer of the management service (SVC-169). */
public final class RouteTesterViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(RouteTesterViewModel.class);
  private static final int MAX_CHOICES = 1000;

  private final Workspace workspace;
  private final StringProperty destination = new SimpleStringProperty("");
  private final ObjectProperty<CallOrigin> origin = new SimpleObjectProperty<>(CallOrigin.INCOMING);
  private final ObjectProperty<CallKind> kind = new SimpleObjectProperty<>(CallKind.SIP);
  private final BooleanProperty registered = new SimpleBooleanProperty();
  private final ObjectProperty<Optional<Choice>> location =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Choice>> reception =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObservableList<Choice> locations = FXCollections.observableArrayList();
  private final ObservableList<Choice> receptions = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<TestRouteReply>> answer =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private Task question = Task.DONE;

  /** An object to choose. */
  public record Choice(long id, String title) {}

  /** A tester that begins to fetch what can be chosen. */
  public RouteTesterViewModel(Workspace workspace) {
    this.workspace = workspace;
    load(SystemLocation.class, Map.of(), locations);
    load(
        Conference.class, Map.of("service_type", ServiceType.TWO_STAGE_DIALING.wire()), receptions);
  }

  private void load(
      Class<? extends Record> resource, Map<String, String> filter, ObservableList<Choice> into) {
    ResourceType<?> type = workspace.configuration().catalog().type(resource);
    ListQuery query =
        new ListQuery(
            filter.entrySet().stream()
                .map(entry -> ListQuery.filter(entry.getKey(), "exact", entry.getValue()))
                .toList(),
            "",
            List.of("name"),
            0,
            MAX_CHOICES);
    workspace
        .tasks()
        .run(
            () ->
                workspace.configuration().list(type, query).objects().stream()
                    .map(object -> new Choice(object.id(), object.title()))
                    .toList(),
            into::setAll,
            failure -> LOG.info("{} could not be fetched", type.plural(), failure));
  }

  /** Alias as dialled. */
  public StringProperty destinationProperty() {
    return destination;
  }

  /** Where the call comes from. */
  public ObjectProperty<CallOrigin> originProperty() {
    return origin;
  }

  /** What the caller uses. */
  public ObjectProperty<CallKind> kindProperty() {
    return kind;
  }

  /** Whether the caller is a registered device. */
  public BooleanProperty registeredProperty() {
    return registered;
  }

  /** Location of the node that handles the call. */
  public ObjectProperty<Optional<Choice>> locationProperty() {
    return location;
  }

  /** Virtual Reception in which the destination was entered. */
  public ObjectProperty<Optional<Choice>> receptionProperty() {
    return reception;
  }

  /** Locations to choose from. */
  public ObservableList<Choice> locations() {
    return locations;
  }

  /** Virtual Receptions to choose from. */
  public ObservableList<Choice> receptions() {
    return receptions;
  }

  /** What would happen to the call; empty before the first question. */
  public ReadOnlyObjectProperty<Optional<TestRouteReply>> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** Why there is no answer; empty when nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Asks the management service. */
  public void test() {
    if (destination.get().isBlank()) {
      problem.set(workspace.messages().get("tester.destination.missing"));
      return;
    }
    boolean fromReception = origin.get() == CallOrigin.RECEPTION;
    if (fromReception && reception.get().isEmpty()) {
      problem.set(workspace.messages().get("tester.reception.missing"));
      return;
    }
    problem.set("");
    TestRouteRequest request = request(fromReception);
    question.cancel();
    question =
        workspace
            .tasks()
            .run(
                () -> workspace.session().routing().testRoute(request),
                reply -> answer.set(Optional.of(reply)),
                failure -> {
                  LOG.warn("the call could not be tested", failure);
                  answer.set(Optional.empty());
                  problem.set(workspace.messages().get("list.failed"));
                });
  }

  private TestRouteRequest request(boolean fromReception) {
    TestRouteRequest.Builder request =
        TestRouteRequest.newBuilder()
            .setDestination(destination.get().strip())
            .setOutgoing(origin.get() == CallOrigin.OUTGOING)
            .setLocationId(location.get().map(Choice::id).orElse(0L));
    if (origin.get() != CallOrigin.OUTGOING) {
      request
          .setProtocol(kind.get().protocol())
          .setWebApp(kind.get().webApp())
          .setRegistered(registered.get() && !kind.get().webApp());
    }
    if (fromReception) {
      request.setReceptionId(reception.get().map(Choice::id).orElse(0L));
    }
    return request.build();
  }
}
