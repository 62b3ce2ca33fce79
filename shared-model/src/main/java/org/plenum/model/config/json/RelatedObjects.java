package org.plenum.model.config.json;

import java.util.List;
import java.util.Optional;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ObjectId;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.StoredValues;
import org.plenum.model.config.Values;

/** Where {@link ApiJson} gets objects that it writes inside others. */
public interface RelatedObjects {
  /**
   * No object is written inside another: references stay references, lists of children empty, and
   * inverse lists unsaid.
   */
  RelatedObjects NONE =
      new RelatedObjects() {
        @Override
        public Optional<Values> find(ResourceType<?> type, long id) {
          return Optional.empty();
        }

        @Override
        public List<StoredValues> children(ResourceType<?> type, FieldType list, long owner) {
          return List.of();
        }
      };

  /** The object with this identifier. */
  Optional<Values> find(ResourceType<?> type, long id);

  /**
   * Children of an object in their order: by position, those without a position last, then by
   * identifier.
   *
   * @param type resource of the children
   * @param list the field of the owner that lists them
   * @param owner identifier of the owner
   */
  List<StoredValues> children(ResourceType<?> type, FieldType list, long owner);

  /**
   * Objects that refer to an object, by resource and identifier.
   *
   * @param types resources of these objects
   * @param list the inverse list at the object that they refer to
   * @param owner identifier of that object
   * @return empty if this cannot be said, or there are more than the list can have
   */
  default Optional<List<ObjectId>> inverse(
      List<ResourceType<?>> types, FieldType list, long owner) {
    return Optional.empty();
  }

  /** These, of objects in areas that somebody may not view with nothing but their title. */
  default RelatedObjects visibleTo(Permissions permissions) {
    return new VisibleObjects(this, permissions);
  }
}
