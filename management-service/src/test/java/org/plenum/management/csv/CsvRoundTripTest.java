package org.plenum.management.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.model.config.Child;
import org.plenum.model.config.Values;
import org.plenum.model.csv.CsvFamily;

/** What is exported comes back as it was, in the same platform and in an empty one. */
@Tag("OPS-155")
class CsvRoundTripTest {
  private static final int SERVICES = 60;
  private static final List<String> TEXTS =
      List.of("", "plain", "with, comma", "\"quoted\"", " spaces ", "Köln ✓ 会议", "=1+1", "#1", "'");

  @TempDir Path fromFolder;
  @TempDir Path toFolder;
  private final RandomGenerator random =
      RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_126L);

  @Test
  void nothingIsLost() {
    try (CsvFixture from = new CsvFixture(fromFolder);
        CsvFixture to = new CsvFixture(toFolder)) {
      List.of("Oslo", "Köln").forEach(from::location);
      List.of("Oslo", "Köln").forEach(to::location);
      fill(from);

      for (CsvFamily family : CsvFamily.values()) {
        String file = from.export(family);
        assertThat(file).as("header").startsWith(header(family));
        CsvReport same = from.accept(family, file);
        assertThat(same.unchanged()).as(family.wire()).isPositive();
        assertThat(same.created() + same.updated()).as(family.wire()).isZero();

        if (family == CsvFamily.DEVICES) {
          // Passwords can be read only where they were encrypted.
          continue;
        }
        to.accept(family, file);
        assertThat(lines(to.export(family))).as(family.wire()).isEqualTo(lines(file));
      }
      for (String resource : List.of("conference", "conference_alias", "automatic_participant")) {
        assertThat(contents(to, resource)).as(resource).isEqualTo(contents(from, resource));
      }
    }
  }

  private static String header(CsvFamily family) {
    return family == CsvFamily.AUTOMATIC_PARTICIPANTS || family == CsvFamily.DEVICES
        ? "alias,"
        : "name,description,";
  }

  private static List<String> lines(String file) {
    return file.lines().sorted().toList();
  }

  /** Values without what another platform gives anew. */
  private static List<String> contents(CsvFixture csv, String resource) {
    return csv.all(resource).stream()
        .map(object -> object.values().without("creation_time").without("conference"))
        .map(values -> values.asMap().toString())
        .sorted()
        .toList();
  }

  private void fill(CsvFixture csv) {
    List<Long> conferences = new ArrayList<>();
    for (int i = 0; i < SERVICES; i++) {
      String serviceType = pick(List.of("conference", "lecture", "two_stage_dialing"));
      long id = csv.create("conference", service(i, serviceType));
      if (!serviceType.equals("two_stage_dialing")) {
        conferences.add(id);
      }
    }
    for (int i = 0; i < 20; i++) {
      List<Long> uses =
          random.ints(3, 0, conferences.size()).distinct().mapToObj(conferences::get).toList();
      csv.create(
          "automatic_participant",
          Map.of(
              "alias", "p%d@example.com".formatted(i),
              "description", pick(TEXTS),
              "dtmf_sequence", pick(List.of("", "1,,2", "12")),
              "role", pick(List.of("guest", "chair")),
              "streaming", random.nextBoolean(),
              "conference", uses));
      String username = pick(List.of("", "alice"));
      csv.create(
          "device",
          Map.of(
              "alias",
              "d%d@example.com".formatted(i),
              "description",
              pick(TEXTS),
              "username",
              username,
              "password",
              username.isEmpty() ? "" : pick(List.of("", "pass, word", "$plenum$"))));
    }
  }

  private Map<String, @Nullable Object> service(int number, String serviceType) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("name", "Service %d%s".formatted(number, pick(TEXTS)));
    values.put("service_type", serviceType);
    values.put("description", pick(TEXTS));
    values.put("tag", pick(TEXTS));
    values.put("call_type", pick(List.of("video", "video-only", "audio")));
    values.put("max_callrate_in", random.nextBoolean() ? null : random.nextLong(128, 8193));
    values.put("max_callrate_out", random.nextBoolean() ? null : random.nextLong(128, 8193));
    if (serviceType.equals("two_stage_dialing")) {
      values.put("match_string", pick(List.of("", "(\\d{3}),?(\\d+)")));
    } else {
      values.put("pin", pick(List.of("1234", "123#")));
      values.put("allow_guests", random.nextBoolean());
      values.put("host_view", pick(List.of("one_main_zero_pips", "two_mains_twentyone_pips")));
      values.put("enable_overlay_text", random.nextBoolean());
      values.put("participant_limit", random.nextBoolean() ? null : random.nextLong(1, 100));
    }
    if (serviceType.equals("lecture")) {
      values.put("guest_view", "one_main_twentyone_pips");
      values.put("mute_all_guests", random.nextBoolean());
    }
    List<Child> aliases = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String alias = "s%d.%d@example.com".formatted(number, i);
      aliases.add(new Child(null, Values.of(Map.of("alias", alias, "description", pick(TEXTS)))));
    }
    values.put("aliases", aliases);
    return values;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
