package org.plenum.management.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.management.testing.RestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.ldap.DirectoryTrust;
import org.plenum.management.ldap.ServerConnector;
import org.plenum.management.setup.Administrator;
import org.plenum.management.testing.RestClient;
import org.plenum.management.testing.ServiceFixture;
import org.plenum.management.testing.TestDirectory;
import org.plenum.model.access.Permission;
import org.plenum.model.pki.Credentials;
import org.plenum.model.pki.KeyType;
import org.plenum.model.pki.PemText;
import org.plenum.model.pki.SelfSignedCertificate;
import org.plenum.model.pki.SubjectNames;

/**
 * Lists of objects in an area that the user may not change, or not view, over HTTPS. The user is
 * one of a directory: only these have roles that open some areas and not others.
 */
@Tag("MAPI")
@Tag("SYS-063")
class InverseListAccessTest {
  private static final Administrator CAROL = new Administrator("carol", "correct horse");
  private static final String STAFF = "cn=staff," + TestDirectory.BASE;

  @TempDir static Path folder;
  private static TestDirectory directory;
  private static ServiceFixture service;
  private static RestClient admin;
  private static RestClient carol;
  private static String role;
  private static int made;
  private String rule;
  private String theme;

  @BeforeAll
  static void start() {
    directory = new TestDirectory();
    directory.add("dn: " + STAFF, "objectClass: groupOfNames");
    directory.add(
        "dn: cn=carol," + TestDirectory.BASE,
        "objectClass: person",
        "uid: " + CAROL.username(),
        "userPassword: " + CAROL.password(),
        "memberOf: " + STAFF);
    service =
        new ServiceFixture(
            folder, store -> new ServerConnector(new DirectoryTrust(store), directory.lookup()));
    admin = service.client(ServiceFixture.ADMIN);
    carol = service.client(CAROL);
    create("ca_certificate", object().put("certificate", directory.certificate()));
    role = create("role", permissions().put("name", "staff"));
    create("ldap_role", listing("roles", role).put("name", "staff").put("ldap_group_dn", STAFF));
    change(
        admin,
        "authentication/1/",
        object()
            .put("source", "LDAP+LOCAL")
            .put("ldap_server", TestDirectory.SECURE)
            .put("ldap_bind_username", TestDirectory.READER)
            .put("ldap_bind_password", TestDirectory.READER_PASSWORD)
            .put("ldap_base_dn", TestDirectory.BASE));
  }

  @AfterAll
  static void stop() {
    admin.close();
    carol.close();
    service.close();
    directory.close();
  }

  @BeforeEach
  void aRuleWithATheme() {
    made++;
    rule =
        create(
            "gateway_routing_rule",
            object().put("name", "Out " + made).put("priority", made).put("match_string", "9.*"));
    theme = create("ivr_theme", listing("gateway_routing_rule", rule).put("name", "Night " + made));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode listing(String field, String... addresses) {
    ObjectNode object = object();
    ArrayNode list = object.putArray(field);
    Stream.of(addresses).forEach(list::add);
    return object;
  }

  /** The address of a new object. */
  private static String create(String resource, ObjectNode object) {
    HttpResponse<String> created = admin.send("POST", resource + "/", object.toString());
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    return json(admin.get(created.headers().firstValue("Location").orElseThrow()))
        .path("resource_uri")
        .asText();
  }

  private static void change(RestClient who, String address, ObjectNode changes) {
    HttpResponse<String> changed = who.send("PATCH", address, changes.toString());
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(202);
  }

  /** From now on the user may use the API and this. */
  private static void allow(Permission... permissions) {
    change(admin, role, permissions(permissions));
  }

  private static ObjectNode permissions(Permission... permissions) {
    String wanted =
        Stream.concat(
                Stream.of(Permission.IS_ADMINISTRATOR, Permission.MAY_USE_API),
                Arrays.stream(permissions))
            .map(Permission::codename)
            .collect(Collectors.joining(","));
    List<String> addresses =
        json(admin.get("permission/?codename__in=" + wanted))
            .path("objects")
            .findValuesAsText("resource_uri");
    assertThat(addresses).hasSize(permissions.length + 2);
    return listing("permissions", addresses.toArray(String[]::new));
  }

  private void assertRefused(HttpResponse<String> refused) {
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(json(refused).path("ivr_theme").fieldNames())
        .toIterable()
        .containsExactly("gateway_routing_rule");
    assertThat(json(admin.get(rule)).path("ivr_theme").asText()).isEqualTo(theme);
  }

  /** Tries every way in which a request can change the list of the theme. */
  private void assertNotChanged(ObjectNode list) {
    assertRefused(carol.send("PATCH", theme, list.toString()));
    assertRefused(carol.send("PUT", theme, list.deepCopy().put("name", "Dusk").toString()));
    ObjectNode bulk = object();
    bulk.putArray("objects").add(list.deepCopy().put("resource_uri", theme));
    HttpResponse<String> refused = carol.send("PATCH", "ivr_theme/", bulk.toString());
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(refused.body()).contains("gateway_routing_rule");
    assertThat(json(admin.get(rule)).path("ivr_theme").asText()).isEqualTo(theme);
  }

  private void assertNotTakenOver() {
    ObjectNode other = listing("gateway_routing_rule", rule).put("name", "Dusk");
    assertRefused(carol.send("POST", "ivr_theme/", other.toString()));
    assertThat(json(admin.get("ivr_theme/?name=Dusk")).path("objects")).isEmpty();
  }

  @Test
  @Tag("SVX-320")
  @Tag("SYS-074")
  @Tag("SYS-075")
  void whoMayChangeThemesAndOnlyViewRulesGivesAThemeToNoRule() {
    allow(Permission.MAY_MODIFY_SERVICE_CONFIGURATION, Permission.MAY_VIEW_CALL_CONTROL);

    ObjectNode read = (ObjectNode) json(carol.get(theme));
    assertThat(read.path("gateway_routing_rule"))
        .extracting(JsonNode::asText)
        .containsExactly(rule);
    assertNotChanged(listing("gateway_routing_rule"));
    assertNotTakenOver();
    assertThat(carol.send("PATCH", rule, "{\"ivr_theme\": null}").statusCode()).isEqualTo(403);

    change(carol, theme, read.put("name", "Dawn " + made));
    assertThat(json(admin.get(theme)).path("name").asText()).isEqualTo("Dawn " + made);
    assertThat(json(admin.get(rule)).path("ivr_theme").asText()).isEqualTo(theme);
  }

  @Test
  @Tag("SVX-320")
  @Tag("SVX-322")
  @Tag("SYS-074")
  @Tag("SYS-075")
  void whoMayChangeThemesAndNotViewRulesNeitherSeesNorSendsThem() {
    allow(Permission.MAY_MODIFY_SERVICE_CONFIGURATION);

    assertThat(carol.get(rule).statusCode()).isEqualTo(403);
    JsonNode listed = json(carol.get("ivr_theme/?limit=0")).path("objects");
    assertThat(listed).isNotEmpty();
    for (JsonNode shown : List.of(json(carol.get(theme)), listed.path(0))) {
      assertThat(shown.has("gateway_routing_rule")).isFalse();
      assertThat(shown.has("conference")).isTrue();
    }
    assertThat(carol.get("ivr_theme/?order_by=conference").statusCode()).isEqualTo(200);
    assertThat(carol.get("ivr_theme/?order_by=gateway_routing_rule").statusCode()).isEqualTo(400);

    assertNotChanged(listing("gateway_routing_rule"));
    assertNotChanged(listing("gateway_routing_rule", rule));
    assertNotTakenOver();
    change(carol, theme, object().put("name", "Dawn " + made));
    assertThat(json(admin.get(rule)).path("ivr_theme").asText()).isEqualTo(theme);
  }

  @Test
  @Tag("SVX-319")
  @Tag("SYS-075")
  void whoMayOnlyViewThemesAndServicesGivesNoThemeToAService() {
    String meet = create("conference", listing("aliases").put("name", "Meet"));
    allow(Permission.MAY_VIEW_SERVICE_CONFIGURATION);

    assertThat(json(carol.get(theme)).path("conference").isArray()).isTrue();
    assertThat(carol.send("PATCH", theme, listing("conference", meet).toString()).statusCode())
        .isEqualTo(403);
    assertThat(json(admin.get(meet)).path("ivr_theme").isNull()).isTrue();
  }

  @Test
  @Tag("SVX-319")
  @Tag("SYS-074")
  @Tag("SYS-075")
  void whoMayChangeRulesAndNotViewThemesSeesNoTheme() {
    allow(Permission.MAY_MODIFY_CALL_CONTROL);

    assertThat(carol.get(theme).statusCode()).isEqualTo(403);
    assertThat(carol.get("ivr_theme/").statusCode()).isEqualTo(403);
    assertThat(carol.send("PATCH", theme, listing("gateway_routing_rule").toString()).statusCode())
        .isEqualTo(403);
  }

  @Test
  @Tag("SYS-072")
  void whoMayChangeCertificatesAndNotViewNodesAssignsNone() {
    Credentials credentials =
        new SelfSignedCertificate(InstantSource.system())
            .create(KeyType.EC_P256, "node.example.org", SubjectNames.of("node.example.org"));
    String address =
        create(
            "tls_certificate",
            object()
                .put("certificate", PemText.of(credentials.certificate()))
                .put("private_key", PemText.of(credentials.privateKey())));
    allow(Permission.MAY_MODIFY_CERTIFICATES);

    assertThat(json(admin.get(address)).has("nodes")).isTrue();
    assertThat(json(carol.get(address)).has("nodes")).isFalse();
    HttpResponse<String> refused = carol.send("PATCH", address, listing("nodes").toString());
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(json(refused).path("tls_certificate").has("nodes")).isTrue();
  }

  @Test
  @Tag("SVX-322")
  void schemasSayThatListsOrderByTheirLengthAndFilterNothing() {
    String unused = create("ivr_theme", object().put("name", "Unused " + made));

    JsonNode schema = json(admin.get("ivr_theme/schema/"));
    assertThat(schema.path("ordering"))
        .extracting(JsonNode::asText)
        .contains("conference", "gateway_routing_rule");
    assertThat(schema.path("filtering").has("gateway_routing_rule")).isFalse();
    assertThat(admin.get("ivr_theme/?gateway_routing_rule=1").statusCode()).isEqualTo(400);
    List<String> order =
        json(admin.get("ivr_theme/?limit=0&order_by=-gateway_routing_rule"))
            .path("objects")
            .findValuesAsText("resource_uri");
    assertThat(order.indexOf(theme)).isBetween(0, order.indexOf(unused) - 1);
  }
}
