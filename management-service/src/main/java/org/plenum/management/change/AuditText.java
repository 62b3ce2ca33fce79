package org.plenum.management.change;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.plenum.management.store.AuditedChange;
import org.plenum.management.store.AuditedForm;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.json.ApiJson;
import org.plenum.model.config.json.RelatedObjects;

/**
 * Objects as the audit trail keeps them: in the form of the API, secrets masked, without lists of
 * other objects.
 */
public final class AuditText {
  private final ApiJson json;

  /** Writes objects of the resources of a catalogue. */
  public AuditText(ResourceCatalog catalog) {
    this.json = new ApiJson(catalog);
  }

  /** What a change set did to one object. */
  public AuditedChange of(ObjectChange change) {
    return new AuditedChange(
        change.type().name(),
        change.id(),
        change.before().map(object -> form(object, Optional.empty())),
        change.after().map(object -> form(object, change.before())));
  }

  private AuditedForm form(StoredObject object, Optional<StoredObject> earlier) {
    return new AuditedForm(write(object, earlier), secrets(object));
  }

  private static Optional<String> secrets(StoredObject object) {
    ObjectNode secrets = JsonNodeFactory.instance.objectNode();
    for (FieldType field : object.type().fields()) {
      if (field.secret() && !object.values().text(field.name()).isEmpty()) {
        secrets.put(field.name(), object.values().text(field.name()));
      }
    }
    return secrets.isEmpty() ? Optional.empty() : Optional.of(secrets.toString());
  }

  private String write(StoredObject object, Optional<StoredObject> earlier) {
    ObjectNode node = json.write(object.type(), object.id(), object.values(), RelatedObjects.NONE);
    for (FieldType field : object.type().fields()) {
      if (!field.kind().isStored()) {
        node.remove(field.name());
      } else if (field.secret() && !object.values().text(field.name()).isEmpty()) {
        boolean changed =
            earlier.isPresent() && !earlier.get().values().sameIn(object.values(), field.name());
        node.put(field.name(), SecretMask.of(changed));
      }
    }
    return node.toString();
  }
}
