package org.plenum.console.resource;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.plenum.console.configuration.ConfigurationObject;

/** A row of a long list; empty until its page has been fetched. */
public final class PagedRow {
  private final ReadOnlyObjectWrapper<Optional<Loaded>> content =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * What a row shows.
   *
   * @param texts by field
   */
  public record Loaded(ConfigurationObject object, Map<String, String> texts) {}

  /** What it shows, when that has been fetched. */
  public ReadOnlyObjectProperty<Optional<Loaded>> contentProperty() {
    return content.getReadOnlyProperty();
  }

  void show(Loaded loaded) {
    content.set(Optional.of(loaded));
  }
}
