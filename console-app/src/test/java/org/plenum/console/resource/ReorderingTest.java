package org.plenum.console.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.console.configuration.ConfigurationClient.Update;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;
import org.plenum.model.resource.PlenumResources;

class ReorderingTest {
  private static final ResourceType<?> RULE =
      PlenumResources.catalog().find("gateway_routing_rule").orElseThrow();
  private static final FieldType PRIORITY = RULE.field("priority").orElseThrow();

  private static List<ConfigurationObject> rules(LongStream priorities) {
    return priorities
        .mapToObj(
            priority ->
                new ConfigurationObject(
                    RULE,
                    1000 + priority,
                    1,
                    Values.of(Map.of("priority", priority)),
                    Set.of(),
                    Map.of()))
        .toList();
  }

  @ParameterizedTest
  @Tag("SVC-130")
  @CsvSource({"0, 3", "3, 0", "1, 2", "2, 1", "0, 1"})
  void theOthersHandTheirNumbersOn(int from, int to) throws Exception {
    List<ConfigurationObject> before = rules(LongStream.of(1, 5, 9, 200));
    Map<Long, Long> numbers = new HashMap<>();
    before.forEach(rule -> numbers.put(rule.id(), rule.values().number("priority")));

    for (Update update : new Reordering(PRIORITY, before).move(before.get(from).id(), to)) {
      numbers.put(update.object().id(), update.changes().number("priority"));
      assertThat(numbers.values()).as("unique after every change").doesNotHaveDuplicates();
    }

    List<ConfigurationObject> wanted = new ArrayList<>(before);
    wanted.add(to, wanted.remove(from));
    assertThat(wanted).extracting(rule -> numbers.get(rule.id())).containsExactly(1L, 5L, 9L, 200L);
  }

  @Test
  void whereNoNumberIsFreeNothingMoves() {
    Reordering full = new Reordering(PRIORITY, rules(LongStream.rangeClosed(1, 200)));
    assertThatThrownBy(() -> full.move(1001, 5)).isInstanceOf(Reordering.FullException.class);
  }

  @Test
  void anObjectThatStaysOrIsGoneChangesNothing() throws Exception {
    Reordering order = new Reordering(PRIORITY, rules(LongStream.of(1, 2)));
    assertThat(order.move(1001, 0)).isEmpty();
    assertThat(order.move(7, 1)).isEmpty();
  }
}
