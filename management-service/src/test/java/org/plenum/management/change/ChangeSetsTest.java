package org.plenum.management.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.ChangeResult.Reason;
import org.plenum.management.change.ChangeResult.Rejection;
import org.plenum.management.change.ObjectChange.Kind;
import org.plenum.management.store.ConfigurationReader.Touched;
import org.plenum.management.store.HistoryEntry;
import org.plenum.management.store.StoredObject;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.config.Child;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.config.json.Parsed;

class ChangeSetsTest {
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

  private static Child alias(String alias) {
    return new Child(null, Values.of(Map.of("alias", alias)));
  }

  private static Map<String, Object> conference(String name, Child... aliases) {
    return Map.of("name", name, "aliases", List.of(aliases));
  }

  private List<StoredObject> aliasesOf(long conference) {
    var list = fixture.type("conference").field("aliases").orElseThrow();
    return fixture.store().read(reader -> reader.childObjects(list, conference));
  }

  private List<String> aliasTextsOf(long conference) {
    return aliasesOf(conference).stream().map(alias -> alias.values().text("alias")).toList();
  }

  private long location(String name) {
    long dns = fixture.create("dns_server", Map.of("address", "192.0.2." + (name.length() + 1)));
    long ntp = fixture.create("ntp_server", Map.of("address", name + ".example.org"));
    return fixture.create(
        "system_location",
        Map.of("name", name, "dns_servers", List.of(dns), "ntp_servers", List.of(ntp)));
  }

  @Test
  @Tag("PLAT-031")
  void fillsDefaultsAndCreationTime() {
    long id = fixture.create("conference", Map.of("name", "Meet"));

    Values meet = fixture.get("conference", id).values();
    assertThat(meet.text("service_type")).isEqualTo("conference");
    assertThat(meet.time("creation_time")).isEqualTo(StoreFixture.START);
  }

  @Test
  void createsChildrenWithTheirOwnerInTheOrderGiven() {
    long id =
        fixture.create("conference", conference("Meet", alias("meet"), alias("b"), alias("a")));

    assertThat(aliasTextsOf(id)).containsExactly("meet", "b", "a");
  }

  @Test
  void keepsIdentifiersOfChildrenWhenTheirListIsChanged() {
    long id = fixture.create("conference", conference("Meet", alias("one"), alias("two")));
    List<StoredObject> before = aliasesOf(id);

    fixture.accept(
        Operation.update(
            "conference",
            id,
            Values.of(
                Map.of(
                    "aliases",
                    List.of(alias("three"), new Child(before.getFirst().id(), Values.EMPTY))))));

    assertThat(aliasTextsOf(id)).containsExactly("three", "one");
    assertThat(aliasesOf(id).getLast().id()).isEqualTo(before.getFirst().id());
    assertThat(fixture.find("conference_alias", before.getLast().id())).isEmpty();
  }

  @Test
  void givesTheAliasOfADeletedConferenceFree() {
    long id = fixture.create("conference", conference("Meet", alias("meet")));

    fixture.accept(Operation.delete("conference", id));

    assertThat(aliasesOf(id)).isEmpty();
    fixture.create("conference", conference("Other", alias("meet")));
  }

  @Test
  void refusesADuplicateAliasWhateverItsCaseAndNamesItsPlace() {
    fixture.create("conference", conference("Meet", alias("größe")));

    Rejection rejection =
        fixture
            .refuse(
                Operation.create(
                    "conference", Values.of(conference("Other", alias("free"), alias("GRÖßE")))))
            .rejections()
            .getFirst();

    assertThat(rejection.reason()).isEqualTo(Reason.INVALID);
    assertThat(rejection.violations().messages()).containsOnlyKeys("aliases[1].alias");
    assertThat(fixture.findUnique("conference", "name", "Other")).isEmpty();
  }

  @Test
  void reportsEveryWrongOperationAndMakesNone() {
    long version = fixture.version();

    List<Rejection> rejections =
        fixture
            .refuse(
                Operation.create("conference", Values.of(Map.of("name", "Fine"))),
                Operation.create("conference", Values.of(Map.of("name", "", "pin", "x"))),
                Operation.update("conference", 4711, Values.of(Map.of("name", "Gone"))))
            .rejections();

    assertThat(rejections).extracting(Rejection::operation).containsExactly(1, 2);
    assertThat(rejections.getFirst().violations().messages()).containsOnlyKeys("name", "pin");
    assertThat(rejections.getLast().reason()).isEqualTo(Reason.ABSENT);
    assertThat(fixture.find("conference", 1)).isEmpty();
    assertThat(fixture.version()).isEqualTo(version);
  }

  @Test
  void reportsWhatCouldNotBeReadTogetherWithWhatIsMissing() {
    Parsed parsed =
        new Parsed(Values.of(Map.of("priority", 500L)), Violations.of("name", "Enter text."));

    Rejection rejection =
        fixture
            .refuse(new Operation.Create("gateway_routing_rule", parsed))
            .rejections()
            .getFirst();

    assertThat(rejection.violations().messages())
        .containsOnlyKeys("name", "priority", "match_string")
        .containsEntry("name", List.of("Enter text."));
  }

  @Test
  void refusesAReferenceToNothing() {
    Rejection rejection =
        fixture
            .refuse(
                Operation.create(
                    "conference_alias", Values.of(Map.of("alias", "a", "conference", 99L))))
            .rejections()
            .getFirst();

    assertThat(rejection.violations().messages()).containsOnlyKeys("conference");
  }

  @Test
  void refusesToDeleteWhatIsUsedAndNamesTheUser() {
    long location = location("Demo");
    long dns =
        (Long) fixture.get("system_location", location).values().list("dns_servers").getFirst();

    Rejection rejection =
        fixture.refuse(Operation.delete("dns_server", dns)).rejections().getFirst();

    assertThat(rejection.reason()).isEqualTo(Reason.IN_USE);
    assertThat(rejection.violations().messages().get(Violations.WHOLE_OBJECT).getFirst())
        .contains("location \"Demo\"", "dns_servers");
  }

  @Test
  void deletesAnObjectTogetherWithItsUserInAnyOrder() {
    long location = location("Demo");
    long dns =
        (Long) fixture.get("system_location", location).values().list("dns_servers").getFirst();

    fixture.accept(
        Operation.delete("dns_server", dns), Operation.delete("system_location", location));

    assertThat(fixture.find("dns_server", dns)).isEmpty();
  }

  @Test
  void refusesAnUpdateOfWhatHasBeenChangedMeanwhile() {
    long id = fixture.create("conference", conference("Meet", alias("meet")));
    OptionalLong seen = OptionalLong.of(fixture.get("conference", id).revision());
    Parsed patch = new Parsed(Values.of(Map.of("description", "mine")), Violations.NONE);
    // An alias belongs to what the client has seen of the conference.
    fixture.accept(
        Operation.update(
            "conference_alias", aliasesOf(id).getFirst().id(), Values.of(Map.of("alias", "new"))));

    Rejection rejection =
        fixture.refuse(new Operation.Update("conference", id, patch, seen)).rejections().getFirst();

    assertThat(rejection.reason()).isEqualTo(Reason.STALE);
  }

  @Test
  void makesNoVersionWhenNothingChanges() {
    long id = fixture.create("conference", conference("Meet", alias("meet")));
    long version = fixture.version();

    var accepted =
        fixture.accept(Operation.update("conference", id, Values.of(Map.of("name", "Meet"))));

    assertThat(accepted.version()).isEqualTo(version);
    assertThat(fixture.version()).isEqualTo(version);
  }

  @Test
  void replacesFieldsThatARequestLeavesOutByTheirDefaults() {
    long id =
        fixture.create("conference", Map.of("name", "Meet", "description", "old", "pin", "1234"));

    fixture.accept(
        new Operation.Replace(
            "conference",
            id,
            new Parsed(Values.of(Map.of("name", "Meet")), Violations.NONE),
            OptionalLong.empty()));

    Values meet = fixture.get("conference", id).values();
    assertThat(meet.text("description")).isEmpty();
    assertThat(meet.time("creation_time")).isEqualTo(StoreFixture.START);
  }

  @Test
  void tellsListenersInTheOrderOfVersionsWithBeforeAndAfter() {
    List<CommittedChange> heard = new ArrayList<>();
    fixture.changeSets().addListener(heard::add);
    long id = fixture.create("conference", conference("Meet", alias("meet")));
    fixture.accept(Operation.update("conference", id, Values.of(Map.of("description", "new"))));
    fixture.accept(Operation.delete("conference", id));

    assertThat(heard).extracting(CommittedChange::version).containsExactly(1L, 2L, 3L);
    assertThat(heard.get(0).changes())
        .extracting(change -> change.type().name(), ObjectChange::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("conference", Kind.CREATE),
            org.assertj.core.groups.Tuple.tuple("conference_alias", Kind.CREATE));
    ObjectChange update = heard.get(1).changes().getFirst();
    assertThat(update.before().orElseThrow().values().text("description")).isEmpty();
    assertThat(update.after().orElseThrow().values().text("description")).isEqualTo("new");
    assertThat(heard.get(2).changes()).extracting(ObjectChange::kind).containsOnly(Kind.DELETE);
  }

  @Test
  void staysAcceptedWhenAListenerFails() {
    fixture
        .changeSets()
        .addListener(
            change -> {
              throw new IllegalStateException("expected by the test");
            });

    long id = fixture.create("conference", Map.of("name", "Meet"));

    assertThat(fixture.find("conference", id)).isPresent();
  }

  @Test
  void keepsAnAuditTrailWithoutSecrets() {
    long id =
        fixture.create(
            "ntp_server", Map.of("address", "ntp.example.org", "key", "s3cret", "key_id", 7L));
    fixture.accept(Operation.update("ntp_server", id, Values.of(Map.of("key", "0ther"))));

    List<HistoryEntry> history =
        fixture.store().read(r -> r.audit().history(fixture.type("ntp_server"), id, 10));

    assertThat(history).extracting(HistoryEntry::kind).containsExactly("update", "create");
    assertThat(history).extracting(HistoryEntry::author).containsOnly("alice");
    assertThat(history).extracting(HistoryEntry::source).containsOnly("REST");
    assertThat(history.toString()).doesNotContain("s3cret", "0ther");
    assertThat(history.getFirst().afterJson().orElseThrow()).contains("(changed)");
  }

  @Test
  void listsWhatAReplicaHasMissed() {
    long first = fixture.create("conference", Map.of("name", "First"));
    long seen = fixture.version();
    long second = fixture.create("conference", Map.of("name", "Second"));
    fixture.accept(Operation.delete("conference", first));

    assertThat(fixture.touchedSince(seen, 100))
        .contains(Set.of(new Touched("conference", second), new Touched("conference", first)));
    assertThat(fixture.touchedSince(seen, 1)).isEmpty();
    assertThat(fixture.touchedSince(seen + 99, 100)).isEmpty();
    assertThat(fixture.touchedSince(seen + 2, 100)).contains(Set.of());
  }

  @Test
  void neverGivesTheIdentifierOfADeletedObjectAgain() {
    long first = fixture.create("conference", Map.of("name", "First"));
    fixture.accept(Operation.delete("conference", first));

    assertThat(fixture.create("conference", Map.of("name", "Second"))).isGreaterThan(first);
  }

  @Test
  void createsAndDeletesNoSingleton() {
    assertThat(fixture.refuse(Operation.create("global", Values.EMPTY)).rejections())
        .extracting(Rejection::reason)
        .containsExactly(Reason.NOT_ALLOWED);
    fixture
        .changeSets()
        .apply("setup", ChangeSource.SETUP, List.of(Operation.create("global", Values.EMPTY)));
    assertThat(fixture.refuse(Operation.delete("global", 1)).rejections())
        .extracting(Rejection::reason)
        .containsExactly(Reason.NOT_ALLOWED);
    assertThat(fixture.get("global", 1).values()).isNotNull();
  }

  @Test
  void answersWithTheObjectsInTheOrderOfTheOperations() {
    long id = fixture.create("conference", Map.of("name", "Old"));

    var accepted =
        fixture.accept(
            Operation.create("conference", Values.of(Map.of("name", "New"))),
            Operation.delete("conference", id));

    assertThat(accepted.objects().getFirst().map(StoredObject::title)).contains("New");
    assertThat(accepted.objects().getLast()).isEqualTo(Optional.empty());
  }
}
