package org.plenum.console.versions;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.plenum.console.change.FieldChanges;
import org.plenum.console.configuration.ObjectText;
import org.plenum.console.control.EmptyState;
import org.plenum.console.control.TableMemory;
import org.plenum.console.control.Toolbar;
import org.plenum.console.i18n.Messages;
import org.plenum.console.shell.StatusPage;
import org.plenum.console.shell.Workspace;
import org.plenum.rpc.console.Version;

/** History &gt; Configuration changes. */
public final class VersionsPage extends StatusPage {
  private static final double ROW_HEIGHT = 34;
  private static final double CHOICE_WIDTH = 200;
  private static final double SMALLEST_CHOICE = 140;
  private static final List<Optional<String>> SOURCES =
      List.of(
          Optional.empty(),
          Optional.of("console"),
          Optional.of("REST"),
          Optional.of("CSV"),
          Optional.of("LDAP"),
          Optional.of("restore"),
          Optional.of("text"),
          Optional.of("setup"),
          Optional.of("platform"));

  private final Workspace workspace;
  private final Messages messages;
  private final VersionsModel model;
  private final TableView<Version> table = new TableView<>();
  private final ChangesView changes;
  private final TextField search;
  private final ComboBox<Optional<String>> resource;
  private final ComboBox<Optional<String>> source;
  private final Button rollback;
  private final Runnable unsubscribe;

  /** A page that begins to fetch its rows. */
  public VersionsPage(Workspace workspace) {
    super("versions", workspace.messages().get("page.versions"), workspace.messages());
    this.workspace = workspace;
    this.messages = workspace.messages();
    this.changes = new ChangesView(messages);
    this.model =
        new VersionsModel(
            workspace.session(),
            workspace.configuration().catalog(),
            new FieldChanges(
                workspace.configuration(),
                new ObjectText(workspace.configuration(), messages, workspace.times())),
            workspace.tasks(),
            messages);
    Toolbar toolbar = new Toolbar();
    search = toolbar.search("versions-search", messages.get("versions.search"), text -> filter());
    resource = choice("versions-resource", model.resources(), model::resourceText);
    source = choice("versions-source", SOURCES, this::sourceText);
    toolbar.add(resource);
    toolbar.add(source);
    toolbar.space();
    rollback =
        toolbar.danger(
            "versions-rollback",
            MaterialDesignR.RESTORE,
            messages.get("versions.rollback"),
            this::rollBack);
    rollback.setDisable(true);
    setUpTable();
    SplitPane halves = new SplitPane(new VBox(6, table, footer()), changes.view());
    halves.setOrientation(Orientation.VERTICAL);
    halves.setDividerPositions(0.5);
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox.setVgrow(halves, Priority.ALWAYS);
    setContent(toolbar.view(), halves);
    unsubscribe = workspace.link().onConfigurationChanged(change -> model.reload());
    model.reload();
  }

  private ComboBox<Optional<String>> choice(
      String id, List<Optional<String>> values, Function<Optional<String>, String> text) {
    ComboBox<Optional<String>> box = new ComboBox<>(FXCollections.observableArrayList(values));
    box.setId(id);
    box.setPrefWidth(CHOICE_WIDTH);
    box.setMinWidth(SMALLEST_CHOICE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Optional<String> value) {
            return value == null ? "" : text.apply(value);
          }

          @Override
          public Optional<String> fromString(String shown) {
            return Optional.empty();
          }
        });
    box.setValue(Optional.empty());
    box.valueProperty().subscribe((before, now) -> filter());
    return box;
  }

  private String sourceText(Optional<String> value) {
    return value
        .map(known -> messages.value("history.source.", known))
        .orElseGet(() -> messages.get("versions.any-source"));
  }

  private void filter() {
    model.search(search.getText(), resource.getValue().orElse(""), source.getValue().orElse(""));
  }

  private void setUpTable() {
    table.setId("versions-table");
    table.setFixedCellSize(ROW_HEIGHT);
    table.setTableMenuButtonVisible(true);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    column("version", version -> String.valueOf(version.getVersion()), 80);
    column("time", version -> workspace.times().at(version.getTime()), 210);
    column("author", Version::getAuthor, 130);
    column("source", version -> messages.value("history.source.", version.getSource()), 110);
    column("touched", model::touched, 420);
    TableMemory.attach(table, "versions", workspace.settings());
    table.setItems(model.rows());
    table.setPlaceholder(new Region());
    model.totalProperty().subscribe(total -> showPlaceholder());
    model.failedProperty().subscribe(failed -> showPlaceholder());
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<Version>) change -> showSelected());
  }

  private void column(String id, Function<Version, String> text, double width) {
    TableColumn<Version, String> column = new TableColumn<>(messages.get("versions.column." + id));
    column.setId(id);
    column.setPrefWidth(width);
    column.setMinWidth(60);
    // The list is in the order of time; sorting a part of it would mislead.
    column.setSortable(false);
    column.setCellValueFactory(row -> new SimpleStringProperty(text.apply(row.getValue())));
    table.getColumns().add(column);
  }

  private void showPlaceholder() {
    boolean all =
        search.getText().isBlank() && resource.getValue().isEmpty() && source.getValue().isEmpty();
    table.setPlaceholder(
        model.failedProperty().get()
            ? EmptyState.of(MaterialDesignC.CLOUD_OFF_OUTLINE, messages.get("list.failed"))
            : EmptyState.of(
                MaterialDesignH.HISTORY,
                messages.get(all ? "versions.empty" : "versions.no-match")));
  }

  private Node footer() {
    Label total = new Label();
    total.setId("versions-total");
    total.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    total
        .textProperty()
        .bind(model.totalProperty().map(number -> messages.get("versions.total", number)));
    Button more = new Button(messages.get("versions.more"));
    more.setId("versions-more");
    more.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    more.setOnAction(event -> model.more());
    model
        .rows()
        .addListener(
            (ListChangeListener<Version>)
                change -> more.setVisible(model.rows().size() < model.totalProperty().get()));
    more.setVisible(false);
    HBox footer = new HBox(10, total, more);
    footer.setAlignment(Pos.CENTER_LEFT);
    return footer;
  }

  private List<Version> selected() {
    return table.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
  }

  private void showSelected() {
    List<Version> versions = selected();
    rollback.setDisable(
        versions.size() != 1 || !workspace.session().user().permissions().mayRollBack());
    if (versions.size() == 1) {
      long version = versions.getFirst().getVersion();
      model.changesOf(
          version,
          found -> changes.show(messages.get("versions.details", String.valueOf(version)), found),
          failure -> changes.failed());
    } else if (versions.size() == 2) {
      compare(versions.getFirst().getVersion(), versions.getLast().getVersion());
    } else {
      model.stopReading();
      changes.prompt();
    }
  }

  private void compare(long one, long other) {
    long from = Math.min(one, other);
    long to = Math.max(one, other);
    model.difference(
        from,
        to,
        found ->
            changes.show(
                messages.get("versions.comparison", String.valueOf(from), String.valueOf(to)),
                found),
        failure -> changes.failed());
  }

  private void rollBack() {
    List<Version> versions = selected();
    if (versions.size() == 1) {
      new RollbackDialog(model, dialogs(), messages).ask(versions.getFirst().getVersion());
    }
  }

  @Override
  public void focus() {
    table.requestFocus();
  }

  @Override
  public void refresh() {
    model.reload();
  }

  @Override
  public void search() {
    search.requestFocus();
  }

  @Override
  public void close() {
    unsubscribe.run();
    model.stopReading();
  }
}
