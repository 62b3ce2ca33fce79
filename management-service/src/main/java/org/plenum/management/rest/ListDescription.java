package org.plenum.management.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.plenum.management.query.Attribute;
import org.plenum.management.query.Attribute.Type;
import org.plenum.management.query.ListQuery;
import org.plenum.management.query.Operator;

/** Describes what list requests can ask for, and the form of their answer. */
public final class ListDescription {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ListDescription() {}

  /** Adds paging to a list operation. */
  public static void addPaging(ApiDescription.Operation operation) {
    operation
        .query(
            "limit",
            "Largest number of objects in the answer; 0 for as many as there may be.",
            number(ListQuery.DEFAULT_LIMIT).put("maximum", ListQuery.MAX_LIMIT))
        .query("offset", "How many objects to skip.", number(0));
  }

  /** Adds paging, order and filters to a list operation. */
  public static void addQueries(ApiDescription.Operation operation, List<Attribute> attributes) {
    addPaging(operation);
    operation.query(
        "order_by",
        "Field to order by, a minus before it for descending; several separated by commas.",
        text());
    List<Attribute> filters = attributes.stream().filter(Attribute::filters).toList();
    for (Attribute filter : filters) {
      operation.query(filter.name(), "Only objects with this value.", schema(filter.type()));
    }
    operation.queries("filters", "Comparisons: FIELD__OPERATOR.", comparisons(filters));
  }

  /** A pattern for each set of fields that have the same operators. */
  private static List<String> comparisons(List<Attribute> attributes) {
    List<String> patterns = new ArrayList<>();
    attributes.stream()
        .collect(Collectors.groupingBy(attribute -> operators(attribute.type())))
        .forEach(
            (operators, same) ->
                patterns.add(
                    "^(%s)__(%s)$"
                        .formatted(
                            same.stream().map(Attribute::name).collect(Collectors.joining("|")),
                            operators)));
    patterns.sort(String::compareTo);
    return patterns;
  }

  private static String operators(Type type) {
    return Arrays.stream(Operator.values())
        .filter(operator -> operator.suits(type))
        .map(Operator::wire)
        .collect(Collectors.joining("|"));
  }

  private static ObjectNode schema(Type type) {
    return switch (type) {
      case INTEGER, LENGTH -> NODES.objectNode().put("type", "integer");
      case NUMBER -> NODES.objectNode().put("type", "number");
      case BOOLEAN -> NODES.objectNode().put("type", "boolean");
      case TEXT, TIME, REFERENCE, REFERENCES -> text();
    };
  }

  private static ObjectNode text() {
    return NODES.objectNode().put("type", "string");
  }

  private static ObjectNode number(int fallback) {
    return NODES.objectNode().put("type", "integer").put("minimum", 0).put("default", fallback);
  }

  /** The answer: {@code meta} and a page of {@code objects}. */
  public static ObjectNode page(ObjectNode object) {
    ObjectNode page = ApiDescription.objectSchema();
    ObjectNode properties = page.putObject("properties");
    ObjectNode meta = properties.putObject("meta").put("type", "object");
    ObjectNode numbers = meta.putObject("properties");
    List.of("limit", "offset", "total_count")
        .forEach(name -> numbers.putObject(name).put("type", "integer"));
    for (String name : List.of("next", "previous")) {
      ArrayNode types = numbers.putObject(name).put("description", "Address.").putArray("type");
      types.add("string").add("null");
    }
    properties.putObject("objects").put("type", "array").set("items", object);
    page.putArray("required").add("meta").add("objects");
    return page;
  }
}
