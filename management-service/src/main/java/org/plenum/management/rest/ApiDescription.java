package org.plenum.management.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenum.model.process.ProductVersion;

/**
 * The API in the form of OpenAPI 3.1, to which each part of it adds what it has. For one thread.
 */
public final class ApiDescription {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String BASIC = "basic";
  private static final String CERTIFICATE = "certificate";

  /** Answers that any request for accounts can get. */
  private static final List<Integer> COMMON = List.of(401, 403, 429, 503);

  private static final Map<Integer, String> REFUSALS =
      Map.of(
          400, "Something in the request is wrong; fields are named where it is theirs.",
          401, "Name and password of an account, or the client certificate, are missing or wrong.",
          403, "The account lacks a permission.",
          404, "There is nothing at this address.",
          409, "What is stored stands against it: other objects refer to this one.",
          412, "It has been changed since it was read (If-Match, expected_version).",
          413, "The body is too large.",
          429, "Too many failed attempts to log in; see Retry-After.",
          503, "The service is busy; see Retry-After.");

  private final ObjectNode root = NODES.objectNode();
  private final ArrayNode tags;
  private final ObjectNode paths;
  private final ObjectNode schemas;

  /** A description of nothing yet. */
  public ApiDescription() {
    root.put("openapi", "3.1.0");
    root.putObject("info")
        .put("title", "Plenum management API")
        .put("version", ProductVersion.current())
        .put("description", "Everything that is configured and runs on a Plenum platform.")
        .putObject("license")
        .put("name", "Apache License 2.0")
        .put("identifier", "Apache-2.0");
    root.putArray("servers").addObject().put("url", "/");
    ArrayNode security = root.putArray("security");
    security.addObject().putArray(BASIC);
    security.addObject().putArray(CERTIFICATE);
    tags = root.putArray("tags");
    paths = root.putObject("paths");
    ObjectNode components = root.putObject("components");
    ObjectNode schemes = components.putObject("securitySchemes");
    schemes
        .putObject(BASIC)
        .put("type", "http")
        .put("scheme", BASIC)
        .put("description", "Name and password of an administrator account.");
    schemes
        .putObject(CERTIFICATE)
        .put("type", "mutualTLS")
        .put(
            "description",
            "Client certificate of an administrator, where the user authentication requires one.");
    schemas = components.putObject("schemas");
    addErrors(components.putObject("responses"));
  }

  private void addErrors(ObjectNode responses) {
    ObjectNode sentence = objectSchema();
    sentence.withObject("properties").putObject("error").put("type", "string");
    sentence
        .withObject("properties")
        .set("problems", listOf(type("string")).put("description", "The reasons, if several."));
    sentence.putArray("required").add("error");
    schemas.set("error", sentence);
    ObjectNode messages = objectSchema();
    messages.put("description", "By resource and field: what is wrong.");
    messages.put("minProperties", 1);
    messages
        .putObject("additionalProperties")
        .put("type", "object")
        .putObject("additionalProperties")
        .put("type", "array")
        .putObject("items")
        .put("type", "string");
    schemas.set("messages", messages);
    REFUSALS.keySet().stream()
        .sorted()
        .forEach(
            status -> {
              ObjectNode response = responses.putObject("status_" + status);
              response.put("description", REFUSALS.get(status));
              ObjectNode body = json(response);
              if (status == 400 || status == 409) {
                body.putArray("anyOf").add(ref("messages")).add(ref("error"));
              } else {
                body.setAll(ref("error"));
              }
            });
  }

  /** A group of operations. */
  public void tag(String name, String description) {
    tags.addObject().put("name", name).put("description", description);
  }

  /** The form of an object that requests or answers carry. */
  public void schema(String name, ObjectNode schema) {
    schemas.set(name, schema);
  }

  /** A schema that stands for the one with this name. */
  public static ObjectNode ref(String schema) {
    return NODES.objectNode().put("$ref", "#/components/schemas/" + schema);
  }

  /** A schema of an object whose properties are still to be added. */
  public static ObjectNode objectSchema() {
    return type("object");
  }

  /** A schema of values of a simple type, such as {@code integer}. */
  public static ObjectNode type(String name) {
    return NODES.objectNode().put("type", name);
  }

  /** A schema of a list. */
  public static ObjectNode listOf(ObjectNode element) {
    return type("array").set("items", element);
  }

  private static ObjectNode json(ObjectNode carrier) {
    return carrier.putObject("content").putObject(RestResponse.JSON).putObject("schema");
  }

  /**
   * Adds an operation.
   *
   * @param path address, parameters in braces
   * @param id name of the operation for generated clients, unique
   */
  public Operation operation(
      RestMethod method, String path, String tag, String id, String summary) {
    ObjectNode node = paths.withObject("/" + path.replace("/", "~1")).putObject(name(method));
    node.putArray("tags").add(tag);
    node.put("operationId", id);
    node.put("summary", summary);
    Operation operation = new Operation(node);
    COMMON.forEach(operation::refuses);
    return operation;
  }

  private static String name(RestMethod method) {
    return method.name().toLowerCase(Locale.ROOT);
  }

  /** The whole document. */
  public JsonNode document() {
    return root.deepCopy();
  }

  /** One method of one path. */
  public static final class Operation {
    private final ObjectNode node;

    private Operation(ObjectNode node) {
      this.node = node;
    }

    /** A parameter in the path. */
    public Operation path(String name, String type, String description) {
      parameter("path", name, description, NODES.objectNode().put("type", type))
          .put("required", true);
      return this;
    }

    /** A parameter in the query. */
    public Operation query(String name, String description, ObjectNode schema) {
      parameter("query", name, description, schema);
      return this;
    }

    /** A header that the request may carry. */
    public Operation header(String name, String description) {
      parameter("header", name, description, NODES.objectNode().put("type", "string"));
      return this;
    }

    private ObjectNode parameter(String in, String name, String description, ObjectNode schema) {
      ObjectNode parameter = node.withArray("parameters").addObject();
      parameter.put("name", name).put("in", in).put("description", description);
      parameter.set("schema", schema);
      return parameter;
    }

    /**
     * Parameters of the query whose names follow patterns.
     *
     * @param patterns regular expressions of the names
     */
    public Operation queries(String name, String description, List<String> patterns) {
      ObjectNode schema = objectSchema();
      ArrayNode names = schema.putObject("propertyNames").putArray("anyOf");
      patterns.forEach(pattern -> names.addObject().put("pattern", pattern));
      schema.putObject("additionalProperties").put("type", "string");
      parameter("query", name, description, schema).put("style", "form").put("explode", true);
      return this;
    }

    /** What the request carries. */
    public Operation body(ObjectNode schema) {
      ObjectNode body = node.putObject("requestBody").put("required", true);
      json(body).setAll(schema);
      return this;
    }

    /** The file that the request carries. */
    public Operation body(FileBody file) {
      node.putObject("requestBody")
          .put("required", true)
          .putObject("content")
          .putObject(file.mediaType());
      return this;
    }

    /** An answer with a file. */
    public Operation answers(int status, String description, FileBody file, String... headers) {
      answer(status, description, headers).putObject("content").putObject(file.mediaType());
      return this;
    }

    /** An answer without body. */
    public Operation answers(int status, String description, String... headers) {
      answer(status, description, headers);
      return this;
    }

    /** An answer with a body. */
    public Operation answers(int status, String description, ObjectNode schema, String... headers) {
      json(answer(status, description, headers)).setAll(schema);
      return this;
    }

    private ObjectNode answer(int status, String description, String... headers) {
      ObjectNode answer = node.withObject("/responses").putObject(String.valueOf(status));
      answer.put("description", description);
      for (String header : headers) {
        ObjectNode described = answer.withObject("/headers").putObject(header);
        described.putObject("schema").put("type", "string");
        if (header.equals(AdviceHeader.NAME)) {
          described.put(
              "description",
              "What is doubtful about what has been saved nevertheless: JSON as in a refusal.");
        }
      }
      return answer;
    }

    /** Statuses with which the request can be refused, besides those that all requests have. */
    public Operation refuses(int... statuses) {
      for (int status : statuses) {
        node.withObject("/responses")
            .putObject(String.valueOf(status))
            .put("$ref", "#/components/responses/status_" + status);
      }
      return this;
    }
  }
}
