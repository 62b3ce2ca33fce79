package org.plenum.management.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the parameters of a list request (MAPI conventions). Immutable. */
public final class QueryParser {
  private static final int MAX_OPERANDS = 1000;
  private static final int MAX_ORDERS = 8;
  private static final int MAX_STEPS = 5;

  private final Attributes attributes;

  /** Reads requests for objects with these attributes. */
  public QueryParser(Attributes attributes) {
    this.attributes = attributes;
  }

  /**
   * Reads all parameters of a request.
   *
   * @throws InvalidQueryException naming the parameter that is unknown or has an unsuitable value
   */
  public ListQuery parse(Map<String, List<String>> parameters) {
    List<Filter> filters = new ArrayList<>();
    List<Order> orders = new ArrayList<>();
    int offset = 0;
    int limit = ListQuery.DEFAULT_LIMIT;
    for (var parameter : parameters.entrySet()) {
      String name = parameter.getKey();
      switch (name) {
        case "limit" -> limit = limit(count(name, last(parameter.getValue())));
        case "offset" -> offset = count(name, last(parameter.getValue()));
        case "order_by" -> orders.addAll(orders(parameter.getValue()));
        case "format" -> requireJson(last(parameter.getValue()));
        default -> parameter.getValue().forEach(value -> filters.add(filter(name, value)));
      }
    }
    return new ListQuery(filters, "", orders, offset, limit);
  }

  /** The page size that a limit in a request stands for. */
  public static int limit(int requested) {
    return requested == 0 ? ListQuery.MAX_LIMIT : Math.min(requested, ListQuery.MAX_LIMIT);
  }

  /**
   * Reads criteria of an order: attribute names, {@code -} before one that is descending.
   *
   * @throws InvalidQueryException if an attribute is unknown or has no order
   */
  public List<Order> orders(List<String> criteria) {
    List<Order> orders = new ArrayList<>();
    for (String criterion : criteria) {
      for (String name : criterion.split(",", MAX_ORDERS + 1)) {
        boolean descending = name.startsWith("-");
        String field = descending ? name.substring(1) : name;
        Attribute attribute =
            attributes
                .find(field)
                .filter(Attribute::orders)
                .orElseThrow(
                    () ->
                        new InvalidQueryException(
                            "order_by",
                            "No matching '%s' field for ordering on.".formatted(field)));
        orders.add(new Order(attribute, descending));
      }
    }
    if (orders.size() > MAX_ORDERS) {
      throw new InvalidQueryException(
          "order_by", "At most %d fields can be ordered by.".formatted(MAX_ORDERS));
    }
    return orders;
  }

  /**
   * Reads one filter.
   *
   * @param expression {@code FIELD}, {@code FIELD__OPERATOR}, {@code REFERENCE__FIELD__OPERATOR}
   * @throws InvalidQueryException if a part of the expression is unknown or the value unsuitable
   */
  public Filter filter(String expression, String value) {
    List<Attribute> path = new ArrayList<>();
    Optional<Attributes> scope = Optional.of(attributes);
    Operator operator = Operator.EXACT;
    String[] parts = expression.split("__", -1);
    if (parts.length > MAX_STEPS) {
      throw new InvalidQueryException(
          expression, "'%s' leads across too many references.".formatted(expression));
    }
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      Optional<Attribute> attribute = scope.flatMap(known -> known.find(part));
      if (attribute.isPresent()) {
        path.add(attribute.get());
        scope = attribute.get().target();
      } else if (i > 0 && i == parts.length - 1 && Operator.find(part).isPresent()) {
        operator = Operator.find(part).orElseThrow();
      } else {
        throw new InvalidQueryException(
            expression,
            i == 0
                ? "Unknown field '%s'.".formatted(part)
                : "Unknown field or filter '%s' in '%s'.".formatted(part, expression));
      }
    }
    return filter(expression, path, operator, value);
  }

  private static Filter filter(
      String expression, List<Attribute> path, Operator operator, String value) {
    Attribute attribute = path.getLast();
    if (!operator.suits(attribute.type())) {
      throw new InvalidQueryException(
          expression,
          "The filter '%s' does not suit the field '%s'."
              .formatted(operator.wire(), attribute.name()));
    }
    if (operator == Operator.REGEX || operator == Operator.IREGEX) {
      SearchPattern.check(expression, value);
    }
    List<Object> operands = new ArrayList<>();
    for (String operand : operands(expression, operator, value)) {
      operands.add(operand(expression, attribute, operand));
    }
    return new Filter(path, operator, operands);
  }

  private static List<String> operands(String expression, Operator operator, String value) {
    return switch (operator) {
      case IN -> {
        List<String> values = List.of(value.split(",", -1));
        if (values.size() > MAX_OPERANDS) {
          throw new InvalidQueryException(
              expression, "More than %d values.".formatted(MAX_OPERANDS));
        }
        yield values;
      }
      case RANGE -> {
        List<String> values = List.of(value.split(",", -1));
        if (values.size() != 2) {
          throw new InvalidQueryException(
              expression, "A range is two values separated by a comma.");
        }
        yield values;
      }
      default -> List.of(value);
    };
  }

  private static Object operand(String expression, Attribute attribute, String text) {
    Optional<Object> value =
        switch (attribute.type()) {
          case TEXT -> Optional.of(text);
          case INTEGER, LENGTH -> integer(text);
          case NUMBER -> number(text);
          case BOOLEAN -> bool(text);
          case TIME -> time(text);
          case REFERENCE, REFERENCES -> reference(attribute, text);
        };
    return value.orElseThrow(
        () ->
            new InvalidQueryException(
                expression, "'%s' is no suitable value for '%s'.".formatted(text, expression)));
  }

  private static Optional<Object> integer(String text) {
    try {
      return Optional.of(Long.valueOf(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Object> number(String text) {
    try {
      return Optional.of(Double.valueOf(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Object> bool(String text) {
    return switch (text) {
      case "true", "True", "1" -> Optional.of(true);
      case "false", "False", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** With or without offset; without one it is UTC, as the API writes its times. */
  private static Optional<Object> time(String text) {
    String iso = text.strip().replace(' ', 'T');
    try {
      return Optional.of(OffsetDateTime.parse(iso).toInstant());
    } catch (DateTimeException e) {
      // Not that form.
    }
    try {
      Instant time =
          LocalDateTime.parse(iso.length() == 10 ? iso + "T00:00" : iso).toInstant(ZoneOffset.UTC);
      return Optional.of(time);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Object> reference(Attribute attribute, String text) {
    var id =
        attribute.target().isPresent()
            ? attribute.target().get().identifier(text)
            : java.util.OptionalLong.empty();
    return id.isPresent() ? Optional.of(id.getAsLong()) : integer(text);
  }

  private static int count(String name, String text) {
    try {
      int count = Integer.parseInt(text.strip());
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Reported below, like a negative number.
    }
    throw new InvalidQueryException(
        name, "Invalid %s '%s': it must be 0 or a positive integer.".formatted(name, text));
  }

  private static void requireJson(String format) {
    if (!format.equals("json") && !format.equals("application/json")) {
      throw new InvalidQueryException("format", "The only format is json.");
    }
  }

  private static String last(List<String> values) {
    return values.getLast();
  }
}
