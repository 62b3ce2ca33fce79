package org.plenum.model.config.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.Child;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.FieldType.Ownership;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ObjectId;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.ResourceUri;
import org.plenum.model.config.Validator;
import org.plenum.model.config.Values;
import org.plenum.model.config.Violations;

/** Reads objects of requests; everything that cannot be read becomes a message for its field. */
final class ApiReader {
  /** Longest list that a request may carry; longer ones are refused before they are read. */
  private static final int MAX_LIST = 10_000;

  private static final String ID = "id";
  private static final String URI = "resource_uri";
  private static final String NOT_VISIBLE = "You may not view these objects, nor change them.";
  private static final String NOT_YOURS = "Only the platform sets this field.";

  private final ResourceCatalog catalog;

  ApiReader(ResourceCatalog catalog) {
    this.catalog = catalog;
  }

  /** What is read, and for whom. */
  private record Mode(boolean whole, Permissions permissions) {
    static final Mode WHOLE = new Mode(true, Permissions.ALL);
  }

  Parsed read(ResourceType<?> type, JsonNode object, Permissions permissions) {
    return read(type, object, new Mode(false, permissions));
  }

  Parsed readWhole(ResourceType<?> type, JsonNode object) {
    return read(type, object, Mode.WHOLE);
  }

  private Parsed read(ResourceType<?> type, JsonNode object, Mode mode) {
    if (!object.isObject()) {
      return new Parsed(
          Values.EMPTY, Violations.of(Violations.WHOLE_OBJECT, "Send a JSON object."));
    }
    return readObject(type, object, Optional.empty(), mode);
  }

  /** Reads an object; of a child, the fields that its owner determines are skipped. */
  private Parsed readObject(
      ResourceType<?> type, JsonNode object, Optional<Ownership> owner, Mode mode) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Map<String, @Nullable Object> claimed = new LinkedHashMap<>();
    List<Claim> claims = new ArrayList<>();
    Violations.Builder violations = new Violations.Builder();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String name = entry.getKey();
      JsonNode node = entry.getValue();
      if (isIdentity(name)) {
        continue;
      }
      Optional<FieldType> known = type.field(name);
      if (known.isEmpty()) {
        violations.add(name, Validator.unknownField(type));
      } else if (owner.filter(o -> sets(o, name)).isEmpty()) {
        FieldType field = known.get();
        if (!catalog.mayView(field, mode.permissions())) {
          violations.add(name, NOT_VISIBLE);
          continue;
        }
        boolean claim =
            !mode.whole() && (field.readOnly() || !catalog.mayModify(field, mode.permissions()));
        if (claim && node.isNull()) {
          continue;
        }
        Reading reading = readField(field, node, mode);
        if (reading.violations().isEmpty()) {
          (claim ? claimed : values).put(name, reading.value());
        } else {
          violations.addAll(
              field.readOnly() && claim ? Violations.of(name, NOT_YOURS) : reading.violations());
        }
        if (!mode.whole() && (field.kind() == Kind.REFERENCES || field.kind() == Kind.INVERSE)) {
          readListed(field, node, claims, violations);
        }
      }
    }
    OptionalLong id = mode.whole() ? OptionalLong.empty() : identity(type, object, violations);
    if (id.isPresent() || !claimed.isEmpty()) {
      claims.add(new Claim("", type.name(), id, Values.of(claimed)));
    }
    return new Parsed(Values.of(values), violations.build(), claims);
  }

  private static boolean isIdentity(String name) {
    return name.equals(ID) || name.equals(URI);
  }

  /** The identifier that an object says it has, in one way or two. */
  private static OptionalLong identity(
      ResourceType<?> type, JsonNode object, Violations.Builder violations) {
    OptionalLong id = OptionalLong.empty();
    for (String name : List.of(ID, URI)) {
      JsonNode node = object.path(name);
      if (node.isMissingNode() || node.isNull() || node.asText().isEmpty()) {
        continue;
      }
      OptionalLong said = ResourceUri.parse(type.name(), node.asText());
      if (said.isEmpty() || (id.isPresent() && !id.equals(said))) {
        violations.add(name, NOT_YOURS);
      } else {
        id = said;
      }
    }
    return id;
  }

  /**
   * Objects in a list of references: what they say must be so, since it changes nothing. Of a
   * single one, such as a theme, the address alone is read, so that another can be chosen by it.
   */
  private void readListed(
      FieldType field, JsonNode list, List<Claim> claims, Violations.Builder violations) {
    int index = 0;
    for (JsonNode element : list.isArray() ? list : List.<JsonNode>of()) {
      String path = field.name() + "[" + index++ + "]";
      Optional<ObjectId> object = element.isObject() ? object(field, element) : Optional.empty();
      if (object.isPresent()) {
        Parsed said = readWhole(catalog.find(object.get().resource()).orElseThrow(), element);
        violations.addAll(said.violations().within(path));
        if (!said.values().names().isEmpty()) {
          claims.add(
              new Claim(
                  path,
                  object.get().resource(),
                  OptionalLong.of(object.get().id()),
                  said.values()));
        }
      }
    }
  }

  private static boolean sets(Ownership owner, String field) {
    return field.equals(owner.by()) || field.equals(owner.order());
  }

  private record Reading(@Nullable Object value, Violations violations) {
    static Reading of(@Nullable Object value) {
      return new Reading(value, Violations.NONE);
    }

    static Reading wrong(FieldType field, String message) {
      return new Reading(null, Violations.of(field.name(), message));
    }
  }

  private Reading readField(FieldType field, JsonNode node, Mode mode) {
    if (node.isNull()) {
      return field.acceptsNull()
          ? Reading.of(field.nullable() ? null : field.fallback().orElseThrow().value())
          : Reading.wrong(field, "This field must have a value, not null.");
    }
    if (!field.kind().isList()) {
      Optional<?> value = readScalar(field, node);
      return value.isPresent()
          ? Reading.of(value.get())
          : Reading.wrong(field, field.kind().expectation());
    }
    if (!node.isArray()) {
      return Reading.wrong(field, field.kind().expectation());
    }
    if (node.size() > MAX_LIST) {
      return Reading.wrong(field, "At most " + MAX_LIST + " entries are allowed.");
    }
    return field.kind() == Kind.CHILDREN ? readChildren(field, node, mode) : readList(field, node);
  }

  private Optional<?> readScalar(FieldType field, JsonNode node) {
    return switch (field.kind()) {
      case TEXT -> node.isTextual() ? Optional.of(text(field, node)) : Optional.empty();
      case CHOICE -> node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
      case INTEGER ->
          node.isIntegralNumber() && node.canConvertToLong()
              ? Optional.of(node.longValue())
              : Optional.empty();
      case BOOLEAN -> node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
      case TIME -> node.isTextual() ? ApiTime.read(node.textValue()) : Optional.empty();
      case REFERENCE -> reference(field, node);
      default -> throw new IllegalArgumentException(field.name() + " is a list");
    };
  }

  /** Spaces around a name are a slip of the hand; in a secret or a PEM text they may count. */
  private static String text(FieldType field, JsonNode node) {
    return field.secret() || field.multiline() ? node.textValue() : node.textValue().strip();
  }

  private static Optional<Long> reference(FieldType field, JsonNode node) {
    return object(field, node).map(ObjectId::id);
  }

  /** A resource URI, an identifier, or an object that carries one of them. */
  private static Optional<ObjectId> object(FieldType field, JsonNode node) {
    if (node.isObject()) {
      JsonNode uri = node.path(URI);
      return ObjectId.parse(
          field.targets(), uri.isTextual() ? uri.textValue() : node.path(ID).asText());
    }
    return node.isTextual() || node.isIntegralNumber()
        ? ObjectId.parse(field.targets(), node.asText())
        : Optional.empty();
  }

  private Reading readList(FieldType field, JsonNode array) {
    List<Object> values = new ArrayList<>();
    for (JsonNode element : array) {
      Optional<?> value =
          switch (field.kind()) {
            case REFERENCES -> reference(field, element);
            case INVERSE -> object(field, element);
            default -> listedText(element);
          };
      if (value.isEmpty()) {
        return Reading.wrong(field, field.kind().expectation());
      }
      values.add(value.get());
    }
    return Reading.of(List.copyOf(values));
  }

  /** Some lists of the API wrap each text in an object. */
  private static Optional<String> listedText(JsonNode element) {
    JsonNode text = element.isObject() && element.size() == 1 ? element.path("value") : element;
    return text.isTextual() ? Optional.of(text.textValue()) : Optional.empty();
  }

  private Reading readChildren(FieldType field, JsonNode array, Mode mode) {
    ResourceType<?> type = catalog.target(field);
    Violations.Builder violations = new Violations.Builder();
    List<Child> children = new ArrayList<>();
    for (JsonNode element : array) {
      Optional<Long> id = reference(field, element);
      if (element.isObject()) {
        Parsed parsed =
            readObject(type, element, field.owner(), new Mode(false, mode.permissions()));
        violations.addAll(parsed.violations().within(field.name() + "[" + children.size() + "]"));
        children.add(new Child(id.orElse(null), parsed.values()));
      } else if (id.isPresent()) {
        children.add(new Child(id.get(), Values.EMPTY));
      } else {
        return Reading.wrong(field, field.kind().expectation());
      }
    }
    return new Reading(List.copyOf(children), violations.build());
  }
}
