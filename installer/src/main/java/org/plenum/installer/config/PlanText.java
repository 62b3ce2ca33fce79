package org.plenum.installer.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A plan as people read it: {@code +} creates, {@code ~} changes, {@code -} deletes. */
final class PlanText {
  private PlanText() {}

  /** The lines of a plan; none if nothing is to be done. */
  static List<String> of(JsonNode changes) {
    List<String> lines = new ArrayList<>();
    int created = 0;
    int changed = 0;
    int deleted = 0;
    for (JsonNode change : changes) {
      String what = change.path("resource").asText() + " \"" + change.path("name").asText() + '"';
      switch (change.path("kind").asText()) {
        case "create" -> {
          created++;
          lines.add("+ " + what);
          change
              .path("fields")
              .forEach(field -> lines.add("    %s: %s".formatted(name(field), after(field))));
        }
        case "delete" -> {
          deleted++;
          lines.add("- " + what);
        }
        default -> {
          changed++;
          lines.add("~ " + what);
          change
              .path("fields")
              .forEach(
                  field ->
                      lines.add(
                          "    %s: %s → %s"
                              .formatted(name(field), field.path("before"), after(field))));
        }
      }
    }
    if (!lines.isEmpty()) {
      lines.add("%d to create, %d to change, %d to delete".formatted(created, changed, deleted));
    }
    return lines;
  }

  private static String name(JsonNode field) {
    return field.path("field").asText();
  }

  private static JsonNode after(JsonNode field) {
    return field.path("after");
  }
}
