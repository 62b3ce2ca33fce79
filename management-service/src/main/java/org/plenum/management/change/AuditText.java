package org.plenum.management.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.json.ApiJson;
import org.plenum.model.config.json.RelatedObjects;

/**
 * Objects as the audit trail keeps them: in the form of the API, secrets masked, without children.
 */
final class AuditText {
  private static final String MASK = "********";

  private final ApiJson json;

  AuditText(ResourceCatalog catalog) {
    this.json = new ApiJson(catalog);
  }

  Optional<String> before(ObjectChange change) {
    return change.before().map(object -> write(object, Optional.empty()));
  }

  Optional<String> after(ObjectChange change) {
    return change.after().map(object -> write(object, change.before()));
  }

  private String write(StoredObject object, Optional<StoredObject> earlier) {
    ObjectNode node = json.write(object.type(), object.id(), object.values(), RelatedObjects.NONE);
    for (FieldType field : object.type().fields()) {
      if (field.kind() == Kind.CHILDREN) {
        node.remove(field.name());
      } else if (field.secret() && !object.values().text(field.name()).isEmpty()) {
        boolean changed =
            earlier.isPresent() && !earlier.get().values().sameIn(object.values(), field.name());
        node.put(field.name(), changed ? MASK + " (changed)" : MASK);
      }
    }
    return node.toString();
  }
}
