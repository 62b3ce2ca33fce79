package org.plenum.management.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.management.query.Attribute.Type;

class InMemoryListTest {
  private record Call(String name, long rate, boolean muted, Instant since) implements Row {
    @Override
    public Object value(String attribute) {
      return switch (attribute) {
        case "name" -> name;
        case "rate" -> rate;
        case "muted" -> muted;
        default -> since;
      };
    }
  }

  private static final List<Call> CALLS =
      List.of(
          new Call("Zoë", 64, false, Instant.parse("2026-01-01T10:00:00Z")),
          new Call("adam", 512, true, Instant.parse("2026-01-01T11:00:00Z")),
          new Call("Bob", 2048, false, Instant.parse("2026-01-01T12:00:00Z")));

  private final QueryParser parser =
      new QueryParser(
          Attributes.of(
              Attribute.of("name", Type.TEXT),
              Attribute.of("rate", Type.INTEGER),
              Attribute.of("muted", Type.BOOLEAN),
              Attribute.of("since", Type.TIME)));

  private Page<Call> list(String... parameters) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (String parameter : parameters) {
      String[] parts = parameter.split("=", 2);
      all.put(parts[0], List.of(parts[1]));
    }
    return new InMemoryList<Call>(call -> call, List.of("name")).select(CALLS, parser.parse(all));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=Bob|Bob",
        "name__iexact=ZOË|Zoë",
        "name__contains=o|Zoë,Bob",
        "name__icontains=B|Bob",
        "name__startswith=A|",
        "name__istartswith=A|adam",
        "name__endswith=b|Bob",
        "name__iendswith=M|adam",
        "name__regex=^.o|Zoë,Bob",
        "name__iregex=^[AB]|adam,Bob",
        "rate__lt=512|Zoë",
        "rate__lte=512|Zoë,adam",
        "rate__gt=512|Bob",
        "rate__gte=512|adam,Bob",
        "rate__range=100,1000|adam",
        "rate__in=64,2048|Zoë,Bob",
        "muted=true|adam",
        "since__gte=2026-01-01T11:00:00|adam,Bob"
      })
  void filtersLikeTheStore(String filter, String expected) {
    assertThat(list(filter).objects().stream().map(Call::name).toList())
        .isEqualTo(expected == null ? List.of() : List.of(expected.split(",")));
  }

  @Test
  void ordersTextWithoutCaseAndPages() {
    Page<Call> page = list("order_by=name", "limit=1", "offset=1");

    assertThat(page.objects()).extracting(Call::name).containsExactly("Bob");
    assertThat(page.total()).isEqualTo(3);
    assertThat(list("order_by=-rate").objects().getFirst().name()).isEqualTo("Bob");
    assertThat(list("offset=10").objects()).isEmpty();
  }

  @Test
  void breaksOffAnExpressionThatTakesTooLong() {
    String evil = "x".repeat(40);
    SearchPattern pattern = SearchPattern.compile("(x+x+)+y", false);

    assertThat(pattern.found(evil)).isFalse();
  }

  @Test
  void namesAnUnknownField() {
    assertThatExceptionOfType(InvalidQueryException.class)
        .isThrownBy(() -> list("surprise__gt=1"))
        .withMessageContaining("surprise");
  }
}
