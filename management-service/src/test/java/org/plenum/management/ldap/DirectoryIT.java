package org.plenum.management.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.management.testing.RestClient.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.management.setup.Administrator;
import org.plenum.management.testing.RestClient;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.management.testing.TestDirectory;

/** The management service and OpenLDAP, over the REST API. */
class DirectoryIT {
  private static final String SETTINGS = "authentication/1/";
  private static final String CONFERENCES = "conference/";

  @TempDir Path folder;
  private Slapd slapd;
  private ServiceFixture service;
  private RestClient admin;

  @BeforeEach
  void start() throws Exception {
    slapd = Slapd.start(Files.createDirectory(folder.resolve("slapd")));
    service =
        new ServiceFixture(
            folder.resolve("management"),
            store -> new ServerConnector(new DirectoryTrust(store), slapd.lookup()));
    admin = service.client(ServiceFixture.ADMIN);
  }

  @AfterEach
  void stop() {
    admin.close();
    service.close();
    slapd.close();
  }

  private static ObjectNode object(Map<String, String> fields) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    fields.forEach(object::put);
    return object;
  }

  /** OpenLDAP finds nobody who is not of a class that it does not know, as the default asks. */
  private static ObjectNode settings(String server, String password) {
    return connection(server, password)
        .put("source", "LDAP+LOCAL")
        .put("ldap_user_filter", "(objectClass=inetOrgPerson)");
  }

  private static ObjectNode connection(String server, String password) {
    return object(
        Map.of(
            "ldap_server",
            server,
            "ldap_bind_username",
            Slapd.READER,
            "ldap_bind_password",
            password,
            "ldap_base_dn",
            Slapd.BASE));
  }

  private String trust() {
    HttpResponse<String> created =
        admin.send(
            "POST",
            "ca_certificate/",
            object(Map.of("certificate", slapd.certificate())).toString());
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    return created.headers().firstValue("Location").orElseThrow();
  }

  private void save(ObjectNode settings) {
    HttpResponse<String> saved = admin.send("PATCH", SETTINGS, settings.toString());
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(202);
  }

  private void map(String group, String role) {
    String found =
        json(admin.get("role/?name=" + role)).path("objects").path(0).path("resource_uri").asText();
    ObjectNode mapping = object(Map.of("name", group, "ldap_group_dn", group));
    mapping.putArray("roles").add(found);
    HttpResponse<String> created = admin.send("POST", "ldap_role/", mapping.toString());
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
  }

  private void mapGroups() {
    map(Slapd.VIEWERS, "Read-only");
    map(Slapd.OPERATORS.toLowerCase(Locale.ROOT), "Read-write");
  }

  private int get(String username, String password) {
    try (RestClient client = service.client(new Administrator(username, password))) {
      return client.get(CONFERENCES).statusCode();
    }
  }

  private int create(String username, String conference) {
    try (RestClient client = service.client(new Administrator(username, Slapd.PASSWORD))) {
      return client
          .send("POST", CONFERENCES, object(Map.of("name", conference)).toString())
          .statusCode();
    }
  }

  private void assertRoles() {
    assertThat(get("viewer", Slapd.PASSWORD)).isEqualTo(200);
    assertThat(create("viewer", "A viewer's")).isEqualTo(403);
    assertThat(get("operator", Slapd.PASSWORD)).isEqualTo(200);
    assertThat(create("operator", "An operator's")).isEqualTo(201);
    assertThat(get("operator", "wrong")).isEqualTo(401);
    assertThat(get("operator", "")).isEqualTo(401);
    assertThat(get("stranger", Slapd.PASSWORD)).isEqualTo(401);
  }

  private static void assertRefused(HttpResponse<String> refused, String resource, String field) {
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).path(resource).fieldNames()).toIterable().containsExactly(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {TestDirectory.SECURE, TestDirectory.ON_REQUEST})
  @Tag("SYS-047")
  @Tag("SYS-048")
  void savesSettingsOnlyIfTheServerCanBeUsed(String server) {
    HttpResponse<String> untrusted =
        admin.send("PATCH", SETTINGS, settings(server, Slapd.PASSWORD).toString());
    assertRefused(untrusted, "authentication", "ldap_server");
    assertThat(untrusted.body()).contains("is not trusted");

    trust();
    assertRefused(
        admin.send("PATCH", SETTINGS, settings(server, "wrong").toString()),
        "authentication",
        "ldap_bind_username");
    assertThat(json(admin.get(SETTINGS)).path("source").asText()).isEqualTo("LOCAL");

    save(settings(server, Slapd.PASSWORD));
  }

  @Test
  @Tag("SVC-220")
  @Tag("SVC-221")
  void savesASyncSourceOnlyIfTheServerCanBeUsed() {
    ObjectNode source = connection(TestDirectory.SECURE, Slapd.PASSWORD).put("name", "staff");
    assertRefused(
        admin.send("POST", "ldap_sync_source/", source.toString()),
        "ldap_sync_source",
        "ldap_server");

    trust();

    assertThat(admin.send("POST", "ldap_sync_source/", source.toString()).statusCode())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"memberOf", ""})
  @Tag("SYS-043")
  @Tag("SYS-050")
  @Tag("SYS-060")
  void letsUsersDoWhatTheRolesOfTheirGroupsAllow(String groupAttributes) {
    trust();
    save(
        settings(TestDirectory.SECURE, Slapd.PASSWORD)
            .put("ldap_user_group_attributes", groupAttributes));
    mapGroups();

    assertRoles();
  }

  @Test
  @Tag("SYS-031")
  @Tag("SYS-036")
  @Tag("DIAG-550")
  void goesOnWithoutTlsWhereItMay() {
    save(
        settings(TestDirectory.ON_REQUEST, Slapd.PASSWORD)
            .put("ldap_bind_username", "reader")
            .put("ldap_permit_no_tls", true));
    mapGroups();

    assertRoles();
  }

  @Test
  @Tag("SYS-048")
  void noLongerTrustsAnAuthorityThatWasDeleted() {
    String authority = trust();
    save(settings(TestDirectory.SECURE, Slapd.PASSWORD));
    mapGroups();
    assertThat(get("viewer", Slapd.PASSWORD)).isEqualTo(200);

    assertThat(admin.delete(authority).statusCode()).isEqualTo(204);

    assertThat(get("operator", Slapd.PASSWORD)).isEqualTo(401);
  }

  @Test
  @Tag("SYS-052")
  void letsTheLocalAccountInWhileTheDirectoryIsAway() {
    trust();
    save(settings(TestDirectory.SECURE, Slapd.PASSWORD));
    mapGroups();
    slapd.close();

    assertThat(get(ServiceFixture.ADMIN.username(), ServiceFixture.ADMIN.password()))
        .isEqualTo(200);
    assertThat(get("viewer", Slapd.PASSWORD)).isEqualTo(401);
    assertThat(admin.send("PATCH", SETTINGS, "{\"ldap_user_search_dn\": \"ou=x\"}").statusCode())
        .isEqualTo(400);
    assertThat(admin.send("PATCH", SETTINGS, "{\"source\": \"LOCAL\"}").statusCode())
        .isEqualTo(202);
  }
}
