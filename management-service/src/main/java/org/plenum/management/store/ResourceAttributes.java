package org.plenum.management.store;

import java.util.Optional;
import java.util.OptionalLong;
import org.plenum.management.query.Attribute;
import org.plenum.management.query.Attribute.Type;
import org.plenum.management.query.Attributes;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.ResourceUri;

/**
 * What lists of a resource can be filtered and ordered by: all but secrets and lists of texts.
 * Inverse lists give their length to order by. Of objects in areas that somebody may not view, only
 * what references show of them: identifier and title.
 */
public final class ResourceAttributes implements Attributes {
  private final ResourceCatalog catalog;
  private final ResourceType<?> type;
  private final Permissions permissions;

  /**
   * The attributes of a resource of the catalogue.
   *
   * @param permissions of who asks
   */
  public ResourceAttributes(
      ResourceCatalog catalog, ResourceType<?> type, Permissions permissions) {
    this.catalog = catalog;
    this.type = type;
    this.permissions = permissions;
  }

  @Override
  public Optional<Attribute> find(String name) {
    return name.equals(ResourceLayout.ID)
        ? Optional.of(Attribute.of(name, Type.INTEGER))
        : type.field(name)
            .filter(field -> !field.secret() && isShown(field))
            .filter(field -> catalog.mayView(field, permissions))
            .flatMap(this::attribute);
  }

  private boolean isShown(FieldType field) {
    return permissions.mayView(type.area()) || type.titleField().equals(Optional.of(field.name()));
  }

  @Override
  public OptionalLong identifier(String text) {
    return ResourceUri.parse(type.name(), text);
  }

  private Optional<Attribute> attribute(FieldType field) {
    return switch (field.kind()) {
      case TEXT, CHOICE -> Optional.of(Attribute.of(field.name(), Type.TEXT));
      case INTEGER -> Optional.of(Attribute.of(field.name(), Type.INTEGER));
      case BOOLEAN -> Optional.of(Attribute.of(field.name(), Type.BOOLEAN));
      case TIME -> Optional.of(Attribute.of(field.name(), Type.TIME));
      case REFERENCE -> Optional.of(leading(field, Type.REFERENCE));
      case REFERENCES, CHILDREN -> Optional.of(leading(field, Type.REFERENCES));
      case INVERSE -> Optional.of(Attribute.of(field.name(), Type.LENGTH));
      case TEXTS, CHOICES -> Optional.empty();
    };
  }

  private Attribute leading(FieldType field, Type attributeType) {
    return new Attribute(
        field.name(),
        attributeType,
        Optional.of(new ResourceAttributes(catalog, catalog.target(field), permissions)));
  }
}
