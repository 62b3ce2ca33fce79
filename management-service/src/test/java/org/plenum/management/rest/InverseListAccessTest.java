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
import org.plenum.management.testing.SshKeys;
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
  private String node;
  private String key;

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
  void aNodeWithAKey() {
    made++;
    node = json(admin.get("management_vm/1/")).path("resource_uri").asText();
    key = create("ssh_authorized_key", sshKey("Night " + made).setAll(listing("nodes", node)));
  }

  private static ObjectNode sshKey(String comment) {
    return object()
        .put("keytype", "ssh-ed25519")
        .put("key", SshKeys.ed25519(comment.hashCode()))
        .put("comment", comment);
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
    assertThat(json(refused).path("ssh_authorized_key").fieldNames())
        .toIterable()
        .containsExactly("nodes");
    assertNodeHasKey();
  }

  private void assertNodeHasKey() {
    assertThat(json(admin.get(node)).path("ssh_authorized_keys"))
        .extracting(JsonNode::asText)
        .contains(key);
  }

  /** Tries every way in which a request can change the list of the key. */
  private void assertNotChanged(ObjectNode list) {
    assertRefused(carol.send("PATCH", key, list.toString()));
    assertRefused(carol.send("PUT", key, sshKey("Dusk").setAll(list).toString()));
    ObjectNode bulk = object();
    bulk.putArray("objects").add(list.deepCopy().put("resource_uri", key));
    HttpResponse<String> refused = carol.send("PATCH", "ssh_authorized_key/", bulk.toString());
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(refused.body()).contains("nodes");
    assertNodeHasKey();
  }

  private void assertNotTakenOver() {
    ObjectNode other = sshKey("Dusk").setAll(listing("nodes", node));
    assertRefused(carol.send("POST", "ssh_authorized_key/", other.toString()));
    assertThat(json(admin.get("ssh_authorized_key/?comment=Dusk")).path("objects")).isEmpty();
  }

  @Test
  @Tag("SYS-070")
  @Tag("SYS-071")
  void whoMayChangeKeysAndOnlyViewNodesGivesAKeyToNoNode() {
    allow(Permission.MAY_MODIFY_SYSTEM_CONFIGURATION, Permission.MAY_VIEW_PLATFORM_CONFIGURATION);

    ObjectNode read = (ObjectNode) json(carol.get(key));
    assertThat(read.path("nodes")).extracting(JsonNode::asText).containsExactly(node);
    assertNotChanged(listing("nodes"));
    assertNotTakenOver();
    assertThat(carol.send("PATCH", node, "{\"ssh_authorized_keys\": []}").statusCode())
        .isEqualTo(403);

    change(carol, key, read.put("comment", "Dawn " + made));
    assertThat(json(admin.get(key)).path("comment").asText()).isEqualTo("Dawn " + made);
    assertNodeHasKey();
  }

  @Test
  @Tag("SYS-070")
  @Tag("SYS-071")
  void whoMayChangeKeysAndNotViewNodesNeitherSeesNorSendsThem() {
    allow(Permission.MAY_MODIFY_SYSTEM_CONFIGURATION);

    assertThat(carol.get(node).statusCode()).isEqualTo(403);
    JsonNode listed = json(carol.get("ssh_authorized_key/?limit=0")).path("objects");
    assertThat(listed).isNotEmpty();
    for (JsonNode shown : List.of(json(carol.get(key)), listed.path(0))) {
      assertThat(shown.has("nodes")).isFalse();
      assertThat(shown.has("comment")).isTrue();
    }
    assertThat(carol.get("ssh_authorized_key/?order_by=comment").statusCode()).isEqualTo(200);
    assertThat(carol.get("ssh_authorized_key/?order_by=nodes").statusCode()).isEqualTo(400);

    assertNotChanged(listing("nodes"));
    assertNotChanged(listing("nodes", node));
    assertNotTakenOver();
    change(carol, key, object().put("comment", "Dawn " + made));
    assertNodeHasKey();
  }

  @Test
  @Tag("SVX-319")
  @Tag("SVX-320")
  @Tag("SYS-075")
  void whoMayOnlyViewThemesAndServicesGivesNoThemeToAService() {
    String theme = create("ivr_theme", object().put("name", "Theme " + made));
    String meet = create("conference", listing("aliases").put("name", "Meet"));
    allow(Permission.MAY_VIEW_SERVICE_CONFIGURATION);

    for (String list : List.of("conference", "gateway_routing_rule")) {
      assertThat(json(carol.get(theme)).path(list).isArray()).isTrue();
    }
    assertThat(carol.send("PATCH", theme, listing("conference", meet).toString()).statusCode())
        .isEqualTo(403);
    assertThat(json(admin.get(meet)).path("ivr_theme").isNull()).isTrue();
  }

  @Test
  @Tag("SYS-074")
  @Tag("SYS-075")
  void whoMayChangeCallControlSeesNeitherThemesNorRules() {
    allow(Permission.MAY_MODIFY_CALL_CONTROL);

    assertThat(carol.get("ivr_theme/").statusCode()).isEqualTo(403);
    assertThat(carol.get("gateway_routing_rule/").statusCode()).isEqualTo(403);
    assertThat(carol.get("sip_proxy/").statusCode()).isEqualTo(200);
  }

  @Test
  @Tag("SYS-072")
  void whoMayChangeCertificatesAndNotViewNodesAssignsNoneAndReadsNoDoubtsAboutThem() {
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
    change(admin, "management_vm/1/", object().put("tls_certificate", address));
    String untouched = object().toString();
    assertThat(advice(admin.send("PATCH", address, untouched))).contains("nodes", "host name");
    assertThat(advice(carol.send("PATCH", address, untouched))).isEmpty();
    HttpResponse<String> refused = carol.send("PATCH", address, listing("nodes").toString());
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(json(refused).path("tls_certificate").has("nodes")).isTrue();
  }

  private static String advice(HttpResponse<String> saved) {
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(202);
    return saved.headers().firstValue(AdviceHeader.NAME).orElse("");
  }

  @Test
  @Tag("SVX-322")
  void schemasSayThatListsOrderByTheirLengthAndFilterNothing() {
    String rule =
        create(
            "gateway_routing_rule",
            object().put("name", "Out " + made).put("priority", made).put("match_string", "9.*"));
    String theme = create("ivr_theme", listing("gateway_routing_rule", rule).put("name", "Used"));
    String unused = create("ivr_theme", object().put("name", "Unused"));

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
