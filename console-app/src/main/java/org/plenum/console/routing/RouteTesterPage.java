package org.plenum.console.routing;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.plenum.console.i18n.Messages;
import org.plenum.console.routing.RouteTesterViewModel.Choice;
import org.plenum.console.shell.Navigator;
import org.plenum.console.shell.Page;
import org.plenum.console.shell.Workspace;

/** Asks how a call from X to Y would be handled, and shows the answer step by step (SVC-169). */
public final class RouteTesterPage implements Page {
  private static final double INPUT_WIDTH = 360;

  private final Messages messages;
  private final RouteTesterViewModel model;
  private final TextField destination = new TextField();
  private final GridPane grid = new GridPane();
  private final VBox content = new VBox(16);
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");

  /** A page without a question. */
  public RouteTesterPage(Workspace workspace, Navigator navigator) {
    this.messages = workspace.messages();
    this.model = new RouteTesterViewModel(workspace);
    title.set(messages.get("page.route-tester"));
    content.setId("route-tester");
    content.getStyleClass().add("page-content");
    RouteTrace trace = new RouteTrace(workspace.configuration().catalog(), messages, navigator);
    ScrollPane scroll = new ScrollPane(trace.view());
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Label intro = new Label(messages.get("tester.intro"));
    intro.getStyleClass().add(Styles.TEXT_MUTED);
    intro.setWrapText(true);
    content.getChildren().addAll(intro, question(), problem(), scroll);
    model.answerProperty().subscribe(trace::show);
  }

  private Node question() {
    destination.setId("tester-destination");
    destination.setPromptText(messages.get("tester.destination.prompt"));
    destination.textProperty().bindBidirectional(model.destinationProperty());
    destination.setOnAction(event -> model.test());
    destination.setPrefWidth(INPUT_WIDTH);
    ObservableBooleanValue incoming = model.originProperty().isNotEqualTo(CallOrigin.OUTGOING);
    ObservableBooleanValue reception = model.originProperty().isEqualTo(CallOrigin.RECEPTION);
    CheckBox registered = new CheckBox(messages.get("tester.registered"));
    registered.setId("tester-registered");
    registered.selectedProperty().bindBidirectional(model.registeredProperty());
    registered.disableProperty().bind(model.kindProperty().map(CallKind::webApp));
    grid.getStyleClass().add("tester-question");
    grid.setHgap(14);
    grid.setVgap(10);
    line("destination", destination, null);
    line("origin", choices("origin", CallOrigin.values(), model.originProperty()), null);
    line(
        "reception",
        objects("reception", model.receptions(), model.receptionProperty(), "tester.choose"),
        reception);
    line("kind", choices("kind", CallKind.values(), model.kindProperty()), incoming);
    line("", registered, incoming);
    line(
        "location",
        objects("location", model.locations(), model.locationProperty(), "tester.location.any"),
        null);
    Button test =
        new Button(messages.get("tester.test"), new FontIcon(MaterialDesignP.PLAY_OUTLINE));
    test.setId("tester-test");
    test.getStyleClass().add(Styles.ACCENT);
    test.setOnAction(event -> model.test());
    line("", test, null);
    return grid;
  }

  private void line(String key, Control control, @Nullable ObservableBooleanValue shown) {
    int row = grid.getRowCount();
    Label label = new Label(key.isEmpty() ? "" : messages.get("tester." + key));
    label.getStyleClass().add("field-label");
    label.setLabelFor(control);
    grid.addRow(row, label, control);
    if (shown != null) {
      for (Node node : new Node[] {label, control}) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
      }
    }
  }

  private <E extends Enum<E>> ComboBox<E> choices(String key, E[] values, Property<E> property) {
    ComboBox<E> box = new ComboBox<>();
    box.setPrefWidth(INPUT_WIDTH);
    box.setId("tester-" + key);
    box.getItems().setAll(values);
    box.setConverter(
        converter(
            value -> value == null ? "" : messages.get("tester." + key + "." + value.name())));
    box.valueProperty().bindBidirectional(property);
    return box;
  }

  private ComboBox<Optional<Choice>> objects(
      String key,
      ObservableList<Choice> objects,
      ObjectProperty<Optional<Choice>> property,
      String noneKey) {
    ComboBox<Optional<Choice>> box = new ComboBox<>();
    box.setId("tester-" + key);
    box.setPrefWidth(INPUT_WIDTH);
    objects.subscribe(
        () -> {
          Optional<Choice> chosen = property.get();
          List<Optional<Choice>> items = new ArrayList<>();
          items.add(Optional.empty());
          objects.forEach(object -> items.add(Optional.of(object)));
          box.getItems().setAll(items);
          property.set(chosen);
        });
    box.getItems().add(Optional.empty());
    box.setConverter(
        converter(
            value ->
                value == null || value.isEmpty() ? messages.get(noneKey) : value.get().title()));
    box.valueProperty().bindBidirectional(property);
    return box;
  }

  private static <V> StringConverter<V> converter(Function<@Nullable V, String> text) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable V value) {
        return text.apply(value);
      }

      @Override
      public @Nullable V fromString(String text) {
        return null;
      }
    };
  }

  private Node problem() {
    Label text = new Label();
    text.setId("tester-problem");
    text.getStyleClass().add("field-error");
    text.textProperty().bind(model.problemProperty());
    text.visibleProperty().bind(model.problemProperty().isNotEmpty());
    text.managedProperty().bind(text.visibleProperty());
    HBox box = new HBox(text);
    box.setAlignment(Pos.CENTER_LEFT);
    box.managedProperty().bind(text.visibleProperty());
    return box;
  }

  @Override
  public ObservableValue<String> title() {
    return title.getReadOnlyProperty();
  }

  @Override
  public Node content() {
    return content;
  }

  @Override
  public void focus() {
    destination.requestFocus();
  }

  /** The configuration may have changed meanwhile. */
  @Override
  public void refresh() {
    if (model.answerProperty().get().isPresent()) {
      model.test();
    }
  }
}
