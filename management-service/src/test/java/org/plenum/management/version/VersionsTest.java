package org.plenum.management.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.ChangeResult;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.ChangeSets;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.ObjectChange.Kind;
import org.plenum.management.change.Operation;
import org.plenum.management.change.Plan;
import org.plenum.management.query.ListQuery;
import org.plenum.management.query.QueryParser;
import org.plenum.management.setup.InitialConfiguration;
import org.plenum.management.store.AuditTrail;
import org.plenum.management.store.StoredObject;
import org.plenum.management.store.VersionEntry;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.management.testing.StoreFixture;
import org.plenum.management.version.RollbackResult.Done;
import org.plenum.management.version.RollbackResult.Refused;
import org.plenum.model.config.Child;
import org.plenum.model.config.Values;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.SelfSignedCertificate;
import org.plenum.model.pki.SubjectNames;

class VersionsTest {
  @TempDir Path folder;
  private StoreFixture fixture;
  private Versions versions;

  @BeforeEach
  void open() {
    fixture = new StoreFixture(folder);
    versions = new Versions(fixture.store(), fixture.changeSets());
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private long dns(String address) {
    return fixture.create("dns_server", Map.of("address", address));
  }

  private static Child alias(String alias) {
    return new Child(null, Values.of(Map.of("alias", alias)));
  }

  private long room(String name, String... aliases) {
    List<Child> children = java.util.Arrays.stream(aliases).map(VersionsTest::alias).toList();
    return fixture.create("conference", Map.of("name", name, "aliases", children));
  }

  private void set(String resource, long id, String field, Object value) {
    fixture.accept(Operation.update(resource, id, Values.of(Map.of(field, value))));
  }

  private List<ObjectDifference> compare(long from, long to) {
    return versions.compare(from, to, 0, 100).objects();
  }

  private long back(long version) {
    return switch (versions.rollback("bob", version, OptionalLong.empty())) {
      case Done done -> done.version();
      case Refused refused -> throw new AssertionError(refused.problems().toString());
    };
  }

  private List<StoredObject> aliasesOf(long conference) {
    return fixture
        .store()
        .read(
            reader ->
                reader.childObjects(
                    fixture.type("conference").childFields().getFirst(), conference));
  }

  @Test
  void listsVersionsWithWhatTheyTouched() {
    dns("192.0.2.1");
    room("Meet", "meet", "m2");

    List<VersionEntry> all = versions.list(ListQuery.FIRST_PAGE).objects();

    assertThat(all).extracting(VersionEntry::version).containsExactly(2L, 1L);
    assertThat(all.getFirst().author()).isEqualTo("alice");
    assertThat(all.getFirst().objectCount()).isEqualTo(3);
    assertThat(all.getFirst().touched())
        .extracting(VersionEntry.Touched::resource, VersionEntry.Touched::count)
        .containsExactly(tuple("conference", 1), tuple("conference_alias", 2));
  }

  @Test
  void filtersVersionsByResourceAndAuthor() {
    dns("192.0.2.1");
    room("Meet");
    back(1);
    QueryParser parser = new QueryParser(AuditTrail.VERSION_ATTRIBUTES);

    assertThat(versions.list(parser.parse(Map.of("resource", List.of("conference")))).objects())
        .extracting(VersionEntry::version)
        .containsExactly(3L, 2L);
    assertThat(versions.list(parser.parse(Map.of("author", List.of("bob")))).objects())
        .extracting(VersionEntry::source)
        .containsExactly("restore");
    assertThat(versions.list(new ListQuery(List.of(), "DNS_", List.of(), 0, 10)).objects())
        .extracting(VersionEntry::version)
        .containsExactly(1L);
  }

  @Test
  void comparesTheNetEffectOfSeveralVersions() {
    long kept = dns("192.0.2.1");
    long changed = dns("192.0.2.2");
    long start = fixture.version();
    set("dns_server", changed, "description", "first");
    set("dns_server", changed, "description", "second");
    set("dns_server", kept, "description", "x");
    set("dns_server", kept, "description", "");
    long passing = dns("192.0.2.3");
    fixture.accept(Operation.delete("dns_server", passing));
    long created = dns("192.0.2.4");

    List<ObjectDifference> differences = compare(start, fixture.version());

    assertThat(differences)
        .extracting(ObjectDifference::id, ObjectDifference::kind, ObjectDifference::title)
        .containsExactly(
            tuple(changed, Kind.UPDATE, "192.0.2.2"), tuple(created, Kind.CREATE, "192.0.2.4"));
    FieldDifference field = differences.getFirst().fields().getFirst();
    assertThat(field.field()).isEqualTo("description");
    assertThat(field.before().asText()).isEmpty();
    assertThat(field.after().asText()).isEqualTo("second");
    assertThat(compare(fixture.version(), start))
        .extracting(ObjectDifference::kind)
        .containsExactly(Kind.UPDATE, Kind.DELETE);
  }

  @Test
  void makesDeletedObjectsAgainUnderTheirIdentifiersWithChildrenAndTimes() {
    long id = room("Meet", "b", "a");
    List<StoredObject> aliases = aliasesOf(id);
    StoredObject before = fixture.get("conference", id);
    long version = fixture.version();
    fixture.setTime(StoreFixture.START.plusSeconds(60));
    fixture.accept(Operation.delete("conference", id));

    back(version);

    assertThat(fixture.get("conference", id).values()).isEqualTo(before.values());
    assertThat(aliasesOf(id))
        .extracting(StoredObject::id, StoredObject::values)
        .containsExactlyElementsOf(
            aliases.stream().map(alias -> tuple(alias.id(), alias.values())).toList());
    assertThat(room("Next")).isGreaterThan(id);
  }

  @Test
  void neverHandsOutTheIdentifierOfAnObjectThatARollbackDeleted() {
    dns("192.0.2.1");
    long version = fixture.version();
    long deleted = dns("192.0.2.2");

    back(version);

    assertThat(fixture.find("dns_server", deleted)).isEmpty();
    assertThat(dns("192.0.2.3")).isGreaterThan(deleted);
  }

  @Test
  void bringsSecretsBackAndNeverShowsThem() {
    long id =
        fixture.create("ntp_server", Map.of("address", "192.0.2.1", "key_id", 1L, "key", "s3cret"));
    long version = fixture.version();
    set("ntp_server", id, "key", "other1");
    assertThat(compare(version, fixture.version()).getFirst().fields())
        .extracting(field -> field.before().asText(), field -> field.after().asText())
        .containsExactly(tuple("********", "******** (changed)"));
    fixture.accept(Operation.delete("ntp_server", id));

    assertThat(versions.preview(version).toString()).doesNotContain("s3cret", "other1");
    back(version);

    assertThat(fixture.get("ntp_server", id).values().text("key")).isEqualTo("s3cret");
    List<String> kept =
        fixture
            .database()
            .read(
                handle ->
                    handle
                        .createQuery(
                            "SELECT coalesce(before_secrets, '') || coalesce(after_secrets, '')"
                                + " || coalesce(before_json, '') || coalesce(after_json, '')"
                                + " FROM change")
                        .mapTo(String.class)
                        .list());
    assertThat(kept.toString()).doesNotContain("s3cret", "other1");
  }

  @Test
  void seesNoDifferenceInASecretThatIsWhatItWasAgain() {
    long id =
        fixture.create("ntp_server", Map.of("address", "192.0.2.1", "key_id", 1L, "key", "s3cret"));
    long version = fixture.version();
    set("ntp_server", id, "key", "other1");
    set("ntp_server", id, "key", "s3cret");

    assertThat(compare(version, fixture.version())).isEmpty();
  }

  @Test
  void bringsCertificatesBackWithTheirKeys() {
    Credentials own =
        new SelfSignedCertificate(InstantSource.fixed(StoreFixture.START))
            .create(KeyType.EC_P256, "node.example.com", SubjectNames.of("node.example.com"));
    long id =
        fixture.create(
            "tls_certificate",
            Map.of(
                "certificate",
                PemText.of(own.chain()),
                "private_key",
                PemText.of(own.privateKey())));
    StoredObject before = fixture.get("tls_certificate", id);
    long version = fixture.version();
    fixture.accept(Operation.delete("tls_certificate", id));

    back(version);

    assertThat(fixture.get("tls_certificate", id).values()).isEqualTo(before.values());
  }

  @Test
  void exchangesUniqueValuesBack() {
    long one = room("One", "a");
    long two = room("Two", "b");
    long version = fixture.version();
    set("conference", one, "name", "Three");
    set("conference", two, "name", "One");
    set("conference", one, "name", "Two");

    back(version);

    assertThat(fixture.get("conference", one).title()).isEqualTo("One");
    assertThat(fixture.get("conference", two).title()).isEqualTo("Two");
    assertThat(aliasesOf(one)).extracting(StoredObject::title).containsExactly("a");
  }

  @Test
  void takesAChildBackFromAnOwnerThatGoes() {
    long one = room("One", "a");
    long version = fixture.version();
    StoredObject alias = aliasesOf(one).getFirst();
    long two = room("Two");
    set("conference_alias", alias.id(), "conference", two);

    back(version);

    assertThat(fixture.find("conference", two)).isEmpty();
    assertThat(aliasesOf(one))
        .extracting(StoredObject::id, StoredObject::values)
        .containsExactly(tuple(alias.id(), alias.values()));
  }

  @Test
  void rollsARollbackBack() {
    long kept = dns("192.0.2.1");
    long version = fixture.version();
    set("dns_server", kept, "description", "new");
    long created = dns("192.0.2.2");
    long later = fixture.version();

    back(version);
    assertThat(fixture.find("dns_server", created)).isEmpty();
    back(later);

    assertThat(fixture.get("dns_server", kept).values().text("description")).isEqualTo("new");
    assertThat(fixture.find("dns_server", created)).isPresent();
    assertThat(compare(later, fixture.version())).isEmpty();
  }

  @Test
  void previewsExactlyWhatItThenDoes() {
    dns("192.0.2.1");
    long version = fixture.version();
    room("Meet", "meet");
    long current = fixture.version();

    RollbackPreview preview = versions.preview(version);

    assertThat(preview.current()).isEqualTo(current).isEqualTo(fixture.version());
    assertThat(preview.problems()).isEmpty();
    long made = back(version);
    assertThat(versions.changes(made, 0, 10).objects()).isEqualTo(preview.changes());
  }

  @Test
  void refusesARollbackWhenTheConfigurationHasChangedSinceThePreview() {
    dns("192.0.2.1");
    dns("192.0.2.2");
    long seen = versions.preview(1).current();
    dns("192.0.2.3");

    assertThatThrownBy(() -> versions.rollback("bob", 1, OptionalLong.of(seen)))
        .isInstanceOf(StaleVersionException.class);
    assertThat(fixture.version()).isEqualTo(3);
  }

  @Test
  void namesWhatIsInTheWay() {
    dns("192.0.2.1");
    long version = fixture.version();
    new InitialConfiguration(fixture.store(), fixture.changeSets()).ensure(ServiceFixture.NETWORK);

    RollbackPreview preview = versions.preview(version);

    // Singletons stay, and what they refer to has to stay with them.
    assertThat(preview.problems())
        .anyMatch(problem -> problem.contains("is used by management node \"mgr.example.org\""));
    assertThat(preview.notes()).contains("There is always one management node; it stays as it is.");
    assertThat(versions.rollback("bob", version, OptionalLong.empty())).isInstanceOf(Refused.class);
  }

  @Test
  void leavesWhatOnlyThePlatformSetsAsItIs() {
    new InitialConfiguration(fixture.store(), fixture.changeSets()).ensure(ServiceFixture.NETWORK);
    long version = fixture.version();
    set("management_vm", 1, "address", "192.0.2.99");
    set("management_vm", 1, "description", "moved");

    back(version);

    Values management = fixture.get("management_vm", 1).values();
    assertThat(management.text("description")).isEqualTo("mgr.example.org");
    assertThat(management.text("address")).isEqualTo("192.0.2.99");
  }

  @Test
  void readsEntriesOfResourcesAndFieldsThatAreGone() {
    long id = dns("192.0.2.1");
    dns("192.0.2.2");
    set("dns_server", id, "description", "x");
    fixture
        .database()
        .write(
            handle -> {
              handle.execute(
                  "UPDATE change SET resource = 'fax', before_json = NULL,"
                      + " after_json = '{\"id\": 9, \"name\": \"old\"}' WHERE version = 2");
              return handle.execute(
                  "UPDATE change SET before_json = json_set(before_json, '$.gone', 'y')"
                      + " WHERE version = 3");
            });

    assertThat(compare(1, 3)).extracting(ObjectDifference::resource).contains("fax");
    assertThat(versions.changes(2, 0, 10).objects().getFirst().fields())
        .extracting(FieldDifference::field)
        .containsExactly("name");
    back(1);
    assertThat(fixture.get("dns_server", id).values().text("description")).isEmpty();
    assertThat(versions.preview(1).notes())
        .containsExactly("fax is no resource of this release any more.");
  }

  @Test
  void refusesAPlanForMoreObjectsThanAChangeSetMayHave() {
    int many = ChangeSets.MAX_OPERATIONS + 1;
    Plan plan = reader -> Collections.nCopies(many, Operation.delete("dns_server", 1));

    ChangeResult result = fixture.changeSets().rehearse(ChangeSource.RESTORE, plan).result();

    assertThat(((Rejected) result).sentences(index -> ""))
        .singleElement()
        .asString()
        .startsWith(many + " objects would have to be changed");
  }

  @Test
  void knowsWhichVersionsThereAre() {
    assertThatThrownBy(() -> versions.preview(7)).isInstanceOf(UnknownVersionException.class);
    assertThatThrownBy(() -> compare(1, 2)).isInstanceOf(UnknownVersionException.class);
  }
}
