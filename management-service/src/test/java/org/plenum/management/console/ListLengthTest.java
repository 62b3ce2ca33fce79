package org.plenum.management.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.ChangeResult;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Operation;
import org.plenum.management.testing.NodesFixture;
import org.plenum.model.config.Inverse;
import org.plenum.model.config.ObjectId;
import org.plenum.model.config.Values;
import org.plenum.rpc.console.ConfigurationObject;
import org.plenum.rpc.console.ConsoleConfigurationGrpc.ConsoleConfigurationBlockingStub;
import org.plenum.rpc.console.GetRequest;
import org.plenum.rpc.console.ListRequest;

/** How many objects refer to the rows of a list. */
@Tag("SVX-322")
class ListLengthTest {
  private static final String KEY_BUT_ONE =
      "AAAAC3NzaC1lZDI1NTE5AAAAIOUtIPI1WGdDPGnV9xwDOCkMimyVECnmxOZU88dsAkr";

  @TempDir Path folder;
  private ConsoleFixture fixture;
  private ConsoleConfigurationBlockingStub console;

  @BeforeEach
  void start() {
    fixture = new ConsoleFixture(folder);
    console = fixture.console().as("bob");
  }

  @AfterEach
  void stop() throws InterruptedException {
    fixture.close();
  }

  private long theme(String name) {
    return fixture.store.create("ivr_theme", Map.of("name", name));
  }

  private void services(int number, String name, long theme) {
    List<Operation> operations =
        IntStream.range(0, number)
            .mapToObj(i -> Map.of("name", name + i, "ivr_theme", theme))
            .map(values -> Operation.create("conference", Values.of(values)))
            .toList();
    assertThat(fixture.store.changeSets().apply("alice", ChangeSource.CSV, operations))
        .isInstanceOf(ChangeResult.Accepted.class);
  }

  private List<ConfigurationObject> list(String resource, String... orderBy) {
    return console
        .list(
            ListRequest.newBuilder().setResource(resource).addAllOrderBy(List.of(orderBy)).build())
        .getObjectsList();
  }

  private String json(String resource, long id) {
    return console.get(GetRequest.newBuilder().setResource(resource).setId(id).build()).getJson();
  }

  @Test
  @Tag("SVX-325")
  void areCountedAboveTheLengthUpToWhichListsAreShown() {
    long day = theme("Day");
    long unused = theme("Unused");
    long night = theme("Night");
    services(Inverse.MAX_LENGTH + 1, "Meet", night);
    services(2, "Talk", day);

    List<ConfigurationObject> themes = list("ivr_theme", "-conference");

    assertThat(themes).extracting(ConfigurationObject::getId).containsExactly(night, day, unused);
    assertThat(themes)
        .extracting(theme -> theme.getListLengthsOrThrow("conference"))
        .containsExactly(Inverse.MAX_LENGTH + 1L, 2L, 0L);
    assertThat(themes)
        .extracting(theme -> theme.getListLengthsOrThrow("gateway_routing_rule"))
        .containsOnly(0L);
    assertThat(themes).noneMatch(theme -> theme.getJson().contains("\"conference\""));
    assertThat(json("ivr_theme", night)).doesNotContain("\"conference\"");
    assertThat(json("ivr_theme", day)).contains("\"conference\":[\"/api/");
  }

  @Test
  void orderRowsAcrossPages() {
    long day = theme("Day");
    long night = theme("Night");
    services(1, "Meet", night);

    ListRequest.Builder second =
        ListRequest.newBuilder().setResource("ivr_theme").setOffset(1).setLimit(1);

    assertThat(console.list(second.addOrderBy("conference").build()).getObjectsList())
        .extracting(ConfigurationObject::getId)
        .containsExactly(night);
    assertThat(console.list(second.setOrderBy(0, "-conference").build()).getObjectsList())
        .extracting(ConfigurationObject::getId)
        .containsExactly(day);
  }

  @Test
  void addUpAllResourcesOfAListWithSeveralReferencesEach() {
    long location =
        fixture.store.create(
            "system_location",
            Map.of("name", "Oslo", "dns_servers", List.of(1L), "ntp_servers", List.of(1L)));
    long node = fixture.store.create("worker_vm", NodesFixture.nodeValues(7, location));
    List<ObjectId> both =
        List.of(new ObjectId("worker_vm", node), new ObjectId("management_vm", 1));
    key('M', both);
    key('N', both);
    key('O', List.of());

    assertThat(list("ssh_authorized_key", "nodes"))
        .extracting(key -> key.getListLengthsOrThrow("nodes"))
        .containsExactly(0L, 2L, 2L);
  }

  private void key(char last, List<ObjectId> nodes) {
    fixture.store.create(
        "ssh_authorized_key",
        Map.of("keytype", "ssh-ed25519", "key", KEY_BUT_ONE + last, "nodes", nodes));
  }
}
