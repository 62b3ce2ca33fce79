package org.plenum.console.resource;

import org.plenum.model.access.Permissions;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceCatalog;

/**
 * What the administrator may do in a form.
 *
 * @param writable whether the object itself may be changed
 * @param permissions for lists of objects that refer to it, which may be in other areas
 */
public record FormRights(boolean writable, Permissions permissions) {
  boolean mayView(ResourceCatalog catalog, FieldType field) {
    return catalog.mayView(field, permissions);
  }

  boolean mayModify(ResourceCatalog catalog, FieldType field) {
    return writable && catalog.mayModify(field, permissions);
  }
}
