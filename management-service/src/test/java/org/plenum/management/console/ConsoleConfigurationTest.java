package org.plenum.management.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.console.ConsoleFixture.Console;
import org.plenum.management.testing.StoreFixture;
import org.plenum.rpc.console.ChangeSetReply;
import org.plenum.rpc.console.ChangeSetRequest;
import org.plenum.rpc.console.ConfigurationChanged;
import org.plenum.rpc.console.ConfigurationObject;
import org.plenum.rpc.console.ConsoleConfigurationGrpc;
import org.plenum.rpc.console.ConsoleConfigurationGrpc.ConsoleConfigurationBlockingStub;
import org.plenum.rpc.console.CreateNodeDocumentRequest;
import org.plenum.rpc.console.DependentsReply;
import org.plenum.rpc.console.FieldError;
import org.plenum.rpc.console.Filter;
import org.plenum.rpc.console.GetRequest;
import org.plenum.rpc.console.HistoryEntry;
import org.plenum.rpc.console.ListReply;
import org.plenum.rpc.console.ListRequest;
import org.plenum.rpc.console.NodeDocumentReply;
import org.plenum.rpc.console.ObjectLabel;
import org.plenum.rpc.console.Operation;
import org.plenum.rpc.console.WatchConfigurationRequest;

class ConsoleConfigurationTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private ConsoleFixture fixture;
  private Console console;
  private ConsoleConfigurationBlockingStub alice;

  @BeforeEach
  void start() {
    fixture = new ConsoleFixture(folder);
    console = fixture.console();
    alice = console.as("alice");
  }

  @AfterEach
  void stop() throws InterruptedException {
    fixture.close();
  }

  private static Operation create(String resource, String json) {
    return Operation.newBuilder()
        .setKind(Operation.Kind.CREATE)
        .setResource(resource)
        .setJson(json)
        .build();
  }

  private static Operation update(String resource, long id, String json, long expected) {
    return Operation.newBuilder()
        .setKind(Operation.Kind.UPDATE)
        .setResource(resource)
        .setId(id)
        .setJson(json)
        .setExpectedRevision(expected)
        .build();
  }

  private static Operation delete(String resource, long id) {
    return Operation.newBuilder()
        .setKind(Operation.Kind.DELETE)
        .setResource(resource)
        .setId(id)
        .build();
  }

  private ChangeSetReply apply(Operation... operations) {
    return alice.apply(ChangeSetRequest.newBuilder().addAllOperations(List.of(operations)).build());
  }

  private ConfigurationObject made(String resource, String json) {
    ChangeSetReply reply = apply(create(resource, json));
    assertThat(reply.getErrorsList()).isEmpty();
    return reply.getObjects(0);
  }

  private ConfigurationObject conference(String name, String alias) {
    return made(
        "conference",
        """
        {"name": "%s", "aliases": [{"alias": "%s"}]}"""
            .formatted(name, alias));
  }

  private static JsonNode json(ConfigurationObject object) throws Exception {
    return JSON.readTree(object.getJson());
  }

  private List<String> names(ListRequest.Builder request) {
    return alice.list(request.build()).getObjectsList().stream()
        .map(
            object -> {
              try {
                return json(object).get("name").asText();
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            })
        .toList();
  }

  private static ListRequest.Builder conferences() {
    return ListRequest.newBuilder().setResource("conference");
  }

  private static Filter filter(String field, String operator, String value) {
    return Filter.newBuilder().setField(field).setOperator(operator).setValue(value).build();
  }

  private static GetRequest reference(ConfigurationObject object) {
    return GetRequest.newBuilder().setResource(object.getResource()).setId(object.getId()).build();
  }

  @Test
  void createsAnObjectWithItsChildrenAndShowsItWithoutSecrets() throws Exception {
    ConfigurationObject created =
        made(
            "conference",
            """
            {"name": "Meet", "pin": "1234", "aliases": [{"alias": "meet"}, {"alias": "m"}]}""");

    JsonNode shown = json(alice.get(reference(created)));
    assertThat(shown).isEqualTo(json(created));
    assertThat(shown.get("name").asText()).isEqualTo("Meet");
    assertThat(shown.get("aliases").findValuesAsText("alias")).containsExactly("meet", "m");
    assertThat(created.getRevision()).isPositive();
    ConfigurationObject ntp =
        made(
            "ntp_server",
            """
            {"address": "192.0.2.9", "key_id": 7, "key": "hush"}""");
    assertThat(ntp.getJson()).doesNotContain("hush");
    assertThat(ntp.getSecretsSetList()).containsExactly("key");
  }

  @Test
  void listsWithFiltersSearchOrderAndPages() {
    conference("Alpha", "one");
    conference("beta", "two");
    conference("Gamma", "three");

    assertThat(names(conferences().addOrderBy("-name"))).containsExactly("Gamma", "beta", "Alpha");
    assertThat(names(conferences().addFilters(filter("name", "icontains", "MM"))))
        .containsExactly("Gamma");
    assertThat(names(conferences().addFilters(filter("name", "", "beta")))).containsExactly("beta");
    assertThat(names(conferences().addFilters(filter("aliases__alias", "startswith", "t"))))
        .containsExactly("beta", "Gamma");
    assertThat(names(conferences().setSearch("ONE"))).containsExactly("Alpha");
    ListRequest aliasesOfGamma =
        ListRequest.newBuilder().setResource("conference_alias").setSearch("gamma").build();
    assertThat(alice.list(aliasesOfGamma).getTotalCount()).isEqualTo(1);
    ListReply page = alice.list(conferences().addOrderBy("name").setOffset(1).setLimit(1).build());
    assertThat(page.getTotalCount()).isEqualTo(3);
    assertThat(page.getVersion()).isEqualTo(fixture.store.version());
    assertThat(page.getObjectsList()).hasSize(1);
    assertThat(page.getObjects(0).getJson()).contains("\"beta\"", "\"two\"");
  }

  @Test
  void namesWhatIsWrongWithAQuestion() {
    assertThatThrownBy(
            () -> alice.list(conferences().addFilters(filter("nmae", "exact", "x")).build()))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("nmae");
    assertThatThrownBy(
            () -> alice.list(conferences().addFilters(filter("name", "like", "x")).build()))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("like");
    assertThatThrownBy(() -> alice.list(conferences().addOrderBy("nmae").build()))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("nmae");
    assertThatThrownBy(() -> alice.list(conferences().setOffset(-1).build()))
        .hasMessageContaining("INVALID_ARGUMENT: offset");
    assertThatThrownBy(
            () -> alice.get(GetRequest.newBuilder().setResource("conference").setId(99).build()))
        .hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(() -> alice.list(ListRequest.newBuilder().setResource("unicorn").build()))
        .hasMessageContaining("NOT_FOUND: There is no resource unicorn.");
  }

  @Test
  void reportsErrorsByOperationAndFieldAndChangesNothing() {
    conference("Meet", "meet");
    long version = fixture.store.version();

    ChangeSetReply reply =
        apply(
            create("conference", "{\"name\": \"meet\"}"),
            create(
                "conference",
                """
                {"name": "Other", "aliases": [{"alias": "fresh"}, {"alias": "MEET"}]}"""),
            create("conference", "{\"name\": \"Third\", \"colour\": \"red\"}"),
            create("conference", "{\"name\": "),
            create("unicorn", "{}"));

    assertThat(reply.getVersion()).isZero();
    assertThat(reply.getErrorsList())
        .extracting(error -> error.getOperation())
        .containsExactly(0, 1, 2, 3, 4);
    assertThat(reply.getErrorsList().stream().flatMap(error -> error.getFieldsList().stream()))
        .extracting(FieldError::getField)
        .containsExactly("name", "aliases[1].alias", "colour", "__all__", "name", "__all__");
    assertThat(fixture.store.version()).isEqualTo(version);
  }

  @Test
  void updatesOnlyWhatTheConsoleHasSeen() throws Exception {
    ConfigurationObject meet = conference("Meet", "meet");
    ConfigurationObject changed =
        apply(
                update(
                    "conference",
                    meet.getId(),
                    "{\"description\": \"Weekly\"}",
                    meet.getRevision()))
            .getObjects(0);
    assertThat(json(changed).get("description").asText()).isEqualTo("Weekly");
    assertThat(json(changed).get("name").asText()).isEqualTo("Meet");

    ChangeSetReply conflict =
        apply(
            update("conference", meet.getId(), "{\"description\": \"Daily\"}", meet.getRevision()));

    assertThat(conflict.getErrors(0).getFields(0).getMessages(0))
        .contains("changed in the meantime");
    assertThat(json(alice.get(reference(meet))).get("description").asText()).isEqualTo("Weekly");
  }

  @Test
  void deletesWithAnEmptyObjectAsAnswer() {
    ConfigurationObject meet = conference("Meet", "meet");

    ChangeSetReply reply = apply(delete("conference", meet.getId()));

    assertThat(reply.getObjectsList()).containsExactly(ConfigurationObject.getDefaultInstance());
    assertThatThrownBy(() -> alice.get(reference(meet))).hasMessageContaining("NOT_FOUND");
  }

  @Test
  void readOnlyAccountsSeeButDoNotChange() {
    ConfigurationObject meet = conference("Meet", "meet");
    ConsoleConfigurationBlockingStub bob = console.as("bob");

    assertThat(bob.get(reference(meet)).getJson()).contains("Meet");
    assertThatThrownBy(
            () ->
                bob.apply(
                    ChangeSetRequest.newBuilder()
                        .addOperations(delete("conference", meet.getId()))
                        .build()))
        .hasMessageContaining("PERMISSION_DENIED");
    assertThatThrownBy(() -> bob.createNodeDocument(CreateNodeDocumentRequest.getDefaultInstance()))
        .hasMessageContaining("PERMISSION_DENIED");
  }

  @Test
  void tellsWhatADeletionTakesAlongAndWhatForbidsIt() {
    ConfigurationObject meet = conference("Meet", "meet");
    long dns = made("dns_server", "{\"address\": \"192.0.2.77\"}").getId();
    made(
        "system_location",
        """
        {"name": "Demo", "dns_servers": [%d], "ntp_servers": [1]}"""
            .formatted(dns));

    DependentsReply ofMeet = alice.dependents(reference(meet));
    DependentsReply ofDns =
        alice.dependents(GetRequest.newBuilder().setResource("dns_server").setId(dns).build());

    assertThat(ofMeet.getDeletedTooList())
        .extracting(ObjectLabel::getResource, ObjectLabel::getLabel)
        .containsExactly(tuple("conference_alias", "meet"));
    assertThat(ofMeet.getBlockingList()).isEmpty();
    assertThat(ofDns.getDeletedTooList()).isEmpty();
    assertThat(ofDns.getBlockingList())
        .extracting(ObjectLabel::getResource, ObjectLabel::getLabel)
        .containsExactly(tuple("system_location", "Demo"));
  }

  @Test
  void tellsTheHistoryOfAnObjectEvenAfterItsEnd() {
    ConfigurationObject meet = conference("Meet", "meet");
    apply(update("conference", meet.getId(), "{\"description\": \"Weekly\"}", 0));
    apply(delete("conference", meet.getId()));

    List<HistoryEntry> history = alice.history(reference(meet)).getEntriesList();

    assertThat(history)
        .extracting(HistoryEntry::getKind)
        .containsExactly("delete", "update", "create");
    assertThat(history).extracting(HistoryEntry::getAuthor).containsOnly("alice");
    assertThat(history).extracting(HistoryEntry::getSource).containsOnly("console");
    assertThat(history.get(1).getBeforeJson()).doesNotContain("Weekly");
    assertThat(history.get(1).getAfterJson()).contains("Weekly");
    assertThat(history.getFirst().getTime()).isEqualTo(StoreFixture.START.toEpochMilli());
  }

  @Test
  void tellsWatchersWhatWasTouched() {
    List<ConfigurationChanged> notices = new CopyOnWriteArrayList<>();
    watch(notices, "conference");
    ConfigurationObject meet = conference("Meet", "meet");
    made("dns_server", "{\"address\": \"192.0.2.77\"}");
    await().until(() -> notices.size() == 1);
    assertThat(notices.getFirst().getVersion()).isEqualTo(meet.getRevision());
    assertThat(notices.getFirst().getObjectsList())
        .contains(
            ObjectLabel.newBuilder()
                .setResource("conference")
                .setId(meet.getId())
                .setLabel("Meet")
                .build())
        .allMatch(label -> label.getResource().equals("conference"));

    // Who shows a conference shows its aliases.
    made(
        "conference_alias",
        """
        {"alias": "again", "conference": "/api/admin/configuration/v1/conference/%d/"}"""
            .formatted(meet.getId()));

    await().until(() -> notices.size() == 2);
    assertThat(notices.getLast().getObjects(0).getId()).isEqualTo(meet.getId());
  }

  @Test
  void refusesToWatchWhatDoesNotExist() {
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    ConsoleConfigurationGrpc.newStub(alice.getChannel())
        .watch(
            WatchConfigurationRequest.newBuilder().addResources("unicorn").build(),
            new Collector(new CopyOnWriteArrayList<>(), failures));

    await().until(() -> !failures.isEmpty());
    assertThat(failures.getFirst())
        .hasMessageContaining("NOT_FOUND")
        .hasMessageContaining("unicorn");
  }

  @Test
  @Tag("SVC-004")
  void makesTheDocumentOfANode() {
    made(
        "system_location",
        """
        {"name": "Demo", "dns_servers": [1], "ntp_servers": [1]}""");
    long node =
        made(
                "worker_vm",
                """
                {"name": "node1", "hostname": "node1", "domain": "example.com",
                 "address": "192.0.2.11", "netmask": "255.255.255.0", "gateway": "192.0.2.254",
                 "system_location": 1}""")
            .getId();

    NodeDocumentReply reply =
        alice.createNodeDocument(CreateNodeDocumentRequest.newBuilder().setNodeId(node).build());

    assertThat(reply.getFileName()).isEqualTo("plenum-node1.example.com.xml");
    assertThat(reply.getDocument().toString(StandardCharsets.UTF_8)).contains("<plenum-node>");
    assertThat(reply.getExpires())
        .isEqualTo(StoreFixture.START.plus(Duration.ofDays(7)).toEpochMilli());
    assertThatThrownBy(
            () ->
                alice.createNodeDocument(
                    CreateNodeDocumentRequest.newBuilder().setNodeId(node + 1).build()))
        .hasMessageContaining("NOT_FOUND");
  }

  private void watch(List<ConfigurationChanged> notices, String resource) {
    ConsoleConfigurationGrpc.newStub(alice.getChannel())
        .withInterceptors(
            ConsoleFixture.bearer(console.login("alice", ConsoleFixture.PASSWORD).getToken()))
        .watch(
            WatchConfigurationRequest.newBuilder().addResources(resource).build(),
            new Collector(notices, new CopyOnWriteArrayList<>()));
    await().until(() -> fixture.server.watchers() == 1);
  }

  private record Collector(List<ConfigurationChanged> notices, List<Throwable> failures)
      implements StreamObserver<ConfigurationChanged> {
    @Override
    public void onNext(ConfigurationChanged notice) {
      notices.add(notice);
    }

    @Override
    public void onError(Throwable failure) {
      failures.add(failure);
    }

    @Override
    public void onCompleted() {}
  }
}
