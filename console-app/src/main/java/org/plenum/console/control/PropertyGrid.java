package org.plenum.console.control;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/**
 * Labels and values in two pairs of columns; empty values are shown as a dash.
 *
 * @param <V> what it shows
 */
public final class PropertyGrid<V> {
  private static final int PAIRS = 2;

  private final GridPane grid = new GridPane();
  private final List<Property<V>> properties;
  private final List<Label> values = new ArrayList<>();

  /** A grid without values yet; ids of the values begin with a prefix. */
  public PropertyGrid(String idPrefix, List<Property<V>> properties) {
    this.properties = properties;
    grid.getStyleClass().add("property-grid");
    grid.setHgap(16);
    grid.setVgap(8);
    for (int i = 0; i < PAIRS; i++) {
      ColumnConstraints labels = new ColumnConstraints();
      labels.setMinWidth(150);
      ColumnConstraints texts = new ColumnConstraints();
      texts.setHgrow(Priority.ALWAYS);
      texts.setPercentWidth(30);
      grid.getColumnConstraints().addAll(labels, texts);
    }
    int rows = (properties.size() + PAIRS - 1) / PAIRS;
    for (int i = 0; i < properties.size(); i++) {
      Label label = new Label(properties.get(i).label());
      label.getStyleClass().add(Styles.TEXT_MUTED);
      Label value = new Label();
      value.setId(idPrefix + properties.get(i).id());
      value.setWrapText(true);
      label.setLabelFor(value);
      values.add(value);
      grid.add(label, i / rows * 2, i % rows);
      grid.add(value, i / rows * 2 + 1, i % rows);
    }
  }

  /** The control. */
  public GridPane view() {
    return grid;
  }

  /** Shows another state. */
  public void show(V state) {
    for (int i = 0; i < properties.size(); i++) {
      String text = properties.get(i).text().apply(state);
      values.get(i).setText(text.isEmpty() ? "–" : text);
    }
  }
}
