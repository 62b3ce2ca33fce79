package org.plenum.console.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenum.console.i18n.Messages;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;
import org.plenum.model.resource.Licence;
import org.plenum.model.resource.LicenceRequest;

/**
 * A page that lists the objects of a resource, or some of them: Virtual Meeting Rooms and Virtual
 * Auditoriums are both services.
 *
 * @param key for navigation, settings and tests, such as {@code virtual-meeting-rooms}
 * @param type the resource
 * @param fixed values of fields that all objects of the page have, and that it does not show
 * @param title of the page
 * @param one what one object is called
 */
public record ResourcePage(
    String key, ResourceType<?> type, Map<String, String> fixed, String title, String one) {
  /** Services whose types have pages of their own. */
  private static final String SERVICES = "conference";

  private static final Map<String, String> SERVICE_PAGES =
      Map.of(
          "conference", "virtual-meeting-rooms",
          "lecture", "virtual-auditoriums",
          "two_stage_dialing", "virtual-receptions",
          "test_call", "test-call-services");

  /** Copies the map. */
  public ResourcePage {
    fixed = Map.copyOf(fixed);
  }

  /** The pages of all resources in the catalogue's order. */
  static List<ResourcePage> of(ResourceCatalog catalog, Messages messages) {
    List<ResourcePage> pages = new ArrayList<>();
    for (ResourceType<?> type : catalog.types()) {
      if (type.name().equals(SERVICES)) {
        type.field("service_type").orElseThrow().choices().stream()
            .map(kind -> servicePage(type, kind.wire(), messages))
            .forEach(pages::add);
      } else {
        pages.add(
            new ResourcePage(
                type.name().replace('_', '-'),
                type,
                Map.of(),
                capitalised(type.singleton() ? type.label() : type.plural()),
                type.label()));
      }
    }
    return pages;
  }

  /** Where its objects are listed. */
  public Route list() {
    return isOfLicences() ? new Route.Licences() : new Route.ObjectList(this);
  }

  /** Licences and the requests for them share a page. */
  private boolean isOfLicences() {
    return type.recordClass() == Licence.class || type.recordClass() == LicenceRequest.class;
  }

  /** Whether the navigation leads to its objects. */
  boolean hasEntry() {
    return type.recordClass() != LicenceRequest.class;
  }

  /** What its objects are called within a sentence. */
  public String many() {
    return fixed.isEmpty() ? type.plural() : title;
  }

  /** Whether a field can ever count for objects of this page. */
  public boolean shows(FieldType field) {
    return !fixed.containsKey(field.name())
        && (field.conditions().isEmpty() || field.conditions().stream().anyMatch(this::canHold));
  }

  private boolean canHold(FieldType.Condition condition) {
    String known = fixed.get(condition.field());
    return known == null
        ? type.field(condition.field()).map(this::shows).orElse(true)
        : condition.values().contains(known);
  }

  /** The first page on which objects of a resource can be made, for references to it. */
  public static Optional<ResourcePage> of(
      ResourceType<?> type, ResourceCatalog catalog, Messages messages) {
    return of(catalog, messages).stream().filter(page -> page.type().equals(type)).findFirst();
  }

  /** The page that shows an object, if one does. */
  public static Optional<ResourcePage> showing(
      String resource, Map<String, String> values, ResourceCatalog catalog, Messages messages) {
    return of(catalog, messages).stream()
        .filter(page -> page.type().name().equals(resource))
        .filter(page -> values.entrySet().containsAll(page.fixed().entrySet()))
        .findFirst();
  }

  private static ResourcePage servicePage(
      ResourceType<?> type, String serviceType, Messages messages) {
    return new ResourcePage(
        SERVICE_PAGES.get(serviceType),
        type,
        Map.of("service_type", serviceType),
        messages.get("page.services." + serviceType),
        messages.get("service-type." + serviceType));
  }

  private static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
