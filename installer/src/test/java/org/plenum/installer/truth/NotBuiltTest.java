package org.plenum.installer.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.resource.PlenumResources;

/**
 * Every resource and field of the specification is declared, or {@code docs/spec/not-built.md} says
 * why not. A line about a resource stands for all its fields.
 */
class NotBuiltTest {
  private static final String FILE = "spec/not-built.md";
  private static final Pattern ITEM = Pattern.compile("- `([a-z0-9_.]+)`: (.+)");

  private final Documentation docs = Documentation.ofSourceTree();
  private final ResourceCatalog catalog = PlenumResources.catalog();

  @Test
  void whatIsSpecifiedIsDeclaredOrListedAsNotBuilt() {
    SortedMap<String, String> missing = new TreeMap<>(missing());
    List<String> lines = docs.lines(FILE);
    List<String> expected = new ArrayList<>(lines.stream().filter(l -> !isItem(l)).toList());
    Map<String, String> reasons = new TreeMap<>();
    lines.forEach(
        line -> {
          Matcher item = ITEM.matcher(line);
          if (item.matches()) {
            reasons.put(item.group(1), item.group(2));
          }
        });

    missing.keySet().removeIf(item -> !reasons.containsKey(item));
    missing.replaceAll((item, none) -> reasons.get(item));
    missing.forEach((item, reason) -> expected.add("- `%s`: %s".formatted(item, reason)));
    docs.assertSays(FILE, expected);

    assertThat(missing().keySet())
        .as("neither declared nor in docs/%s with a reason", FILE)
        .allMatch(reasons::containsKey);
  }

  private static boolean isItem(String line) {
    return line.startsWith("- ");
  }

  /** What is declared nowhere: a resource, or a field of a resource that is declared. */
  private Map<String, String> missing() {
    Map<String, String> missing = new TreeMap<>();
    SpecifiedFields.read(docs)
        .fields()
        .forEach(
            (resource, fields) ->
                catalog
                    .find(resource)
                    .ifPresentOrElse(
                        type ->
                            fields.stream()
                                .filter(field -> type.field(field).isEmpty())
                                .forEach(field -> missing.put(resource + "." + field, "")),
                        () -> missing.put(resource, "")));
    return missing;
  }
}
