package org.plenum.management.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.management.testing.RestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenum.management.ldap.ReachableDirectories;
import org.plenum.management.replication.ReplicaContent;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.management.store.HistoryEntry;
import org.plenum.management.testing.RestClient;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceCatalog.Use;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.ResourceUri;
import org.plenum.model.resource.PlenumResources;
import org.plenum.rpc.node.ReplicaObject;

/**
 * What every resource of the catalogue must do, over HTTPS as tools see it. A new resource is
 * tested as soon as it is in the catalogue.
 */
@Tag("MAPI")
class ResourceContractTest {
  private static final ResourceCatalog CATALOG = PlenumResources.catalog();
  private static final SampleHints HINTS = new SampleHints();

  @TempDir static Path folder;
  private static ServiceFixture service;
  private static RestClient admin;
  private SampleObjects samples;

  @BeforeAll
  static void start() {
    service = new ServiceFixture(folder, ReachableDirectories::new);
    admin = service.client(ServiceFixture.ADMIN);
  }

  @AfterAll
  static void stop() {
    admin.close();
    service.close();
  }

  @BeforeEach
  void prepare() {
    samples = new SampleObjects(CATALOG, admin, HINTS);
  }

  @AfterEach
  void cleanUp() {
    samples.deleteAll();
  }

  static Stream<ResourceType<?>> resources() {
    return CATALOG.types().stream()
        .filter(type -> !type.managed() || HINTS.detours().containsKey(type.name()));
  }

  /** A stored licence request, for instance, comes to be in other ways only. */
  static Stream<ResourceType<?>> sendable() {
    return resources().filter(type -> writable(type).findAny().isPresent());
  }

  static Stream<ResourceType<?>> collections() {
    return resources().filter(type -> !type.singleton());
  }

  /** A signing request, for instance, is made and deleted only. */
  static Stream<ResourceType<?>> changeable() {
    return collections().filter(type -> writable(type).anyMatch(field -> !field.createOnly()));
  }

  static Stream<ResourceType<?>> singletons() {
    return resources().filter(ResourceType::singleton);
  }

  private static ConfigurationStore store() {
    return service.service().core().store();
  }

  private static Stream<FieldType> writable(ResourceType<?> type) {
    return type.fields().stream().filter(field -> !field.readOnly());
  }

  private HttpResponse<String> write(ResourceType<?> type, ObjectNode object) {
    return type.singleton()
        ? admin.send("PATCH", type.uri(1), object.toString())
        : admin.send("POST", type.path(), object.toString());
  }

  /** The request of an object that is right but for one field, for which the rest must be there. */
  private ObjectNode base(ResourceType<?> type) {
    return type.singleton() ? JsonNodeFactory.instance.objectNode() : samples.minimal(type);
  }

  private static void assertNames(
      HttpResponse<String> refused, ResourceType<?> type, String field, String wrong) {
    assertThat(refused.statusCode())
        .as("%s.%s, %s: %s", type.name(), field, wrong, refused.body())
        .isEqualTo(400);
    assertThat(json(refused).path(type.name()).fieldNames())
        .toIterable()
        .as("%s, %s", wrong, refused.body())
        .anyMatch(name -> name.equals(field) || name.startsWith(field + "["));
  }

  private static void assertHolds(ResourceType<?> type, JsonNode object, ObjectNode request) {
    request
        .fieldNames()
        .forEachRemaining(
            name -> {
              FieldType field = type.field(name).orElseThrow();
              if (field.secret()) {
                assertThat(object.has(name)).as(type.name() + "." + name).isFalse();
              } else if (field.kind() == Kind.CHILDREN) {
                assertThat(object.path(name)).hasSize(request.path(name).size());
              } else {
                assertThat(plain(object.path(name)))
                    .as(type.name() + "." + name)
                    .isEqualTo(plain(request.path(name)));
              }
            });
  }

  /** Embedded objects as their addresses. */
  private static String plain(JsonNode value) {
    if (value.isArray()) {
      StringBuilder list = new StringBuilder();
      value.forEach(element -> list.append(plain(element)).append(' '));
      return list.toString();
    }
    return value.has("resource_uri")
        ? value.path("resource_uri").asText()
        : value.toString().replace("\"", "");
  }

  @ParameterizedTest
  @MethodSource("collections")
  void isCreatedWithWhatItNeedsAndWithAllThatItCanHave(ResourceType<?> type) {
    for (ObjectNode request : List.of(samples.minimal(type), samples.full(type))) {
      String address = samples.create(type, request);

      HttpResponse<String> read = admin.get(address);
      assertThat(read.statusCode()).isEqualTo(200);
      assertThat(read.headers().firstValue("ETag")).isPresent();
      assertHolds(type, json(read), request);
      assertThat(json(read).path("resource_uri").asText()).isEqualTo(address);
      type.fields().stream()
          .filter(field -> !field.secret())
          .forEach(field -> assertThat(json(read).has(field.name())).as(field.name()).isTrue());
    }
  }

  @ParameterizedTest
  @MethodSource("singletons")
  void isThereOnceAndKeepsAllThatItCanHave(ResourceType<?> type) {
    String before = admin.get(type.uri(1)).body();
    ObjectNode request = samples.full(type);

    HttpResponse<String> changed = admin.send("PATCH", type.uri(1), request.toString());

    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(202);
    assertHolds(type, json(admin.get(type.uri(1))), request);
    assertThat(admin.send("PATCH", type.uri(1), before).statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @MethodSource("resources")
  void refusesWhatAFieldDoesNotAllowAndNamesIt(ResourceType<?> type) {
    ObjectNode right = base(type);
    writable(type)
        .forEach(
            field ->
                SampleValues.wrong(field)
                    .forEach(
                        (wrong, value) -> {
                          ObjectNode request = right.deepCopy();
                          request.set(field.name(), value);
                          assertNames(write(type, request), type, field.name(), wrong);
                        }));
    type.fields().stream()
        .filter(field -> !type.singleton() && field.requiredInRequest())
        .forEach(
            field -> {
              ObjectNode request = right.deepCopy();
              request.remove(field.name());
              assertNames(write(type, request), type, field.name(), "left out");
            });
  }

  @ParameterizedTest
  @MethodSource("sendable")
  void refusesFieldsThatItDoesNotHave(ResourceType<?> type) {
    ObjectNode request = base(type).put("surprise", 1);

    assertNames(write(type, request), type, "surprise", "unknown");
  }

  @ParameterizedTest
  @MethodSource("collections")
  void hasUniqueValuesOnce(ResourceType<?> type) {
    List<FieldType> unique = writable(type).filter(FieldType::unique).toList();
    for (FieldType field : unique) {
      ObjectNode first = samples.with(type, field, samples.value(type, field));
      samples.create(type, first);
      ObjectNode second = samples.with(type, field, first.get(field.name()));

      assertNames(write(type, second), type, field.name(), "taken");
    }
  }

  @ParameterizedTest
  @MethodSource("resources")
  void refersToWhatThereIsOnly(ResourceType<?> type) {
    writable(type)
        .filter(field -> field.kind().isReference() || field.kind() == Kind.INVERSE)
        .forEach(
            field -> {
              String nowhere = CATALOG.target(field).uri(999_999_999);
              ObjectNode request = base(type);
              if (field.kind().isList()) {
                request.putArray(field.name()).add(nowhere);
              } else {
                request.put(field.name(), nowhere);
              }
              assertNames(write(type, request), type, field.name(), "nothing there");
            });
  }

  @ParameterizedTest
  @MethodSource("collections")
  void staysWhileOthersReferToIt(ResourceType<?> type) {
    for (Use use : CATALOG.usesOf(type)) {
      FieldType field = use.field();
      ResourceType<?> user = use.from();
      if (!use.owning() && !user.managed() && !field.readOnly()) {
        String target = samples.create(type, samples.minimal(type));
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        JsonNode value =
            field.kind() == Kind.REFERENCES
                ? nodes.arrayNode().add(target)
                : nodes.textNode(target);
        String before = user.singleton() ? admin.get(user.uri(1)).body() : "";
        ObjectNode request = samples.with(user, field, value);
        if (user.singleton()) {
          assertThat(write(user, request).statusCode()).isEqualTo(202);
        } else {
          samples.create(user, request);
        }

        HttpResponse<String> refused = admin.delete(target);

        assertThat(refused.statusCode()).as(user + "." + field.name()).isEqualTo(409);
        assertThat(refused.body()).contains(user.label(), field.name());
        if (user.singleton()) {
          assertThat(admin.send("PATCH", user.uri(1), before).statusCode()).isEqualTo(202);
        }
      }
    }
  }

  private static boolean decidesOnOthers(ResourceType<?> type, FieldType field) {
    return type.fields().stream()
        .flatMap(other -> other.conditions().stream())
        .anyMatch(condition -> condition.field().equals(field.name()));
  }

  @ParameterizedTest
  @MethodSource("changeable")
  void isChangedByThoseWhoHaveSeenItAndRemembersWhoDidWhat(ResourceType<?> type) {
    ObjectNode first = samples.minimal(type);
    ObjectNode patch = samples.full(type);
    for (FieldType field : type.fields()) {
      JsonNode value = field.createOnly() ? patch.remove(field.name()) : null;
      if (value != null && decidesOnOthers(type, field)) {
        first.set(field.name(), value);
      }
    }
    String address = samples.create(type, first);
    String tag = admin.get(address).headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> changed = patch(address, tag, patch);
    HttpResponse<String> late = patch(address, tag, patch);
    ObjectNode released = JsonNodeFactory.instance.objectNode();
    type.inverseFields().forEach(list -> released.putArray(list.name()));
    if (!released.isEmpty()) {
      assertThat(admin.send("PATCH", address, released.toString()).statusCode()).isEqualTo(202);
    }
    HttpResponse<String> deleted = admin.delete(address);

    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(202);
    assertHolds(type, json(changed), patch);
    assertThat(late.statusCode()).as(late.body()).isEqualTo(412);
    assertThat(deleted.statusCode()).as(deleted.body()).isEqualTo(204);
    assertThat(admin.get(address).statusCode()).isEqualTo(404);
    long id = ResourceUri.parse(type.name(), address).orElseThrow();
    List<HistoryEntry> history = store().read(reader -> reader.audit().history(type, id, 10));
    assertThat(history)
        .extracting(HistoryEntry::kind)
        .containsExactly("delete", "update", "create");
    assertThat(history).allMatch(entry -> entry.author().equals("admin"));
    assertThat(history).allMatch(entry -> entry.source().equals("REST"));
    assertThat(history.get(1).beforeJson()).isEqualTo(history.get(2).afterJson());
    assertThat(history.get(1).afterJson()).isPresent();
    assertMasked(type, history, first);
    assertMasked(type, history, patch);
  }

  private static HttpResponse<String> patch(String address, String tag, ObjectNode patch) {
    return admin.send(
        admin
            .request(address)
            .header("Content-Type", "application/json")
            .header("If-Match", tag)
            .method("PATCH", BodyPublishers.ofString(patch.toString())));
  }

  private static void assertMasked(
      ResourceType<?> type, List<HistoryEntry> history, ObjectNode request) {
    type.fields().stream()
        .filter(field -> field.secret() && request.has(field.name()))
        .forEach(
            field -> {
              String secret = request.path(field.name()).asText();
              assertThat(history)
                  .noneMatch(entry -> entry.beforeJson().orElse("").contains(secret))
                  .noneMatch(entry -> entry.afterJson().orElse("").contains(secret));
              assertThat(history.getFirst().beforeJson().orElseThrow())
                  .contains("\"" + field.name() + "\":\"********");
            });
  }

  @ParameterizedTest
  @MethodSource("collections")
  void reachesNodesIfTheyNeedIt(ResourceType<?> type) {
    ObjectNode request = samples.full(type);
    String address = samples.create(type, request);
    long id = ResourceUri.parse(type.name(), address).orElseThrow();

    List<ReplicaObject> replicas =
        ReplicaContent.of(store()).stream()
            .filter(object -> object.getResource().equals(type.name()) && object.getId() == id)
            .toList();

    assertThat(replicas).hasSize(type.replicated() ? 1 : 0);
    for (ReplicaObject replica : replicas) {
      request
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (type.field(name).orElseThrow().kind().isStored()) {
                  assertThat(replica.getJson()).contains("\"" + name + "\"");
                }
              });
    }
  }
}
