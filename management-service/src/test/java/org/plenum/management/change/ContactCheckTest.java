package org.plenum.management.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeResult.Reason;
import org.plenum.management.change.ChangeResult.Rejection;
import org.plenum.management.store.StoredObject;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.resource.PlenumResources;

class ContactCheckTest {
  private static final String SOURCE = "ldap_sync_source";
  private static final Violations AWAY = Violations.of("ldap_server", "Nobody answers.");

  @TempDir Path folder;
  private final Network network = new Network();
  private StoreFixture fixture;

  /** Servers that answer or not, and what happens while one waits for them. */
  private static final class Network implements ServerContact {
    private final List<StoredObject> contacted = new ArrayList<>();
    private Violations problems = Violations.NONE;
    private @Nullable Runnable meanwhile;

    @Override
    public boolean concerns(String resource) {
      return resource.equals(SOURCE);
    }

    @Override
    public Violations problems(StoredObject object) {
      contacted.add(object);
      if (meanwhile != null) {
        CompletableFuture.runAsync(meanwhile).join();
      }
      return problems;
    }
  }

  @BeforeEach
  void openStore() {
    fixture = new StoreFixture(folder, PlenumResources.catalog(), network);
  }

  @AfterEach
  void closeStore() {
    fixture.close();
  }

  private static Map<String, Object> source(String name) {
    return Map.of(
        "name",
        name,
        "ldap_server",
        "ldap.example.com",
        "ldap_bind_username",
        "reader",
        "ldap_bind_password",
        "secret",
        "ldap_base_dn",
        "dc=example,dc=com");
  }

  private static Operation create(String name) {
    return Operation.create(SOURCE, Values.of(source(name)));
  }

  @Test
  @Tag("SVC-220")
  void savesNothingWhileTheServerCannotBeContacted() {
    network.problems = AWAY;
    long before = fixture.version();

    assertThat(fixture.refuse(create("staff")).rejections())
        .containsExactly(new Rejection(0, Reason.INVALID, AWAY));
    assertThat(fixture.version()).isEqualTo(before);
  }

  @Test
  @Tag("SVC-220")
  void contactsTheObjectAsItWouldBe() {
    long id = fixture.create(SOURCE, source("staff"));

    fixture.accept(Operation.update(SOURCE, id, Values.of(Map.of("ldap_server", "b.example.com"))));

    Values last = network.contacted.getLast().values();
    assertThat(last.text("ldap_server")).isEqualTo("b.example.com");
    assertThat(last.text("ldap_bind_password")).isEqualTo("secret");
  }

  @Test
  void contactsNobodyForAnObjectThatIsWrongAnyway() {
    fixture.refuse(Operation.create(SOURCE, Values.of(Map.of("name", "staff"))));

    assertThat(network.contacted).isEmpty();
  }

  @Test
  void doesNotKeepOthersFromWritingMeanwhile() {
    network.meanwhile = () -> fixture.create("conference", Map.of("name", "Meet"));

    fixture.accept(create("staff"));

    assertThat(fixture.findUnique("conference", "name", "Meet")).isPresent();
  }

  @Test
  void doesNotSaveWhatItHasNotContacted() {
    long id = fixture.create(SOURCE, source("staff"));
    Operation other =
        Operation.update(SOURCE, id, Values.of(Map.of("ldap_base_dn", "dc=other,dc=com")));
    network.meanwhile =
        () -> fixture.changeSets().apply("bob", ChangeSource.TEXT, reader -> List.of(other));

    assertThat(
            fixture
                .refuse(Operation.update(SOURCE, id, Values.of(Map.of("description", "mine"))))
                .rejections())
        .singleElement()
        .satisfies(rejection -> assertThat(rejection.reason()).isEqualTo(Reason.STALE));
  }

  @ParameterizedTest
  @EnumSource(
      value = ChangeSource.class,
      names = {"CSV", "RESTORE", "TEXT", "SETUP"})
  void bringsFilesAndOldVersionsInWhileServersAreAway(ChangeSource from) {
    network.problems = AWAY;

    assertThat(fixture.changeSets().apply("alice", from, List.of(create("staff"))))
        .isInstanceOf(Accepted.class);
  }

  @Test
  void contactsAFewServersAtOnceOnly() {
    Operation[] many =
        List.of("a", "b", "c", "d", "e").stream()
            .map(ContactCheckTest::create)
            .toArray(Operation[]::new);

    assertThat(fixture.refuse(many).rejections())
        .singleElement()
        .satisfies(rejection -> assertThat(rejection.operation()).isEqualTo(4));
    assertThat(network.contacted).hasSize(4);
  }

  @Test
  void deletesWhileTheServerIsAway() {
    long id = fixture.create(SOURCE, source("staff"));
    network.problems = AWAY;

    fixture.accept(Operation.delete(SOURCE, id));
  }
}
