package org.plenum.installer.truth;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Configuration resources and fields that the specification names. */
final class SpecifiedFields {
  private static final Pattern ENDPOINT =
      Pattern.compile("- endpoints in use \\((\\w+)\\): `configuration/v1/(\\w+)/.*");
  private static final Pattern SHAPE = Pattern.compile("\\*\\*(\\w+)\\*\\*: (.*)");
  private static final Pattern SHAPE_FIELD = Pattern.compile("(?:^|, )([a-z]\\w*)\\*?: ");
  private static final Pattern IDENTIFIER = Pattern.compile("`([a-z][a-z0-9_]*)`");
  private static final Pattern HEADING = Pattern.compile("(#+) (.*)");
  private static final Pattern RESOURCE_OF_HEADING =
      Pattern.compile("(?:- |, |[Oo]bject )`([a-z][a-z0-9_]*)`");
  private static final Pattern RESOURCE_OF_ROW =
      Pattern.compile("\\(resource `([a-z][a-z0-9_]*)`\\)");
  private static final Collection<String> OF_EVERY_OBJECT = List.of("id", "resource_uri");

  private final Map<String, SortedSet<String>> fields = new TreeMap<>();

  private SpecifiedFields() {}

  static SpecifiedFields read(Documentation docs) {
    SpecifiedFields specified = new SpecifiedFields();
    docs.specification("09").forEach(file -> specified.readNames(docs.lines(file)));
    Stream.of("01", "02", "03", "04", "05", "08")
        .flatMap(prefix -> docs.specification(prefix).stream())
        .forEach(file -> specified.readTables(docs.lines(file)));
    return specified;
  }

  /** Fields by resource. */
  Map<String, SortedSet<String>> fields() {
    return fields;
  }

  /** The sheet of names: an endpoint for each resource, and the shape of its objects. */
  private void readNames(List<String> lines) {
    Map<String, String> shapes = new HashMap<>();
    Map<String, String> endpoints = new HashMap<>();
    for (String line : lines) {
      if (line.startsWith("## Status API")) {
        break;
      }
      Matcher endpoint = ENDPOINT.matcher(line);
      Matcher shape = SHAPE.matcher(line);
      if (endpoint.matches()) {
        endpoints.put(endpoint.group(2), folded(endpoint.group(1)));
      } else if (shape.matches()) {
        shapes.put(folded(shape.group(1)), shape.group(2));
      }
    }
    endpoints.forEach(
        (resource, shape) ->
            SHAPE_FIELD
                .matcher(shapes.getOrDefault(shape, ""))
                .results()
                .map(result -> result.group(1))
                .forEach(field -> add(resource, field)));
    endpoints.keySet().forEach(resource -> fields.computeIfAbsent(resource, r -> new TreeSet<>()));
  }

  private static String folded(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /**
   * The tables below a heading that names resources: their column "Field" names fields. A column
   * "Object", or a remark in the cell, can name another resource.
   */
  private void readTables(List<String> lines) {
    TreeMap<Integer, List<String>> resourcesByLevel = new TreeMap<>();
    List<String> header = List.of();
    for (String line : lines) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        int level = heading.group(1).length();
        resourcesByLevel.tailMap(level, true).clear();
        resourcesByLevel.put(level, all(RESOURCE_OF_HEADING, heading.group(2)));
        header = List.of();
      } else if (!line.startsWith("|")) {
        header = List.of();
      } else if (header.isEmpty()) {
        header = cells(line.toLowerCase(Locale.ROOT));
      } else {
        readRow(header, cells(line), innermost(resourcesByLevel));
      }
    }
  }

  private void readRow(List<String> header, List<String> row, List<String> resources) {
    int field = column(header, "field");
    int object = header.indexOf("object");
    if (field < 0 || row.size() != header.size()) {
      return;
    }
    String cell = row.get(field);
    List<String> named = object < 0 ? all(RESOURCE_OF_ROW, cell) : all(IDENTIFIER, row.get(object));
    String fieldsOnly = RESOURCE_OF_ROW.matcher(cell).replaceAll("");
    for (String resource : named.isEmpty() ? resources : named) {
      all(IDENTIFIER, fieldsOnly).forEach(name -> add(resource, name));
    }
  }

  private void add(String resource, String field) {
    if (!OF_EVERY_OBJECT.contains(field)) {
      fields.computeIfAbsent(resource, r -> new TreeSet<>()).add(field);
    }
  }

  /** The resources of the nearest heading that names any. */
  private static List<String> innermost(TreeMap<Integer, List<String>> byLevel) {
    return byLevel.descendingMap().values().stream()
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static int column(List<String> header, String name) {
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).startsWith(name)) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> cells(String line) {
    return Stream.of(line.split("(?<!\\\\)\\|", -1)).map(String::strip).toList();
  }

  /** What the group of the pattern matches. */
  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
