package org.plenum.management.query;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plenum.model.config.CanonicalForm;

/** The condition of a filter on a value in memory. Nothing but {@code in} is met by no value. */
@FunctionalInterface
interface Condition {
  boolean holds(@Nullable Object value);

  static Condition of(Filter filter) {
    List<Object> operands = filter.operands();
    return switch (filter.operator()) {
      case IN -> value -> value != null && operands.contains(value);
      case RANGE ->
          value ->
              value != null
                  && compare(value, operands.getFirst()) >= 0
                  && compare(value, operands.getLast()) <= 0;
      case EXACT -> ordered(operands, sign -> sign == 0);
      case LT -> ordered(operands, sign -> sign < 0);
      case LTE -> ordered(operands, sign -> sign <= 0);
      case GT -> ordered(operands, sign -> sign > 0);
      case GTE -> ordered(operands, sign -> sign >= 0);
      default -> text(filter.operator(), (String) operands.getFirst());
    };
  }

  private static Condition ordered(List<Object> operands, Predicate<Integer> sign) {
    Object operand = operands.getFirst();
    return value -> value != null && sign.test(compare(value, operand));
  }

  private static Condition text(Operator operator, String operand) {
    String folded = CanonicalForm.caseless(operand);
    return switch (operator) {
      case IEXACT -> folded(text -> text.equals(folded));
      case CONTAINS -> plain(text -> text.contains(operand));
      case ICONTAINS -> folded(text -> text.contains(folded));
      case STARTSWITH -> plain(text -> text.startsWith(operand));
      case ISTARTSWITH -> folded(text -> text.startsWith(folded));
      case ENDSWITH -> plain(text -> text.endsWith(operand));
      case IENDSWITH -> folded(text -> text.endsWith(folded));
      case REGEX -> plain(SearchPattern.compile(operand, false)::found);
      case IREGEX -> plain(SearchPattern.compile(operand, true)::found);
      default -> throw new IllegalArgumentException(operator + " does not compare text");
    };
  }

  private static Condition plain(Predicate<String> test) {
    return value -> value instanceof String text && test.test(text);
  }

  private static Condition folded(Predicate<String> test) {
    return plain(text -> test.test(CanonicalForm.caseless(text)));
  }

  @SuppressWarnings("unchecked") // the parser gives operands the class of the attribute's values
  private static int compare(Object left, Object right) {
    return ((Comparable<Object>) left).compareTo(right);
  }
}
