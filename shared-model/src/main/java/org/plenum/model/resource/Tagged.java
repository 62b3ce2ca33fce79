package org.plenum.model.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plenum.model.config.Advice;
import org.plenum.model.config.Advised;

/**
 * What a service tag marks, so that its usage can be counted (DIAG-452). That no two have the same
 * tag is the duty of whoever sets them; they are told when it is so (DIAG-453).
 */
sealed interface Tagged extends Advised permits Conference, Device, GatewayRoutingRule {
  /** Others that are named; how many there are does not matter. */
  int MAX_NAMED = 3;

  /** The service tag; empty for none. */
  String tag();

  @Override
  default void advise(Advice advice) {
    if (tag().isEmpty()) {
      return;
    }
    List<String> others =
        Stream.of(
                others(advice, Conference.class).map(other -> "the service " + other.name()),
                others(advice, GatewayRoutingRule.class)
                    .map(other -> "the call routing rule " + other.name()),
                others(advice, Device.class).map(other -> "the device alias " + other.alias()))
            .flatMap(names -> names)
            .toList();
    if (!others.isEmpty()) {
      advice.doubt(
          "tag",
          "This is also the tag of %s; usage cannot be told apart by it.".formatted(list(others)));
    }
  }

  private <T extends Record & Tagged> Stream<T> others(Advice advice, Class<T> type) {
    return advice.view().findEqual(type, "tag", tag(), MAX_NAMED + 2).stream()
        .filter(other -> !(type.isInstance(this) && other.id() == advice.id()))
        .map(other -> other.value());
  }

  private static String list(List<String> others) {
    List<String> named = new ArrayList<>(others.subList(0, Math.min(others.size(), MAX_NAMED)));
    String last = others.size() > MAX_NAMED ? "others" : named.removeLast();
    return named.isEmpty() ? last : String.join(", ", named) + " and " + last;
  }
}
