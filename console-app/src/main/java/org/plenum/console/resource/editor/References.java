package org.plenum.console.resource.editor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.configuration.ListQuery;
import org.plenum.model.config.ResourceType;

/** The objects that a reference can lead to. Its methods block: not for the JavaFX thread. */
final class References {
  /** Few enough to choose from; more need a longer search text. */
  private static final int MAX_FOUND = 50;

  private static final int MAX_CATALOGUE = 500;

  private final ConfigurationClient client;
  private final ResourceType<?> type;

  References(ConfigurationClient client, ResourceType<?> type) {
    this.client = client;
    this.type = type;
  }

  /** An object to choose. */
  record Option(long id, String title) {
    @Override
    public String toString() {
      return title;
    }
  }

  /** The resource. */
  ResourceType<?> type() {
    return type;
  }

  /** All objects of a small catalogue. */
  List<Option> all() {
    return found("", MAX_CATALOGUE);
  }

  /** What the objects are called. */
  String plural() {
    return type.plural();
  }

  List<Option> search(String text) {
    return found(text, MAX_FOUND);
  }

  private List<Option> found(String text, int limit) {
    return client
        .list(type, ListQuery.matching(text, type.titleField().orElse("id"), limit))
        .objects()
        .stream()
        .map(object -> new Option(object.id(), object.title()))
        .toList();
  }

  Map<Long, String> titles(Set<Long> ids) {
    return client.titles(type, ids);
  }
}
