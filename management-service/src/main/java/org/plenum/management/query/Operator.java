package org.plenum.management.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a filter compares. Names of the management API are the lower-case names of the constants. */
public enum Operator {
  EXACT(false),
  IEXACT(true),
  CONTAINS(true),
  ICONTAINS(true),
  STARTSWITH(true),
  ISTARTSWITH(true),
  ENDSWITH(true),
  IENDSWITH(true),
  REGEX(true),
  IREGEX(true),
  LT(false),
  LTE(false),
  GT(false),
  GTE(false),
  IN(false),
  RANGE(false);

  private final boolean textOnly;

  Operator(boolean textOnly) {
    this.textOnly = textOnly;
  }

  /** Whether it makes sense for values of a type. */
  public boolean suits(Attribute.Type type) {
    return switch (type) {
      case TEXT -> true;
      case REFERENCES -> this == EXACT || this == IN;
      case LENGTH -> false;
      default -> !textOnly;
    };
  }

  /** Name in the API. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The operator with this name in the API. */
  public static Optional<Operator> find(String wire) {
    return Arrays.stream(values()).filter(operator -> operator.wire().equals(wire)).findFirst();
  }
}
