package org.plenum.management.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plenum.management.store.ConfigurationReader;
import org.plenum.management.store.StoredObject;
import org.plenum.model.access.Permissions;
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
   * Writes objects of one resource with their children, in their order. Of lists of objects that
   * refer to them, only the lengths are written: rows need no more, and the lists may be long.
   *
   * @param maxBytes no further object is written when those before take more than this; the first
   *     is always written
   */
  List<ConfigurationObject> write(
      ConfigurationReader reader, ResourceType<?> type, List<StoredObject> objects, int maxBytes) {
    Permissions permissions = Caller.current().permissions();
    RelatedObjects related = reader.relatedForward(type, objects).visibleTo(permissions);
    Map<String, Map<Long, Long>> lengths = lengths(reader, type, objects, permissions);
    List<ConfigurationObject> written = new ArrayList<>();
    long bytes = 0;
    for (StoredObject object : objects) {
      ConfigurationObject.Builder row = write(object, related);
      lengths.forEach((list, ofAll) -> row.putListLengths(list, ofAll.get(object.id())));
      ConfigurationObject next = row.build();
      bytes += next.getSerializedSize();
      if (bytes > maxBytes && !written.isEmpty()) {
        break;
      }
      written.add(next);
    }
    return written;
  }

  /** By field and object, of the lists that may be viewed. */
  private static Map<String, Map<Long, Long>> lengths(
      ConfigurationReader reader,
      ResourceType<?> type,
      List<StoredObject> objects,
      Permissions permissions) {
    List<Long> ids = objects.stream().map(StoredObject::id).toList();
    return type.inverseFields().stream()
        .filter(list -> reader.catalog().mayView(list, permissions))
        .collect(Collectors.toMap(FieldType::name, list -> reader.lengths(type, list, ids)));
  }

  /** Writes one object with its children and all that refers to it. */
  ConfigurationObject write(ConfigurationReader reader, StoredObject object) {
    RelatedObjects related = reader.relatedTo(object.type(), List.of(object));
    return write(object, related.visibleTo(Caller.current().permissions())).build();
  }

  private ConfigurationObject.Builder write(StoredObject object, RelatedObjects related) {
    return ConfigurationObject.newBuilder()
        .setResource(object.type().name())
        .setId(object.id())
        .setRevision(object.revision())
        .setJson(json.write(object.type(), object.id(), object.values(), related).toString())
        .addAllSecretsSet(secretsSet(object));
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
