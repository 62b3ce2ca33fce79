package org.plenum.console.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenum.console.shell.ResourcePage;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ResourceCatalog;

/** What the list of a page shows, and by which fields it is ordered. Immutable. */
final class ListLayout {
  private static final int FEWEST_COLUMNS = 4;
  private static final int MOST_COLUMNS = 6;
  private static final String ORDER = "priority";
  private static final String ENABLED = "enable";

  /** Resources whose objects are told apart by more than their names and what they belong to. */
  private static final Map<String, List<String>> COLUMNS_AT_FIRST =
      Map.of(
          "gateway_routing_rule",
          List.of(
              ORDER, "name", ENABLED, "match_string", "replace_string", "match_source_location"),
          "conference",
          List.of("name", "aliases", "description", "ivr_theme", "tag"),
          "ivr_theme",
          List.of("name", "files", "conference", "last_updated"));

  private final ResourcePage page;
  private final ResourceCatalog catalog;
  private final Permissions permissions;

  /** The layout for somebody with these permissions. */
  ListLayout(ResourcePage page, ResourceCatalog catalog, Permissions permissions) {
    this.page = page;
    this.catalog = catalog;
    this.permissions = permissions;
  }

  /** Fields that the list can show, in the order of their declaration. */
  List<FieldType> columns() {
    return page.type().fields().stream()
        .filter(field -> !field.secret() && !field.multiline())
        .filter(page::shows)
        .filter(field -> catalog.mayView(field, permissions))
        .toList();
  }

  /**
   * The columns that are shown until the administrator chooses others: what identifies an object
   * and what it belongs to.
   */
  List<FieldType> columnsAtFirst() {
    List<String> named = COLUMNS_AT_FIRST.getOrDefault(page.type().name(), List.of());
    if (!named.isEmpty()) {
      return named.stream()
          .flatMap(name -> page.type().field(name).stream())
          .filter(columns()::contains)
          .toList();
    }
    String title = page.type().titleField().orElse("");
    List<FieldType> columns = columns();
    List<FieldType> chosen = new ArrayList<>();
    columns.stream().filter(field -> field.name().equals(title)).forEach(chosen::add);
    columns.stream().filter(field -> field.kind() == Kind.CHILDREN).forEach(chosen::add);
    columns.stream()
        .filter(field -> !chosen.contains(field))
        .filter(
            field ->
                field.unique() || field.kind().isReference() || field.name().equals("description"))
        .forEach(chosen::add);
    columns.stream()
        .filter(field -> !chosen.contains(field))
        .limit(Math.max(0, FEWEST_COLUMNS - chosen.size()))
        .forEach(chosen::add);
    return chosen.subList(0, Math.min(chosen.size(), MOST_COLUMNS));
  }

  /** The unique number that says in which order objects are used, where there is one. */
  Optional<FieldType> order() {
    return page.type().field(ORDER).filter(field -> field.kind() == Kind.INTEGER && field.unique());
  }

  /** The field that switches an object off, where there is one. */
  Optional<FieldType> enabled() {
    return page.type().field(ENABLED).filter(field -> field.kind() == Kind.BOOLEAN);
  }

  /** Field by which the list is ordered at first. */
  Optional<FieldType> firstOrder() {
    return order().or(() -> page.type().titleField().flatMap(page.type()::field));
  }
}
