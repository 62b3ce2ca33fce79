package org.plenum.management.store;

import java.util.stream.Collectors;
import org.plenum.management.store.ResourceLayout.References;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceCatalog;

/** How many objects an inverse list has, counted in the indexes of the references. */
final class ListLength {
  private ListLength() {}

  /** The expression for the list of an object of the table that is called {@code t}. */
  static String sql(ResourceCatalog catalog, FieldType list) {
    String by = list.owner().orElseThrow().by();
    return catalog.targets(list).stream()
        .map(type -> new ResourceLayout(type).references(type.field(by).orElseThrow()))
        .map(ListLength::count)
        .collect(Collectors.joining(" + ", "(", ")"));
  }

  private static String count(References references) {
    return "(SELECT count(*) FROM \"%s\" r WHERE r.\"%s\" = t.id)"
        .formatted(references.table(), references.target());
  }
}
