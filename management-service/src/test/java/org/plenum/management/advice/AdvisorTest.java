package org.plenum.management.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.Operation;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;

/** Service tags that several objects of a store have. */
@Tag("DIAG-453")
class AdvisorTest {
  @TempDir Path folder;
  private StoreFixture fixture;
  private Advisor advisor;

  @BeforeEach
  void openStore() {
    fixture = new StoreFixture(folder);
    advisor = new Advisor(fixture.store(), name -> Optional.empty());
  }

  @AfterEach
  void closeStore() {
    fixture.close();
  }

  private static Operation service(String name, String tag) {
    return Operation.create(
        "conference", Values.of(Map.of("name", name, "service_type", "conference", "tag", tag)));
  }

  /** What is said about the tags of what operations have saved, an empty list for nothing. */
  private List<List<String>> saidAfter(Operation... operations) {
    Accepted saved = fixture.accept(operations);
    return advisor.on(saved, Permissions.ALL).stream()
        .map(Violations::messages)
        .map(messages -> messages.getOrDefault("tag", List.of()))
        .toList();
  }

  @Test
  void aTagThatAServiceHasAlreadyIsSavedAndDoubtful() {
    assertThat(saidAfter(service("Red", "t1"))).containsExactly(List.of());
    assertThat(saidAfter(service("Blue", "t1")).getFirst())
        .singleElement()
        .asString()
        .contains("also the tag of the service Red;");
    assertThat(saidAfter(service("Green", "T1"))).containsExactly(List.of());
    assertThat(saidAfter(service("Grey", ""), service("White", "")))
        .containsExactly(List.of(), List.of());
  }

  @Test
  void rulesAndDevicesHaveTagsToo() {
    fixture.create("device", Map.of("alias", "alice@example.org", "tag", "t1"));
    fixture.create(
        "gateway_routing_rule",
        Map.of("name", "Phones", "priority", 1L, "match_string", "9.*", "tag", "t1"));

    assertThat(saidAfter(service("Red", "t1")).getFirst())
        .singleElement()
        .asString()
        .contains("call routing rule Phones and the device alias alice@example.org;");
  }

  @Test
  void theObjectsOfOneChangeSetAreComparedWithEachOther() {
    assertThat(saidAfter(service("Red", "t1"), service("Blue", "t1")))
        .allSatisfy(said -> assertThat(said).hasSize(1));
  }

  @Test
  void howManyHaveTheTagDoesNotMatter() {
    Operation[] many =
        IntStream.range(0, 300)
            .mapToObj(number -> service("Room " + number, "t1"))
            .toArray(Operation[]::new);

    List<List<String>> said = saidAfter(many);

    assertThat(said).hasSize(300);
    assertThat(said.subList(0, 100))
        .allSatisfy(
            texts ->
                assertThat(texts)
                    .singleElement()
                    .asString()
                    .hasSizeLessThan(200)
                    .contains("and others;"));
    assertThat(said.subList(100, 300)).allSatisfy(texts -> assertThat(texts).isEmpty());
  }
}
