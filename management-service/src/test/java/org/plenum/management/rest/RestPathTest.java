package org.plenum.management.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.advice.Advisor;
import org.plenum.management.procedure.Procedures;
import org.plenum.management.rest.RestPath.Access;
import org.plenum.management.rest.RestPath.Rule;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.access.Permission;
import org.plenum.model.access.Permissions;

/** Which permissions the paths of the API need. */
@Tag("SYS-059")
class RestPathTest {
  @TempDir Path folder;

  private static Permissions with(Permission... permissions) {
    return new Permissions(Set.of(permissions));
  }

  @Test
  @Tag("SYS-063")
  @Tag("SYS-065")
  void configurationNeedsTheAreaOfTheResource() {
    try (StoreFixture fixture = new StoreFixture(folder)) {
      List<RestPath> paths =
          new ConfigurationModule(
                  fixture.store(),
                  fixture.changeSets(),
                  new Procedures(List.of()),
                  new Advisor(fixture.store(), name -> Optional.empty()))
              .paths();
      Permissions services =
          with(
              Permission.MAY_MODIFY_SERVICE_CONFIGURATION,
              Permission.MAY_VIEW_PLATFORM_CONFIGURATION);
      for (String path : List.of("{resource}/", "{resource}/{id}/")) {
        Rule rule = rule(paths, path);
        assertThat(allows(rule, services, RestMethod.GET, "conference")).isTrue();
        assertThat(allows(rule, services, RestMethod.PATCH, "conference")).isTrue();
        assertThat(allows(rule, services, RestMethod.PATCH, "gateway_routing_rule")).isTrue();
        assertThat(allows(rule, services, RestMethod.GET, "sip_proxy")).isFalse();
        assertThat(allows(rule, services, RestMethod.HEAD, "system_location")).isTrue();
        assertThat(allows(rule, services, RestMethod.DELETE, "system_location")).isFalse();
        assertThat(allows(rule, services, RestMethod.GET, "tls_certificate")).isFalse();
        assertThat(allows(rule, services, RestMethod.POST, "role")).isFalse();
      }
    }
  }

  private static Rule rule(List<RestPath> paths, String end) {
    return paths.stream()
        .filter(path -> path.path().endsWith("/v1/" + end))
        .map(path -> ((Access.Accounts) path.access()).rule())
        .findFirst()
        .orElseThrow();
  }

  private static boolean allows(
      Rule rule, Permissions permissions, RestMethod method, String resource) {
    return rule.allows(permissions, method, Map.of("resource", resource));
  }

  @Test
  @Tag("SYS-064")
  void whatNamesNoPermissionGoesByTheRolesOfLocalAccounts() {
    Access access = RestPath.of("/x/", Map.of()).access();

    assertThat(access).isEqualTo(new Access.Accounts(Permission.MAY_USE_API, Rule.BY_ROLE));
    assertThat(Rule.BY_ROLE.allows(Permissions.READ_ONLY, RestMethod.GET, Map.of())).isTrue();
    assertThat(Rule.BY_ROLE.allows(Permissions.READ_ONLY, RestMethod.POST, Map.of())).isFalse();
    assertThat(Rule.BY_ROLE.allows(Permissions.ALL, RestMethod.POST, Map.of())).isTrue();
    assertThat(Rule.BY_ROLE.allows(with(Permission.MAY_VIEW_STATUS), RestMethod.GET, Map.of()))
        .isFalse();
  }
}
