package org.plenum.console.configuration;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenum.console.i18n.Messages;
import org.plenum.console.text.Times;
import org.plenum.model.config.Child;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;

/**
 * Values of objects as people read them; references by the titles of what they lead to. Asks the
 * server for these titles, so it must not be used on the JavaFX thread. Safe for several threads.
 */
public final class ObjectText {
  private final ConfigurationClient client;
  private final Messages messages;
  private final Times times;

  /** Texts in a language and zone. */
  public ObjectText(ConfigurationClient client, Messages messages, Times times) {
    this.client = client;
    this.messages = messages;
    this.times = times;
  }

  /** The texts of all fields of rows, in their order; of objects that refer to a row, how many. */
  public List<Map<String, String>> ofRows(ResourceType<?> type, List<ConfigurationObject> rows) {
    List<Map<String, String>> texts =
        of(type, rows.stream().map(ConfigurationObject::values).toList());
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> shown = texts.get(i);
      rows.get(i).listLengths().forEach((list, length) -> shown.put(list, length.toString()));
    }
    return texts;
  }

  /** The texts of all fields, for each of some objects of a resource, in their order. */
  public List<Map<String, String>> of(ResourceType<?> type, List<Values> objects) {
    Map<String, Map<Long, String>> titles = titles(type, objects);
    return objects.stream()
        .map(
            object -> {
              Map<String, String> texts = new LinkedHashMap<>();
              for (FieldType field : type.fields()) {
                texts.put(field.name(), text(field, object.get(field.name()), titles));
              }
              return texts;
            })
        .toList();
  }

  /** Titles of all that the objects refer to, by resource and identifier; blocks. */
  private Map<String, Map<Long, String>> titles(ResourceType<?> type, List<Values> objects) {
    Map<ResourceType<?>, Set<Long>> wanted = new HashMap<>();
    for (FieldType field : type.fields()) {
      if (field.kind().isReference()) {
        Set<Long> ids =
            wanted.computeIfAbsent(client.catalog().target(field), target -> new HashSet<>());
        for (Values object : objects) {
          if (object.get(field.name()) instanceof Long id) {
            ids.add(id);
          }
          object.list(field.name()).forEach(id -> ids.add((Long) id));
        }
      }
    }
    Map<String, Map<Long, String>> titles = new HashMap<>();
    wanted.forEach((target, ids) -> titles.put(target.name(), client.titles(target, ids)));
    return titles;
  }

  private String text(
      FieldType field, @Nullable Object value, Map<String, Map<Long, String>> titles) {
    return switch (value) {
      case null -> "";
      case Boolean flag -> messages.get(flag ? "value.yes" : "value.no");
      case Instant time -> times.at(time);
      case Long id when field.kind() == Kind.REFERENCE -> title(field, id, titles);
      case String choice when field.kind() == Kind.CHOICE -> field.choiceLabel(choice);
      case List<?> list ->
          list.stream()
              .map(element -> element(field, element, titles))
              .collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }

  private String element(FieldType field, Object element, Map<String, Map<Long, String>> titles) {
    return switch (element) {
      case Long id -> title(field, id, titles);
      case Child child -> client.catalog().target(field).title(child.values());
      default -> field.choiceLabel(element.toString());
    };
  }

  private static String title(FieldType field, long id, Map<String, Map<Long, String>> titles) {
    return titles.getOrDefault(field.target().orElseThrow(), Map.of()).getOrDefault(id, "#" + id);
  }
}
