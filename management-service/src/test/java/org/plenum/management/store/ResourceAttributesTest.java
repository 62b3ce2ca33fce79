package org.plenum.management.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.management.query.InvalidQueryException;
import org.plenum.management.query.QueryParser;
import org.plenum.model.access.Permission;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.resource.PlenumResources;

@Tag("SYS-063")
class ResourceAttributesTest {
  private static final ResourceCatalog CATALOG = PlenumResources.catalog();

  @Test
  void filtersLeadIntoAreasThatMayBeViewed() {
    QueryParser parser = parser(Permissions.READ_ONLY);
    assertThat(parser.filter("sip_proxy__address__startswith", "10.").path()).hasSize(2);
  }

  @Test
  void filtersDoNotAskForFieldsOfAreasThatMayNotBeViewed() {
    QueryParser parser =
        parser(new Permissions(Set.of(Permission.MAY_VIEW_PLATFORM_CONFIGURATION)));
    assertThatThrownBy(() -> parser.filter("sip_proxy__address__startswith", "10."))
        .isInstanceOf(InvalidQueryException.class)
        .hasMessageContaining("address");
  }

  @Test
  void filtersAskForWhatReferencesShow() {
    QueryParser parser =
        parser(new Permissions(Set.of(Permission.MAY_VIEW_PLATFORM_CONFIGURATION)));
    assertThat(parser.filter("sip_proxy__name", "Edge").path()).hasSize(2);
    assertThat(parser.filter("sip_proxy", "7").path()).hasSize(1);
    assertThat(parser.filter("sip_proxy__id", "7").path()).hasSize(2);
  }

  @Test
  @Tag("SVX-322")
  void listsOfObjectsThatMayBeViewedGiveAnOrderAndNoFilter() {
    QueryParser parser = parser("ivr_theme", Permissions.READ_ONLY);
    assertThat(parser.orders(List.of("-conference,gateway_routing_rule"))).hasSize(2);
    assertThatThrownBy(() -> parser.filter("conference", "7"))
        .isInstanceOf(InvalidQueryException.class)
        .hasMessageContaining("does not suit the field 'conference'");
  }

  @Test
  @Tag("SVX-322")
  void howManyObjectsAListHasIsNotFoundOutByOrderWhereTheyMayNotBeViewed() {
    QueryParser blind =
        parser(
            "ssh_authorized_key",
            new Permissions(Set.of(Permission.MAY_VIEW_SYSTEM_CONFIGURATION)));
    assertThatThrownBy(() -> blind.orders(List.of("nodes")))
        .isInstanceOf(InvalidQueryException.class)
        .hasMessageContaining("nodes");
    assertThat(parser("ssh_authorized_key", Permissions.READ_ONLY).orders(List.of("nodes")))
        .hasSize(1);
  }

  private static QueryParser parser(Permissions permissions) {
    return parser("system_location", permissions);
  }

  private static QueryParser parser(String resource, Permissions permissions) {
    return new QueryParser(
        new ResourceAttributes(CATALOG, CATALOG.find(resource).orElseThrow(), permissions));
  }
}
