package org.plenum.management.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.plenum.management.query.Attributes;
import org.plenum.management.query.ListQuery;
import org.plenum.management.query.Page;
import org.plenum.management.query.QueryParser;
import org.plenum.management.rest.ApiDescription;
import org.plenum.management.rest.ListResponse;
import org.plenum.management.rest.RestException;
import org.plenum.management.rest.RestHandler;
import org.plenum.management.rest.RestMethod;
import org.plenum.management.rest.RestModule;
import org.plenum.management.rest.RestPath;
import org.plenum.management.rest.RestRequest;
import org.plenum.management.rest.RestResponse;
import org.plenum.management.store.AuditTrail;
import org.plenum.management.store.VersionEntry;
import org.plenum.management.version.FieldDifference;
import org.plenum.management.version.ObjectDifference;
import org.plenum.management.version.RollbackPreview;
import org.plenum.management.version.RollbackResult.Done;
import org.plenum.management.version.RollbackResult.Refused;
import org.plenum.management.version.StaleVersionException;
import org.plenum.management.version.UnknownVersionException;
import org.plenum.management.version.Versions;
import org.plenum.model.config.json.ApiTime;

/**
 * Versions of the configuration: list, what one changed, how two differ, rollback with preview.
 *
 * <ul>
 *   <li>{@code GET /api/versions/v1/version/}, {@code …/version/N/}, {@code …/version/N/change/}
 *   <li>{@code GET /api/versions/v1/comparison/?from=N&to=M}
 *   <li>{@code GET /api/versions/v1/version/N/rollback/} for the preview, {@code POST} to go back
 * </ul>
 */
public final class VersionsModule implements RestModule {
  private static final String BASE = "/api/versions/v1/";
  private static final String VERSION = "version";
  private static final String LIST = BASE + "version/";
  private static final String DETAIL = LIST + "{" + VERSION + "}/";
  private static final String EXPECTED = "expected_version";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Versions versions;

  /** The API of these versions. */
  public VersionsModule(Versions versions) {
    this.versions = versions;
  }

  @Override
  public List<RestPath> paths() {
    return List.of(
        RestPath.of(BASE, Map.of(RestMethod.GET, request -> RestResponse.ok(discovery()))),
        RestPath.of(LIST, Map.of(RestMethod.GET, this::list)),
        RestPath.of(DETAIL, Map.of(RestMethod.GET, known(this::get))),
        RestPath.of(DETAIL + "change/", Map.of(RestMethod.GET, known(this::changes))),
        RestPath.of(
            DETAIL + "rollback/",
            Map.of(RestMethod.GET, known(this::preview), RestMethod.POST, known(this::rollback))),
        RestPath.of(BASE + "comparison/", Map.of(RestMethod.GET, known(this::compare))));
  }

  @Override
  public void describe(ApiDescription api) {
    new VersionsDescription(api, BASE).describe();
  }

  private static RestHandler known(RestHandler handler) {
    return request -> {
      try {
        return handler.handle(request);
      } catch (UnknownVersionException e) {
        throw RestException.of(404, String.valueOf(e.getMessage()));
      } catch (StaleVersionException e) {
        throw RestException.of(412, String.valueOf(e.getMessage()));
      }
    };
  }

  private static ObjectNode discovery() {
    ObjectNode root = NODES.objectNode();
    root.putObject(VERSION).put("list_endpoint", LIST);
    root.putObject("comparison").put("list_endpoint", BASE + "comparison/");
    return root;
  }

  private RestResponse list(RestRequest request) {
    ListQuery query =
        new QueryParser(AuditTrail.VERSION_ATTRIBUTES).parse(request.queryParameters());
    Page<VersionEntry> page = versions.list(query);
    return ListResponse.of(
        request, query, new Page<>(page.objects().stream().map(this::json).toList(), page.total()));
  }

  private RestResponse get(RestRequest request) {
    return RestResponse.ok(json(versions.get(request.id(VERSION))));
  }

  private ObjectNode json(VersionEntry entry) {
    ObjectNode node = NODES.objectNode();
    node.put("version", entry.version());
    node.put("time", ApiTime.write(entry.time()));
    node.put("author", entry.author());
    node.put("source", entry.source());
    node.put("object_count", entry.objectCount());
    ArrayNode touched = node.putArray("touched");
    for (VersionEntry.Touched part : entry.touched()) {
      touched
          .addObject()
          .put("resource", part.resource())
          .put("kind", part.kind())
          .put("count", part.count())
          .put("first_title", versions.title(part.resource(), part.firstJson()));
    }
    return node.put("resource_uri", LIST + entry.version() + "/");
  }

  private RestResponse changes(RestRequest request) {
    ListQuery query = paging(request.queryParameters());
    return list(
        request, query, versions.changes(request.id(VERSION), query.offset(), query.limit()));
  }

  private RestResponse compare(RestRequest request) {
    Map<String, List<String>> parameters = new LinkedHashMap<>(request.queryParameters());
    long from = version("from", parameters.remove("from"));
    long to = version("to", parameters.remove("to"));
    ListQuery query = paging(parameters);
    return list(request, query, versions.compare(from, to, query.offset(), query.limit()));
  }

  private static ListQuery paging(Map<String, List<String>> parameters) {
    return new QueryParser(Attributes.of()).parse(parameters);
  }

  private static long version(String name, @org.jspecify.annotations.Nullable List<String> values) {
    String text = values == null ? "" : values.getLast();
    if (!text.matches("[0-9]{1,18}")) {
      throw RestException.of(400, "Give the number of a version as '%s'.".formatted(name));
    }
    return Long.parseLong(text);
  }

  private static RestResponse list(
      RestRequest request, ListQuery query, Page<ObjectDifference> page) {
    return ListResponse.of(
        request,
        query,
        new Page<>(page.objects().stream().map(VersionsModule::json).toList(), page.total()));
  }

  private static ObjectNode json(ObjectDifference difference) {
    ObjectNode node = NODES.objectNode();
    node.put("resource", difference.resource());
    node.put("id", difference.id());
    node.put("title", difference.title());
    node.put("kind", difference.kind().wire());
    ArrayNode fields = node.putArray("fields");
    for (FieldDifference field : difference.fields()) {
      ObjectNode values = fields.addObject().put("field", field.field());
      values.set("before", present(field.before()));
      values.set("after", present(field.after()));
    }
    return node;
  }

  private static JsonNode present(JsonNode value) {
    return value.isMissingNode() ? NODES.nullNode() : value;
  }

  private RestResponse preview(RestRequest request) {
    RollbackPreview preview = versions.preview(request.id(VERSION));
    ObjectNode root = NODES.objectNode();
    root.put("version", preview.version());
    root.put("current_version", preview.current());
    ArrayNode changes = root.putArray("changes");
    preview.changes().forEach(change -> changes.add(json(change)));
    sentences(root, "problems", preview.problems());
    sentences(root, "notes", preview.notes());
    return RestResponse.ok(root);
  }

  private RestResponse rollback(RestRequest request) {
    JsonNode body = request.json();
    JsonNode expected = body.path(EXPECTED);
    if (!body.isObject() || !(expected.isMissingNode() || expected.isIntegralNumber())) {
      throw RestException.of(
          400, "Send an object; '%s' is a number of a version.".formatted(EXPECTED));
    }
    return switch (versions.rollback(
        request.author(),
        request.id(VERSION),
        expected.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(expected.asLong()))) {
      case Done done -> RestResponse.ok(NODES.objectNode().put("version", done.version()));
      case Refused refused -> {
        ObjectNode root = NODES.objectNode().put("error", "The rollback is refused.");
        sentences(root, "problems", refused.problems());
        yield RestResponse.json(409, root);
      }
    };
  }

  private static void sentences(ObjectNode root, String name, List<String> sentences) {
    ArrayNode list = root.putArray(name);
    sentences.forEach(list::add);
  }
}
