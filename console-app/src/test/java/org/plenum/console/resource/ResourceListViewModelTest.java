package org.plenum.console.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.configuration.ObjectText;
import org.plenum.console.connection.Connector;
import org.plenum.console.connection.LoginProof;
import org.plenum.console.connection.Session;
import org.plenum.console.fake.FakeManagement;
import org.plenum.console.fake.FakeSessions;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.ResourceListViewModel.State;
import org.plenum.console.shell.ResourcePage;
import org.plenum.console.text.Times;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.ResourceType;
import org.plenum.model.resource.PlenumResources;

class ResourceListViewModelTest {
  @TempDir Path profile;
  private FakeManagement server;
  private Session session;
  private final ImmediateTasks tasks = new ImmediateTasks();
  private ConfigurationClient client;
  private ResourceListViewModel model;

  @BeforeEach
  void start() throws Exception {
    server = new FakeManagement(PlenumResources.catalog());
    session =
        new Connector(profile, "test", Clock.systemUTC())
            .connect(
                server.address(),
                new LoginProof.Password(FakeSessions.USER, FakeSessions.PASSWORD),
                (at, print) -> true);
    client = new ConfigurationClient(session, PlenumResources.catalog());
    Messages messages = new Messages(Locale.ENGLISH);
    Times times = new Times(ZoneOffset.UTC, Clock.systemUTC(), messages);
    ResourceType<?> type = PlenumResources.catalog().find("conference").orElseThrow();
    model =
        new ResourceListViewModel(
            new ResourcePage(
                "virtual-meeting-rooms",
                type,
                Map.of("service_type", "conference"),
                "Virtual Meeting Rooms",
                "Virtual Meeting Room"),
            client,
            new ObjectText(client, messages, times),
            tasks,
            Permissions.ALL);
  }

  @AfterEach
  void stop() throws Exception {
    session.close();
    server.close();
  }

  private void rooms(int number) {
    for (int i = 0; i < number; i++) {
      server
          .configuration()
          .add(
              "conference", Map.of("name", "Room %05d".formatted(i), "service_type", "conference"));
    }
  }

  private String name(int index) {
    model.rows().get(index);
    rest();
    return model
        .rows()
        .get(index)
        .contentProperty()
        .get()
        .map(loaded -> loaded.texts().get("name"))
        .orElse("not loaded");
  }

  /** The list stays where it is for a moment. */
  private void rest() {
    while (!tasks.delayed.isEmpty()) {
      tasks.delayed.remove().run();
    }
  }

  @Test
  void onlyThePagesThatAreLookedAtAreFetched() {
    rooms(5000);
    model.reload();
    assertThat(model.rows()).hasSize(5000);
    assertThat(name(0)).isEqualTo("Room 00000");
    assertThat(name(4321)).isEqualTo("Room 04321");
    assertThat(server.configuration().listRequests())
        .allSatisfy(request -> assertThat(request.getLimit()).isEqualTo(PagedRows.PAGE_SIZE))
        .hasSize(2);
  }

  @Test
  void pagesThatAreScrolledPastAreNotAskedFor() {
    rooms(5000);
    model.reload();
    server.configuration().listRequests().clear();
    for (int index = 0; index < 5000; index += PagedRows.PAGE_SIZE) {
      model.rows().get(index);
    }
    rest();
    assertThat(server.configuration().listRequests()).hasSize(PagedRows.PAGES_IN_VIEW);
  }

  @Test
  void anotherServiceTypeIsNotOnThePage() {
    rooms(1);
    server.configuration().add("conference", Map.of("name", "Hall", "service_type", "lecture"));
    model.reload();
    assertThat(model.rows()).hasSize(1);
    assertThat(model.layout().columns()).noneMatch(field -> field.name().equals("service_type"));
    assertThat(model.layout().columns()).noneMatch(field -> field.name().equals("guest_view"));
  }

  @Test
  void searchWaitsForAPauseInTypingAndIsDoneByTheServer() {
    rooms(30);
    model.reload();
    model.searchProperty().set("0002");
    model.searchProperty().set("00021");
    assertThat(tasks.delayed).as("one search for all key strokes").hasSize(1);
    tasks.delayed.remove().run();
    assertThat(model.rows()).hasSize(1);
    assertThat(name(0)).isEqualTo("Room 00021");
    model.searchProperty().set("nothing of the kind");
    tasks.delayed.remove().run();
    assertThat(model.stateProperty().get()).isEqualTo(State.NO_MATCH);
  }

  @Test
  void serverSortsByTheColumn() {
    rooms(120);
    model.orderBy(model.layout().columns().getFirst(), true);
    assertThat(name(0)).isEqualTo("Room 00119");
    assertThat(name(119)).isEqualTo("Room 00000");
  }

  @Test
  void refreshShowsWhatOthersChanged() {
    rooms(3);
    model.reload();
    PagedRow row = model.rows().get(1);
    server.configuration().changeElsewhere("conference", 2, "name", "Room 00001b");
    model.refresh();
    assertThat(model.rows().get(1)).as("the row stays, for the selection").isSameAs(row);
    assertThat(name(1)).isEqualTo("Room 00001b");
  }

  @Test
  void emptyListSaysSo() {
    model.reload();
    assertThat(model.stateProperty().get()).isEqualTo(State.EMPTY);
  }

  @Test
  void deletionTakesTheRowsOutOfTheList() {
    rooms(3);
    model.reload();
    ConfigurationObject second =
        Optional.of(model.rows().get(1))
            .flatMap(row -> row.contentProperty().get())
            .orElseThrow()
            .object();
    model.delete(List.of(second), () -> {}, refused -> {}, failure -> {});
    assertThat(model.rows()).hasSize(2);
    assertThat(name(1)).isEqualTo("Room 00002");
  }

  @Test
  void serverThatIsAwayIsNamed() throws Exception {
    server.stopGrpc();
    model.reload();
    assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
  }
}
