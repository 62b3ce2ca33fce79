package org.plenum.console.control;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** The row of search box and buttons above a table. */
public final class Toolbar {
  private static final double SEARCH_WIDTH = 280;
  private static final double SMALLEST_SEARCH = 140;

  private final HBox root = new HBox(8);

  /** An empty toolbar. */
  public Toolbar() {
    root.getStyleClass().add("toolbar");
    root.setAlignment(Pos.CENTER_LEFT);
  }

  /** The control. */
  public Node view() {
    return root;
  }

  /** Adds a search box; the listener hears of every change of its text. */
  public TextField search(String id, String prompt, Consumer<String> onSearch) {
    TextField field = new SearchField(prompt);
    field.setId(id);
    field.setPrefWidth(SEARCH_WIDTH);
    field.setMinWidth(SMALLEST_SEARCH);
    field.textProperty().subscribe((before, now) -> onSearch.accept(now));
    root.getChildren().add(field);
    return field;
  }

  /** What follows is at the right. */
  public Toolbar space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    root.getChildren().add(space);
    return this;
  }

  /** Adds a button. */
  public Button button(String id, Ikon icon, @Nullable String text, Runnable action) {
    Button button = new Button(text, new FontIcon(icon));
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    root.getChildren().add(button);
    return button;
  }

  /** Adds a button that is rarely needed: a picture whose text appears under the mouse. */
  public Button icon(String id, Ikon icon, String text, Runnable action) {
    Button button = button(id, icon, null, action);
    button.getStyleClass().add(Styles.BUTTON_ICON);
    button.setTooltip(new Tooltip(text));
    button.setAccessibleText(text);
    return button;
  }

  /** Adds the button of what one mostly comes for. */
  public Button primary(String id, Ikon icon, String text, Runnable action) {
    Button button = button(id, icon, text, action);
    button.getStyleClass().add(Styles.ACCENT);
    return button;
  }

  /** Adds the button of something that cannot be undone. */
  public Button danger(String id, Ikon icon, String text, Runnable action) {
    Button button = button(id, icon, text, action);
    button.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
    return button;
  }

  /** Adds anything. */
  public void add(Node node) {
    root.getChildren().add(node);
  }
}
