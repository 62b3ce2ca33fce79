package org.plenum.management.api;

import static org.plenum.management.rest.ApiDescription.listOf;
import static org.plenum.management.rest.ApiDescription.objectSchema;
import static org.plenum.management.rest.ApiDescription.ref;
import static org.plenum.management.rest.ApiDescription.type;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.plenum.management.change.ObjectChange;
import org.plenum.management.rest.ApiDescription;
import org.plenum.management.rest.ApiDescription.Operation;
import org.plenum.management.rest.ListDescription;
import org.plenum.management.rest.RestMethod;
import org.plenum.management.store.AuditTrail;

/** Describes the API of versions. */
final class VersionsDescription {
  private static final String TAG = "versions";
  private static final String VERSION = "versions.version";
  private static final String DIFFERENCE = "versions.difference";
  private static final String PREVIEW = "versions.rollback_preview";

  private final ApiDescription api;
  private final String base;

  VersionsDescription(ApiDescription api, String base) {
    this.api = api;
    this.base = base;
  }

  void describe() {
    api.tag(TAG, "Versions of the configuration: what each changed, how two differ, and back.");
    api.schema(VERSION, version());
    api.schema(DIFFERENCE, difference());
    api.schema(PREVIEW, preview());
    reading("", "versions", "Lists what can be read.")
        .answers(200, "Addresses by name.", objectSchema());
    Operation versions = list("version/", "list_versions", "Lists the versions.", VERSION);
    ListDescription.addQueries(versions, AuditTrail.VERSION_FIELDS);
    ofVersion(reading("version/{version}/", "get_version", "Reads one version."))
        .answers(200, "The version.", ref(VERSION));
    Operation changes =
        list("version/{version}/change/", "list_version_changes", "What it changed.", DIFFERENCE);
    ListDescription.addPaging(ofVersion(changes));
    Operation comparison =
        list("comparison/", "compare_versions", "Lists how two versions differ.", DIFFERENCE)
            .query("from", "Number of the one version.", type("integer"))
            .query("to", "Number of the other.", type("integer"))
            .refuses(404);
    ListDescription.addPaging(comparison);
    describeRollback("version/{version}/rollback/");
  }

  private void describeRollback(String path) {
    ofVersion(reading(path, "preview_rollback", "Says what going back to a version would change."))
        .answers(200, "Changes, and what stands against them.", ref(PREVIEW));
    ObjectNode body = objectSchema();
    body.putObject("properties").set("expected_version", expectedVersion());
    ObjectNode done = objectSchema();
    done.putObject("properties").set("version", type("integer"));
    ofVersion(
            api.operation(
                RestMethod.POST,
                base + path,
                TAG,
                "rollback",
                "Makes the configuration be as it was in a version."))
        .body(body)
        .answers(200, "Done; this made a new version.", done)
        .refuses(400, 409, 412);
  }

  /** The field with which a change says what it was planned for. */
  static ObjectNode expectedVersion() {
    return type("integer").put("description", "Version that the configuration must still have.");
  }

  private Operation reading(String path, String id, String summary) {
    return api.operation(RestMethod.GET, base + path, TAG, id, summary);
  }

  private Operation list(String path, String id, String summary, String element) {
    return reading(path, id, summary)
        .answers(200, "A page of the list.", ListDescription.page(ref(element)))
        .refuses(400);
  }

  private static Operation ofVersion(Operation operation) {
    return operation.path("version", "integer", "Number of the version.").refuses(404);
  }

  private static ObjectNode version() {
    ObjectNode version = objectSchema();
    ObjectNode properties = version.putObject("properties");
    properties.set("version", type("integer"));
    properties.set("time", type("string").put("format", "date-time"));
    properties.set("author", type("string"));
    properties.set("source", type("string").put("description", "Way in."));
    properties.set("object_count", type("integer").put("description", "Objects that it changed."));
    ObjectNode part = objectSchema();
    ObjectNode parts = part.putObject("properties");
    parts.set("resource", type("string"));
    parts.set("kind", kind());
    parts.set("count", type("integer"));
    parts.set("first_title", type("string"));
    properties.set("touched", listOf(part));
    properties.set("resource_uri", type("string").put("format", "uri-reference"));
    return version;
  }

  private static ObjectNode difference() {
    ObjectNode difference = objectSchema();
    ObjectNode properties = difference.putObject("properties");
    properties.set("resource", type("string"));
    properties.set("id", type("integer"));
    properties.set("title", type("string"));
    properties.set("kind", kind());
    properties.set("fields", listOf(fieldDifference()));
    return difference;
  }

  /** How a field differs; values are of any type. */
  static ObjectNode fieldDifference() {
    ObjectNode field = objectSchema();
    ObjectNode properties = field.putObject("properties");
    properties.set("field", type("string"));
    properties.putObject("before");
    properties.putObject("after");
    return field;
  }

  static ObjectNode kind() {
    ObjectNode kind = JsonNodeFactory.instance.objectNode().put("type", "string");
    var names = kind.putArray("enum");
    Arrays.stream(ObjectChange.Kind.values()).map(ObjectChange.Kind::wire).forEach(names::add);
    return kind;
  }

  private static ObjectNode preview() {
    ObjectNode preview = objectSchema();
    ObjectNode properties = preview.putObject("properties");
    properties.set("version", type("integer"));
    properties.set("current_version", type("integer"));
    properties.set("changes", listOf(ref(DIFFERENCE)));
    properties.set(
        "problems", listOf(type("string")).put("description", "What keeps it from being done."));
    properties.set("notes", listOf(type("string")).put("description", "What cannot be as it was."));
    return preview;
  }
}
