package org.plenum.management.console;

import java.util.ArrayList;
import java.util.List;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.StoredObject;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.json.ApiJson;
import org.plenum.model.config.json.RelatedObjects;
import org.plenum.rpc.console.ConfigurationObject;
import org.plenum.rpc.console.ObjectLabel;

/** Writes objects as the console of the present call gets them. */
final class ObjectWriter {
  private final ApiJson json;

  ObjectWriter(ResourceCatalog catalog) {
    this.json = new ApiJson(catalog);
  }

  /**
   * Writes objects of one resource with their children, in their order.
   *
   * @param maxBytes no further object is written when those before take more than this; the first
   *     is always written
   */
  List<ConfigurationObject> write(
      ConfigurationReader reader, ResourceType<?> type, List<StoredObject> objects, int maxBytes) {
    RelatedObjects related = visible(reader, type, objects);
    List<ConfigurationObject> written = new ArrayList<>();
    long bytes = 0;
    for (StoredObject object : objects) {
      ConfigurationObject next = write(object, related);
      bytes += next.getSerializedSize();
      if (bytes > maxBytes && !written.isEmpty()) {
        break;
      }
      written.add(next);
    }
    return written;
  }

  /** Writes one object with its children. */
  ConfigurationObject write(ConfigurationReader reader, StoredObject object) {
    return write(object, visible(reader, object.type(), List.of(object)));
  }

  private static RelatedObjects visible(
      ConfigurationReader reader, ResourceType<?> type, List<StoredObject> objects) {
    return reader.relatedTo(type, objects).visibleTo(Caller.current().permissions());
  }

  private ConfigurationObject write(StoredObject object, RelatedObjects related) {
    return ConfigurationObject.newBuilder()
        .setResource(object.type().name())
        .setId(object.id())
        .setRevision(object.revision())
        .setJson(json.write(object.type(), object.id(), object.values(), related).toString())
        .addAllSecretsSet(secretsSet(object))
        .build();
  }

  /** The console says of a secret only whether there is one. */
  private static List<String> secretsSet(StoredObject object) {
    return object.type().fields().stream()
        .filter(field -> field.secret() && !object.values().text(field.name()).isEmpty())
        .map(FieldType::name)
        .toList();
  }

  /** What an object is called. */
  static ObjectLabel label(StoredObject object) {
    return ObjectLabel.newBuilder()
        .setResource(object.type().name())
        .setId(object.id())
        .setLabel(object.title())
        .build();
  }
}
