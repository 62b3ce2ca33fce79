package org.plenum.console.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.configuration.ObjectText;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceType;
import org.plenum.model.config.Values;

/**
 * Finds the fields that differ between two forms of an object. Asks the server for titles of
 * references, so it must not be used on the JavaFX thread.
 */
public final class FieldChanges {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ConfigurationClient client;
  private final ObjectText texts;

  /** Differences in the language of the texts. */
  public FieldChanges(ConfigurationClient client, ObjectText texts) {
    this.client = client;
    this.texts = texts;
  }

  /**
   * The fields that differ. A resource that this console does not know is shown as it was written.
   *
   * @param beforeJson the object in the form of the API; empty for none
   * @param afterJson likewise
   */
  public List<FieldChange> of(String resource, String beforeJson, String afterJson) {
    return client
        .catalog()
        .find(resource)
        .map(type -> of(type, beforeJson, afterJson))
        .orElseGet(() -> raw(beforeJson, afterJson));
  }

  private List<FieldChange> of(ResourceType<?> type, String beforeJson, String afterJson) {
    Values before = client.parse(type, beforeJson);
    Values after = client.parse(type, afterJson);
    List<Map<String, String>> both = texts.of(type, List.of(before, after));
    List<FieldChange> changes = new ArrayList<>();
    for (FieldType field : type.fields()) {
      if (!Objects.equals(before.get(field.name()), after.get(field.name()))) {
        add(
            changes,
            field.label(),
            both.get(0).getOrDefault(field.name(), ""),
            both.get(1).getOrDefault(field.name(), ""));
      }
    }
    return changes;
  }

  private static List<FieldChange> raw(String beforeJson, String afterJson) {
    JsonNode before = parse(beforeJson);
    JsonNode after = parse(afterJson);
    Set<String> names = new LinkedHashSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    List<FieldChange> changes = new ArrayList<>();
    for (String name : names) {
      if (!before.path(name).equals(after.path(name))) {
        add(changes, name, before.path(name).asText(), after.path(name).asText());
      }
    }
    return changes;
  }

  /** Of an object that came or went, empty fields tell nothing. */
  private static void add(List<FieldChange> changes, String label, String before, String after) {
    if (!before.isEmpty() || !after.isEmpty()) {
      changes.add(new FieldChange(label, before, after));
    }
  }

  private static JsonNode parse(String json) {
    try {
      return json.isEmpty() ? JSON.createObjectNode() : JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the server sent an object that is not JSON", e);
    }
  }
}
