package org.plenum.management.store;

import java.util.Optional;
import java.util.OptionalLong;
import org.plenum.management.query.Attribute;
import org.plenum.management.query.Attribute.Type;
import org.plenum.management.query.Attributes;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.ResourceUri;

/** What lists of a resource can be filtered and ordered by: all but secrets and lists of texts. */
public final class ResourceAttributes implements Attributes {
  private final ResourceCatalog catalog;
  private final ResourceType<?> type;

  /** The attributes of a resource of the catalogue. */
  public ResourceAttributes(ResourceCatalog catalog, ResourceType<?> type) {
    this.catalog = catalog;
    this.type = type;
  }

  @Override
  public Optional<Attribute> find(String name) {
    return name.equals(ResourceLayout.ID)
        ? Optional.of(Attribute.of(name, Type.INTEGER))
        : type.field(name).filter(field -> !field.secret()).flatMap(this::attribute);
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
      case TEXTS, CHOICES -> Optional.empty();
    };
  }

  private Attribute leading(FieldType field, Type attributeType) {
    return new Attribute(
        field.name(),
        attributeType,
        Optional.of(new ResourceAttributes(catalog, catalog.target(field))));
  }
}
