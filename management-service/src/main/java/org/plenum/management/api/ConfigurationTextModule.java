package org.plenum.management.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.plenum.management.rest.ApiDescription;
import org.plenum.management.rest.RestException;
import org.plenum.management.rest.RestHandler;
import org.plenum.management.rest.RestMethod;
import org.plenum.management.rest.RestModule;
import org.plenum.management.rest.RestPath;
import org.plenum.management.rest.RestPath.Rule;
import org.plenum.management.rest.RestRequest;
import org.plenum.management.rest.RestResponse;
import org.plenum.management.text.ConfigurationTexts;
import org.plenum.management.text.TextChange;
import org.plenum.management.text.TextOutcome;
import org.plenum.management.text.TextRefusedException;
import org.plenum.management.version.FieldDifference;
import org.plenum.management.version.StaleVersionException;
import org.plenum.model.access.Permissions;

/**
 * The configuration as one text. {@code GET /api/configuration-text/v1/} answers {@code {"text":
 * …}}. {@code POST …/comparison/} and {@code POST …/application/} take {@code {"text": …, "prune":
 * false}}; the first says what the second would do, and which version it looked at, which the
 * second accepts as {@code expected_version}.
 */
public final class ConfigurationTextModule implements RestModule {
  private static final String BASE = "/api/configuration-text/v1/";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ConfigurationTexts texts;

  /** The API of these texts. */
  public ConfigurationTextModule(ConfigurationTexts texts) {
    this.texts = texts;
  }

  @Override
  public List<RestPath> paths() {
    return List.of(
        RestPath.of(BASE, Map.of(RestMethod.GET, request -> export())),
        RestPath.of(
            BASE + "comparison/", Rule.READING, Map.of(RestMethod.POST, answering(this::compare))),
        RestPath.of(BASE + "application/", Map.of(RestMethod.POST, answering(this::apply))));
  }

  @Override
  public void describe(ApiDescription api) {
    String tag = "configuration-text";
    api.tag(tag, "The whole configuration as one text.");
    ObjectNode text = ApiDescription.objectSchema();
    text.putObject("properties").set("text", ApiDescription.type("string"));
    api.operation(RestMethod.GET, BASE, tag, "export_text", "Writes the configuration as a text.")
        .answers(200, "The text; secrets are left out.", text);

    ObjectNode wish = text.deepCopy();
    wish.withObject("properties")
        .set(
            "prune",
            ApiDescription.type("boolean")
                .put("default", false)
                .put("description", "Whether what the sections do not have is deleted."));
    wish.putArray("required").add("text");
    api.operation(
            RestMethod.POST,
            BASE + "comparison/",
            tag,
            "compare_text",
            "Says what applying a text would change.")
        .body(wish)
        .answers(200, "The changes, and the version that they were planned for.", plan())
        .refuses(400);

    ObjectNode guarded = wish.deepCopy();
    guarded.withObject("properties").set("expected_version", VersionsDescription.expectedVersion());
    ObjectNode done = ApiDescription.objectSchema();
    done.putObject("properties").set("version", ApiDescription.type("integer"));
    api.operation(
            RestMethod.POST,
            BASE + "application/",
            tag,
            "apply_text",
            "Makes the configuration be like a text.")
        .body(guarded)
        .answers(200, "Done; this made a version, unless there was nothing to do.", done)
        .refuses(400, 412);
  }

  private static ObjectNode plan() {
    ObjectNode change = ApiDescription.objectSchema();
    ObjectNode parts = change.putObject("properties");
    parts.set("kind", VersionsDescription.kind());
    parts.set("resource", ApiDescription.type("string"));
    parts.set("name", ApiDescription.type("string"));
    parts.set("fields", ApiDescription.listOf(VersionsDescription.fieldDifference()));
    ObjectNode plan = ApiDescription.objectSchema();
    ObjectNode properties = plan.putObject("properties");
    properties.set("version", ApiDescription.type("integer"));
    properties.set("changes", ApiDescription.listOf(change));
    return plan;
  }

  private static RestHandler answering(RestHandler handler) {
    return request -> {
      try {
        return handler.handle(request);
      } catch (TextRefusedException e) {
        ObjectNode root = NODES.objectNode().put("error", "The text is refused.");
        ArrayNode problems = root.putArray("problems");
        e.problems().forEach(problems::add);
        return RestResponse.json(400, root);
      } catch (StaleVersionException e) {
        throw RestException.of(412, String.valueOf(e.getMessage()));
      }
    };
  }

  private RestResponse export() {
    return RestResponse.ok(NODES.objectNode().put("text", texts.export()));
  }

  private record Wish(String text, boolean prune, OptionalLong expected) {
    static Wish read(RestRequest request) {
      JsonNode body = request.json();
      JsonNode expected = body.path("expected_version");
      if (!body.path("text").isTextual()
          || !(body.path("prune").isMissingNode() || body.path("prune").isBoolean())
          || !(expected.isMissingNode() || expected.isIntegralNumber())) {
        throw RestException.of(
            400, "Send 'text', a text; 'prune', true or false; 'expected_version', a number.");
      }
      return new Wish(
          body.path("text").textValue(),
          body.path("prune").asBoolean(),
          expected.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(expected.asLong()));
    }
  }

  private RestResponse compare(RestRequest request) {
    Wish wish = Wish.read(request);
    TextOutcome outcome =
        request.permissions().include(Permissions.ALL)
            ? texts.compare(wish.text(), wish.prune())
            : texts.compareWithoutSecrets(wish.text(), wish.prune());
    ObjectNode root = NODES.objectNode().put("version", outcome.version());
    ArrayNode changes = root.putArray("changes");
    for (TextChange change : outcome.changes()) {
      ObjectNode node =
          changes
              .addObject()
              .put("kind", change.kind().wire())
              .put("resource", change.resource())
              .put("name", change.name());
      ArrayNode fields = node.putArray("fields");
      change.fields().forEach(field -> fields.add(json(field)));
    }
    return RestResponse.ok(root);
  }

  private static ObjectNode json(FieldDifference field) {
    ObjectNode node = NODES.objectNode().put("field", field.field());
    if (!field.before().isMissingNode()) {
      node.set("before", field.before());
    }
    node.set("after", field.after());
    return node;
  }

  private RestResponse apply(RestRequest request) {
    Wish wish = Wish.read(request);
    long version = texts.apply(request.author(), wish.text(), wish.prune(), wish.expected());
    return RestResponse.ok(NODES.objectNode().put("version", version));
  }
}
