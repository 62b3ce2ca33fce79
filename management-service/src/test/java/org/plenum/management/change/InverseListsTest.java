package org.plenum.management.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.ChangeResult.Reason;
import org.plenum.management.change.ChangeResult.Rejection;
import org.plenum.management.testing.NodesFixture;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.access.Permission;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.ObjectId;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.config.json.ApiJson;
import org.plenum.model.config.json.Parsed;

class InverseListsTest {
  private static final String SSH_KEY =
      "AAAAC3NzaC1lZDI1NTE5AAAAIOUtIPI1WGdDPGnV9xwDOCkMimyVECnmxOZU88dsAkrN";

  @TempDir Path folder;
  private StoreFixture fixture;

  @BeforeEach
  void openStore() {
    fixture = new StoreFixture(folder);
  }

  @AfterEach
  void closeStore() {
    fixture.close();
  }

  private long conference(String name) {
    return fixture.create("conference", Map.of("name", name));
  }

  private static ObjectId service(long id) {
    return new ObjectId("conference", id);
  }

  private long theme(String name, ObjectId... services) {
    return fixture.create("ivr_theme", Map.of("name", name, "conference", List.of(services)));
  }

  private Long themeOf(long conference) {
    return fixture.get("conference", conference).values().number("ivr_theme");
  }

  private ObjectNode read(String resource, long id, Permissions permissions) {
    ResourceType<?> type = fixture.type(resource);
    return fixture
        .store()
        .read(
            reader -> {
              var object = reader.object(type, id).orElseThrow();
              var related = reader.relatedTo(type, List.of(object)).visibleTo(permissions);
              return new ApiJson(reader.catalog()).write(type, id, object.values(), related);
            });
  }

  private Rejection refusal(Operation operation) {
    return fixture.refuse(operation).rejections().getFirst();
  }

  @Test
  @Tag("SVX-319")
  @Tag("SVX-326")
  void aNewThemeIsGivenToTheServicesThatItLists() {
    long meet = conference("Meet");
    long talk = conference("Talk");

    long night = theme("Night", service(meet), service(talk));

    assertThat(themeOf(meet)).isEqualTo(night);
    assertThat(read("ivr_theme", night, Permissions.ALL).path("conference"))
        .extracting(node -> node.asText())
        .containsExactly(service(meet).uri(), service(talk).uri());
  }

  @Test
  @Tag("SVX-319")
  void aServiceThatIsNotListedAnyMoreLosesTheThemeAndOneThatIsAddedMoves() {
    long meet = conference("Meet");
    long talk = conference("Talk");
    long night = theme("Night", service(meet));
    long day = theme("Day", service(talk));

    fixture.accept(
        Operation.update(
            "ivr_theme", night, Values.of(Map.of("conference", List.of(service(talk))))));

    assertThat(themeOf(meet)).isNull();
    assertThat(themeOf(talk)).isEqualTo(night);
    assertThat(read("ivr_theme", day, Permissions.ALL).path("conference")).isEmpty();
  }

  @Test
  void onlyTheObjectsThatReallyChangeAreAudited() {
    long meet = conference("Meet");
    long night = theme("Night");
    long before = fixture.version();

    fixture.accept(
        Operation.update(
            "ivr_theme", night, Values.of(Map.of("conference", List.of(service(meet))))));

    assertThat(fixture.touchedSince(before, 10).orElseThrow())
        .extracting(touched -> touched.resource())
        .containsExactly("conference");
  }

  @Test
  void aListThatARequestDoesNotCarryStays() {
    long meet = conference("Meet");
    long night = theme("Night", service(meet));
    Parsed whole = new Parsed(Values.of(Map.of("name", "Dusk")), Violations.NONE);

    fixture.accept(new Operation.Replace("ivr_theme", night, whole, OptionalLong.empty()));

    assertThat(themeOf(meet)).isEqualTo(night);
  }

  @Test
  void whoHasSeenAnOldListOverwritesNothing() {
    long meet = conference("Meet");
    long night = theme("Night");
    OptionalLong seen = OptionalLong.of(fixture.get("ivr_theme", night).revision());
    fixture.accept(Operation.update("conference", meet, Values.of(Map.of("ivr_theme", night))));

    Parsed emptied = new Parsed(Values.of(Map.of("conference", List.of())), Violations.NONE);
    Rejection late = refusal(new Operation.Update("ivr_theme", night, emptied, seen));

    assertThat(late.reason()).isEqualTo(Reason.STALE);
    assertThat(themeOf(meet)).isEqualTo(night);
  }

  @Test
  void namesTheListWhenItLeadsNowhereOrHasAnEntryTwice() {
    long meet = conference("Meet");
    for (List<ObjectId> wrong :
        List.of(List.of(service(999)), List.of(service(meet), service(meet)))) {
      Rejection rejection =
          refusal(
              Operation.create(
                  "ivr_theme", Values.of(Map.of("name", "Night", "conference", wrong))));
      assertThat(rejection.violations().messages()).containsOnlyKeys("conference");
    }
    assertThat(themeOf(meet)).isNull();
  }

  @Test
  @Tag("SVC-074")
  void runsTheRulesOfTheObjectsThatRefer() {
    long alice = fixture.create("automatic_participant", Map.of("alias", "alice@example.org"));
    List<ObjectId> listed = List.of(new ObjectId("automatic_participant", alice));

    Rejection rejection =
        refusal(
            Operation.create(
                "conference",
                Values.of(
                    Map.of(
                        "name",
                        "Reception",
                        "service_type",
                        "two_stage_dialing",
                        "automatic_participants",
                        listed))));

    assertThat(rejection.violations().messages()).containsOnlyKeys("automatic_participants");
    assertThat(rejection.violations().messages().toString()).contains("alice@example.org");
  }

  @Test
  @Tag("SVC-074")
  @Tag("SVX-193")
  void aParticipantCanBeOfSeveralServicesAndIsShownWhole() {
    long alice = fixture.create("automatic_participant", Map.of("alias", "alice@example.org"));
    List<ObjectId> listed = List.of(new ObjectId("automatic_participant", alice));
    long meet =
        fixture.create("conference", Map.of("name", "Meet", "automatic_participants", listed));
    long talk =
        fixture.create("conference", Map.of("name", "Talk", "automatic_participants", listed));

    fixture.accept(
        Operation.update(
            "conference", meet, Values.of(Map.of("automatic_participants", List.of()))));

    assertThat((Object) fixture.get("automatic_participant", alice).values().list("conference"))
        .isEqualTo(List.of(talk));
    assertThat(
            read("conference", talk, Permissions.ALL)
                .path("automatic_participants")
                .path(0)
                .path("alias")
                .asText())
        .isEqualTo("alice@example.org");
  }

  @Test
  void whatManyListsOfARequestConcernIsChangedOnce() {
    long alice = fixture.create("automatic_participant", Map.of("alias", "alice@example.org"));
    List<ObjectId> listed = List.of(new ObjectId("automatic_participant", alice));
    List<Long> services = List.of(conference("Meet"), conference("Talk"), conference("Desk"));
    long before = fixture.version();

    fixture.accept(
        services.stream()
            .map(id -> update("conference", id, "automatic_participants", listed))
            .toArray(Operation[]::new));

    assertThat((Object) fixture.get("automatic_participant", alice).values().list("conference"))
        .isEqualTo(services);
    assertThat(fixture.touchedSince(before, 10).orElseThrow()).hasSize(1);
    assertThat(
            read("conference", services.getLast(), Permissions.ALL)
                .path("automatic_participants")
                .path(0)
                .has("conference"))
        .isFalse();
  }

  @Test
  void ofTwoThemesThatListAServiceInOneRequestItHasTheLast() {
    long meet = conference("Meet");
    long night = theme("Night");
    long day = theme("Day", service(meet));
    long before = fixture.version();
    long seen = fixture.get("ivr_theme", night).revision();

    fixture.accept(
        update("ivr_theme", night, "conference", List.of(service(meet))),
        update("ivr_theme", day, "conference", List.of(service(meet))));

    assertThat(themeOf(meet)).isEqualTo(day);
    // Nothing is different, so no revision was used up that the next change gets.
    assertThat(fixture.version()).isEqualTo(before);
    assertThat(fixture.get("ivr_theme", night).revision()).isEqualTo(seen);
  }

  @Test
  void anOperationSeesWhatTheListsBeforeItHaveChanged() {
    long meet = conference("Meet");
    long night = theme("Night");

    fixture.accept(
        update("ivr_theme", night, "conference", List.of(service(meet))),
        update("conference", meet, "description", "dark"),
        update("ivr_theme", night, "conference", List.of()),
        Operation.delete("ivr_theme", night));

    assertThat(themeOf(meet)).isNull();
    assertThat(fixture.get("conference", meet).values().text("description")).isEqualTo("dark");
  }

  private static Operation update(String resource, long id, String field, Object value) {
    return Operation.update(resource, id, Values.of(Map.of(field, value)));
  }

  @Test
  void whoMayOnlyViewTheOthersCanSendTheListBackAndNotChangeIt() {
    long dns = fixture.create("dns_server", Map.of("address", "192.0.2.53"));
    long ntp = fixture.create("ntp_server", Map.of("address", "192.0.2.123"));
    long oslo =
        fixture.create(
            "system_location",
            Map.of("name", "Oslo", "dns_servers", List.of(dns), "ntp_servers", List.of(ntp)));
    long node = fixture.create("worker_vm", NodesFixture.nodeValues(1, oslo));
    ObjectId listed = new ObjectId("worker_vm", node);
    long key = sshKey(listed);
    Permissions viewer =
        Permissions.of(
            List.of(
                Permission.MAY_MODIFY_SYSTEM_CONFIGURATION.codename(),
                Permission.MAY_VIEW_PLATFORM_CONFIGURATION.codename()));

    fixture.accept(updateKey(key, viewer, listed.uri()));
    Rejection changed = refusal(updateKey(key, viewer));

    assertThat(changed.violations().messages()).containsOnlyKeys("nodes");
    assertThat((Object) fixture.get("worker_vm", node).values().list("ssh_authorized_keys"))
        .isEqualTo(List.of(key));
  }

  @Test
  void whoMayNotViewTheOthersNeitherSeesNorSendsTheList() {
    long key = sshKey();
    Permissions blind =
        Permissions.of(List.of(Permission.MAY_MODIFY_SYSTEM_CONFIGURATION.codename()));

    assertThat(read("ssh_authorized_key", key, blind).has("nodes")).isFalse();
    assertThat(read("ssh_authorized_key", key, Permissions.ALL).has("nodes")).isTrue();
    assertThat(refusal(updateKey(key, blind)).violations().messages()).containsOnlyKeys("nodes");
  }

  private long sshKey(ObjectId... nodes) {
    return fixture.create(
        "ssh_authorized_key",
        Map.of("keytype", "ssh-ed25519", "key", SSH_KEY, "nodes", List.of(nodes)));
  }

  private Operation updateKey(long key, Permissions permissions, String... nodes) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    var list = request.putArray("nodes");
    List.of(nodes).forEach(list::add);
    Parsed parsed =
        new ApiJson(fixture.store().catalog())
            .read(fixture.type("ssh_authorized_key"), request, permissions);
    return new Operation.Update("ssh_authorized_key", key, parsed, OptionalLong.empty());
  }
}
