package org.plenum.management.version;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plenum.management.change.SecretMask;
import org.plenum.management.store.AuditedChange;
import org.plenum.management.store.AuditedForm;
import org.plenum.management.store.StoreException;
import org.plenum.model.config.ResourceCatalog;

/**
 * Finds what is different between two forms of an object in the audit trail. Takes nothing from the
 * declarations but titles: old entries may have resources and fields that are gone. Immutable.
 */
final class Differences {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> ADDRESS = Set.of("id", "resource_uri");

  private final ResourceCatalog catalog;

  Differences(ResourceCatalog catalog) {
    this.catalog = catalog;
  }

  /** The difference; empty if there is none. */
  Optional<ObjectDifference> of(AuditedChange change) {
    Optional<ObjectNode> before = change.before().map(Differences::object);
    Optional<ObjectNode> after = change.after().map(Differences::object);
    if (before.isEmpty() && after.isEmpty()) {
      return Optional.empty();
    }
    if (before.isPresent() && after.isPresent()) {
      markSecrets(change, before.get(), after.get());
    }
    List<FieldDifference> fields = fields(before, after);
    if (fields.isEmpty() && before.isPresent() && after.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new ObjectDifference(
            change.resource(),
            change.id(),
            title(change.resource(), after.or(() -> before).orElseThrow()),
            before,
            after,
            fields));
  }

  /** What an audited object is called. */
  String title(String resource, JsonNode object) {
    return catalog
        .find(resource)
        .map(
            type ->
                type.titleField()
                    .map(field -> object.path(field).asText())
                    .filter(title -> !title.isEmpty())
                    .orElseGet(type::label))
        .orElse(resource);
  }

  /** Reads an audited object. */
  static ObjectNode object(AuditedForm form) {
    return object(form.json());
  }

  /** Reads an audited object, or its secrets. */
  static ObjectNode object(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException | ClassCastException e) {
      throw new StoreException("An entry of the audit trail is damaged.", e);
    }
  }

  /** A mask says "changed" where the secrets differ, whatever the entries in between said. */
  private static void markSecrets(AuditedChange change, ObjectNode before, ObjectNode after) {
    Optional<ObjectNode> old =
        change.before().flatMap(AuditedForm::secrets).map(Differences::object);
    Optional<ObjectNode> now =
        change.after().flatMap(AuditedForm::secrets).map(Differences::object);
    for (String field : List.copyOf(names(before, after))) {
      String was = before.path(field).asText();
      String is = after.path(field).asText();
      if (SecretMask.isMask(was) && SecretMask.isMask(is)) {
        JsonNode oldSecret =
            old.map(secrets -> secrets.path(field)).orElse(MissingNode.getInstance());
        JsonNode newSecret =
            now.map(secrets -> secrets.path(field)).orElse(MissingNode.getInstance());
        boolean known = oldSecret.isTextual() && newSecret.isTextual();
        boolean changed =
            known
                ? !oldSecret.equals(newSecret)
                : SecretMask.isChanged(was) || SecretMask.isChanged(is);
        before.put(field, SecretMask.of(false));
        after.put(field, SecretMask.of(changed));
      }
    }
  }

  private static List<FieldDifference> fields(
      Optional<ObjectNode> before, Optional<ObjectNode> after) {
    ObjectNode none = JSON.createObjectNode();
    List<FieldDifference> fields = new ArrayList<>();
    ObjectNode old = before.orElse(none);
    ObjectNode now = after.orElse(none);
    for (String field : names(old, now)) {
      if (!ADDRESS.contains(field) && !old.path(field).equals(now.path(field))) {
        fields.add(new FieldDifference(field, old.path(field), now.path(field)));
      }
    }
    return fields;
  }

  private static Set<String> names(ObjectNode one, ObjectNode other) {
    Set<String> names = new LinkedHashSet<>();
    one.fieldNames().forEachRemaining(names::add);
    other.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
