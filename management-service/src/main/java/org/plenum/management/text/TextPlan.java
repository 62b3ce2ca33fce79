package org.plenum.management.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.management.change.ChangeResult.Rejected;
import org.plenum.management.change.Operation;
import org.plenum.management.change.Plan;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.StoredObject;
import org.plenum.management.version.StaleVersionException;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.FieldType.Ownership;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;
import org.plenum.model.config.json.ApiJson;
import org.plenum.model.config.json.Parsed;

/** The operations that make the configuration be like a text. For one use. */
final class TextPlan implements Plan {
  /** Kinds whose values, or their elements, are texts. */
  private static final Set<Kind> TEXTS =
      EnumSet.of(Kind.TEXT, Kind.CHOICE, Kind.TEXTS, Kind.CHOICES);

  private final ResourceCatalog catalog;
  private final Ownerships ownerships;
  private final TextObjects objects;
  private final ApiJson json;
  private final JsonNode root;
  private final boolean prune;

  private OptionalLong expected = OptionalLong.empty();
  private boolean mayGiveSecrets = true;
  private final List<Wanted> wanted = new ArrayList<>();
  private final Map<String, Map<String, Long>> ids = new HashMap<>();
  private final Map<String, Map<Long, String>> names = new HashMap<>();
  private final Map<String, Long> nextIds = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> subjects = new ArrayList<>();
  private @Nullable StoredText stored;
  private long current;

  /** An object of the text with the identifier that it has or gets. */
  private record Wanted(
      ResourceType<?> type,
      long id,
      String key,
      JsonNode node,
      Optional<StoredObject> present,
      Optional<Place> place) {
    String subject() {
      return type.singleton() ? type.label() : "%s \"%s\"".formatted(type.label(), key);
    }

    Wanted unmoved() {
      return new Wanted(
          type,
          id,
          key,
          node,
          present,
          place.map(p -> new Place(p.ownership(), p.owner(), OptionalLong.empty())));
    }
  }

  /** Where a child stands: its owner, and its position if that has to be written. */
  private record Place(Ownership ownership, long owner, OptionalLong position) {}

  /**
   * @param root content of the text
   * @param prune whether what the sections of the text do not have is deleted
   */
  TextPlan(ResourceCatalog catalog, JsonNode root, boolean prune) {
    this.catalog = catalog;
    this.ownerships = new Ownerships(catalog);
    this.objects = new TextObjects(catalog, ownerships);
    this.json = new ApiJson(catalog);
    this.root = root;
    this.prune = prune;
  }

  /** The same, for a configuration that must still have this version. */
  TextPlan expecting(OptionalLong version) {
    expected = version;
    return this;
  }

  /** The same, but no secret may be in the text. */
  TextPlan withoutSecrets() {
    mayGiveSecrets = false;
    return this;
  }

  @Override
  public List<Operation> operations(ConfigurationReader reader) {
    current = reader.version();
    StaleVersionException.check(expected, current);
    StoredText text = new StoredText(reader, ownerships, objects);
    stored = text;
    collect(reader, text);
    List<Operation> operations = new ArrayList<>();
    delete(text, operations);
    for (Wanted object : wanted) {
      Values values = values(object);
      if (object.present().filter(present -> covers(present.values(), values)).isEmpty()) {
        subjects.add(object.subject());
        operations.add(new Operation.Put(object.type().name(), object.id(), values, false));
      }
    }
    if (!problems.isEmpty()) {
      throw new TextRefusedException(problems);
    }
    return operations;
  }

  /** Version of the configuration for which the plan was made. */
  long current() {
    return current;
  }

  /** What an object is called, stored or not. */
  String name(ResourceType<?> type, long id) {
    String name = names.getOrDefault(type.name(), Map.of()).get(id);
    return name != null ? name : Objects.requireNonNull(stored).name(type, id);
  }

  /** The reasons of a refusal, with the names of the objects. */
  List<String> problems(Rejected rejected) {
    return rejected.sentences(subjects::get);
  }

  private void collect(ConfigurationReader reader, StoredText text) {
    KeyNumbers numbers = new KeyNumbers();
    if (!root.isObject()) {
      problems.add("The text has to be a mapping from resources to their objects.");
      return;
    }
    for (Map.Entry<String, JsonNode> section : root.properties()) {
      Optional<ResourceType<?>> type = catalog.find(section.getKey());
      if (type.isEmpty()) {
        problems.add("There is no resource %s.".formatted(section.getKey()));
      } else if (type.get().managed()) {
        problems.add("%s: these objects belong to the platform.".formatted(section.getKey()));
      } else if (ownerships.of(type.get()).isPresent()) {
        problems.add("%s: these objects stand inside their owners.".formatted(section.getKey()));
      } else if (type.get().singleton()) {
        add(reader, text, numbers, type.get(), section.getValue(), Optional.empty());
      } else if (section.getValue().isArray()) {
        section
            .getValue()
            .forEach(n -> add(reader, text, numbers, type.get(), n, Optional.empty()));
      } else {
        problems.add("%s: give a list of objects.".formatted(section.getKey()));
      }
    }
  }

  private void add(
      ConfigurationReader reader,
      StoredText text,
      KeyNumbers numbers,
      ResourceType<?> type,
      JsonNode node,
      Optional<Place> place) {
    if (!node.isObject()) {
      problems.add("%s: each object has to be a mapping of fields.".formatted(type.name()));
      return;
    }
    Wanted object = identify(reader, text, numbers, type, node, place);
    wanted.add(object);
    NaturalKey.field(type)
        .filter(field -> field.readOnly() && !node.has(field.name()))
        .ifPresent(field -> report(object, field.name(), "The object is known by this field."));
    for (FieldType list : type.childFields()) {
      JsonNode children = node.path(list.name());
      if (!children.isMissingNode() && !children.isArray()) {
        problems.add("%s, %s: give a list of objects.".formatted(object.subject(), list.name()));
        continue;
      }
      int position = 0;
      int first = wanted.size();
      for (JsonNode child : children) {
        position++;
        Place there = new Place(list.owner().orElseThrow(), object.id(), OptionalLong.of(position));
        add(reader, text, numbers, catalog.target(list), child, Optional.of(there));
      }
      keepPositions(list, object, first);
    }
  }

  /** Children that are in the same order as before keep their positions, whatever the numbers. */
  private void keepPositions(FieldType list, Wanted owner, int first) {
    List<Long> before =
        Objects.requireNonNull(stored).childrenOf(owner.type(), owner.id(), list).stream()
            .map(StoredObject::id)
            .toList();
    List<Long> after = new ArrayList<>();
    for (Wanted child : wanted.subList(first, wanted.size())) {
      if (child.type() == catalog.target(list)) {
        after.add(child.id());
      }
    }
    if (before.equals(after)) {
      wanted
          .subList(first, wanted.size())
          .replaceAll(child -> child.type() == catalog.target(list) ? child.unmoved() : child);
    }
  }

  private Wanted identify(
      ConfigurationReader reader,
      StoredText text,
      KeyNumbers numbers,
      ResourceType<?> type,
      JsonNode node,
      Optional<Place> place) {
    String key = numbers.next(type, NaturalKey.of(type, node));
    Optional<StoredObject> present = Optional.ofNullable(text.byKey(type).get(key));
    long id =
        present
            .map(StoredObject::id)
            .orElseGet(
                () -> nextIds.merge(type.name(), reader.nextId(type), (last, any) -> last + 1));
    ids.computeIfAbsent(type.name(), name -> new HashMap<>()).put(key, id);
    names.computeIfAbsent(type.name(), name -> new HashMap<>()).put(id, key);
    return new Wanted(type, id, key, node, present, place);
  }

  /** A child goes when its owner has it no more; anything else only when that is asked for. */
  private void delete(StoredText text, List<Operation> operations) {
    Set<String> kept = new HashSet<>();
    wanted.forEach(object -> kept.add(object.type().name() + "/" + object.id()));
    for (ResourceType<?> type : ownerships.sections()) {
      for (StoredText.Entry entry : text.section(type)) {
        boolean isKept = kept.contains(type.name() + "/" + entry.object().id());
        if (isKept) {
          deleteChildren(entry, kept, operations);
        } else if (prune && root.has(type.name()) && !type.singleton()) {
          delete(entry.object(), operations);
        }
      }
    }
  }

  private void deleteChildren(
      StoredText.Entry owner, Set<String> kept, List<Operation> operations) {
    for (List<StoredText.Entry> children : owner.children().values()) {
      for (StoredText.Entry child : children) {
        StoredObject object = child.object();
        if (kept.contains(object.type().name() + "/" + object.id())) {
          deleteChildren(child, kept, operations);
        } else {
          delete(object, operations);
        }
      }
    }
  }

  private void delete(StoredObject object, List<Operation> operations) {
    subjects.add("%s \"%s\"".formatted(object.type().label(), name(object.type(), object.id())));
    operations.add(Operation.delete(object.type().name(), object.id()));
  }

  private static boolean covers(Values present, Values wanted) {
    return wanted.names().stream()
        .allMatch(name -> Objects.equals(present.get(name), wanted.get(name)));
  }

  /** What the text says, with defaults for fields that it does not carry. */
  private Values values(Wanted object) {
    ResourceType<?> type = object.type();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Parsed parsed = json.read(type, readable(object));
    parsed
        .violations()
        .messages()
        .forEach((field, messages) -> messages.forEach(m -> report(object, field, m)));
    for (FieldType field : type.fields()) {
      String name = field.name();
      if (!objects.isWritten(type, field)) {
        continue;
      }
      if (parsed.values().has(name)) {
        values.put(name, parsed.values().get(name));
      } else if (!field.secret() && !object.node().has(name)) {
        if (field.requiredInRequest()) {
          report(object, name, "This field is required.");
        }
        field
            .fallback()
            .filter(fallback -> !fallback.isNow())
            .ifPresent(fallback -> values.put(name, fallback.at(Instant.EPOCH)));
      }
    }
    object
        .place()
        .ifPresent(
            place -> {
              values.put(place.ownership().by(), place.owner());
              place.position().ifPresent(p -> values.put(place.ownership().order(), p));
            });
    return Values.of(values);
  }

  /** The object in the form of the API: identifiers in place of names, no secret that is kept. */
  private ObjectNode readable(Wanted object) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> entry : object.node().properties()) {
      String name = entry.getKey();
      JsonNode value = entry.getValue();
      Optional<FieldType> field = object.type().field(name);
      if (field.isPresent() && field.get().kind() == Kind.CHILDREN) {
        continue;
      }
      if (field.isPresent() && field.get().kind() == Kind.INVERSE) {
        report(object, name, "A text has this at the objects that refer to this one.");
        continue;
      }
      if (field.isPresent() && field.get().secret() && value.equals(TextObjects.KEPT)) {
        if (object.present().filter(p -> !p.values().text(name).isEmpty()).isEmpty()) {
          report(object, name, "There is no stored secret to keep; give a value.");
        }
      } else if (field.isPresent() && field.get().secret() && !mayGiveSecrets && !value.isNull()) {
        report(
            object,
            name,
            "Only who may change the configuration can compare a secret; put {secret: kept} here.");
      } else if (field
          .filter(f -> TEXTS.contains(f.kind()))
          .flatMap(f -> bare(value))
          .isPresent()) {
        report(object, name, "Write the text in quotes: \"%s\".".formatted(bare(value).get()));
      } else if (field.isPresent() && field.get().kind() == Kind.REFERENCE && !value.isNull()) {
        reference(object, field.get(), value).ifPresent(id -> node.put(name, id));
      } else if (field.isPresent() && field.get().kind() == Kind.REFERENCES && value.isArray()) {
        ArrayNode list = node.putArray(name);
        value.forEach(v -> reference(object, field.get(), v).ifPresent(list::add));
      } else {
        node.set(name, value);
      }
    }
    return node;
  }

  /** What YAML takes for a number or a truth value, be it in a list. */
  private static Optional<String> bare(JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().flatMap(element -> bare(element).stream()).findFirst();
    }
    return value.isNumber() || value.isBoolean() ? Optional.of(value.asText()) : Optional.empty();
  }

  private Optional<Long> reference(Wanted object, FieldType field, JsonNode value) {
    ResourceType<?> target = catalog.target(field);
    String key = value.asText();
    Long id = ids.getOrDefault(target.name(), Map.of()).get(key);
    if (id == null) {
      StoredObject known = Objects.requireNonNull(stored).byKey(target).get(key);
      id = known == null ? null : known.id();
    }
    if (id == null) {
      report(object, field.name(), "There is no %s \"%s\".".formatted(target.label(), key));
    }
    return Optional.ofNullable(id);
  }

  private void report(Wanted object, String field, String message) {
    problems.add(
        field.equals(Violations.WHOLE_OBJECT)
            ? object.subject() + ": " + message
            : "%s, %s: %s".formatted(object.subject(), field, message));
  }
}
