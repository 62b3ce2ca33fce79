package org.plenum.console.resource;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.configuration.ObjectText;
import org.plenum.console.control.Dialogs;
import org.plenum.console.control.EmptyState;
import org.plenum.console.control.TableMemory;
import org.plenum.console.control.Toolbar;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.csv.CsvActions;
import org.plenum.console.shell.Navigator;
import org.plenum.console.shell.Page;
import org.plenum.console.shell.ResourcePage;
import org.plenum.console.shell.Route;
import org.plenum.console.shell.Workspace;
import org.plenum.model.config.FieldType;

/** The list of a resource: search, sort, columns, add, duplicate, delete. */
public final class ResourceListPage implements Page {
  private static final double ROW_HEIGHT = 34;

  /** More objects than that are not deleted by hand. */
  private static final int MAX_DELETED_AT_ONCE = 100;

  private final ResourcePage page;
  private final Workspace workspace;
  private final Navigator navigator;
  private final Messages messages;
  private final ResourceListViewModel model;
  private final TableView<PagedRow> table = new TableView<>();
  private final TextField search;
  private final VBox content = new VBox(14);
  private final ReadOnlyStringWrapper title;
  private final Runnable unsubscribe;

  /** A page that begins to fetch its rows. */
  public ResourceListPage(
      ResourcePage page, Workspace workspace, Navigator navigator, FileChoice fileChoice) {
    this.page = page;
    this.workspace = workspace;
    this.navigator = navigator;
    this.messages = workspace.messages();
    this.title = new ReadOnlyStringWrapper(page.title());
    this.model =
        new ResourceListViewModel(
            page,
            workspace.configuration(),
            new ObjectText(workspace.configuration(), messages, workspace.times()),
            workspace.tasks());
    Toolbar toolbar = new Toolbar();
    search =
        toolbar.search(
            "list-search", messages.get("action.search"), text -> model.searchProperty().set(text));
    fill(toolbar, fileChoice);
    setUpTable();
    VBox.setVgrow(table, Priority.ALWAYS);
    content.setId("list-" + page.key());
    content.getStyleClass().add("page-content");
    content.getChildren().addAll(toolbar.view(), table, total());
    unsubscribe = workspace.link().onConfigurationChanged(model::configurationChanged);
    model.reload();
  }

  private void fill(Toolbar toolbar, FileChoice fileChoice) {
    toolbar.space();
    boolean mayWrite = workspace.session().user().mayModify(page.type());
    CsvActions.addTo(toolbar, page, workspace, fileChoice, () -> content.getScene().getWindow());
    Button delete =
        toolbar.danger(
            "list-delete",
            MaterialDesignD.DELETE_OUTLINE,
            messages.get("action.delete"),
            this::delete);
    Button copy =
        toolbar.button(
            "list-copy",
            MaterialDesignC.CONTENT_DUPLICATE,
            messages.get("action.duplicate"),
            () -> single().ifPresent(o -> navigator.open(new Route.CopyObject(page, o.id()))));
    if (mayWrite) {
      toolbar.primary(
          "list-add", MaterialDesignP.PLUS, messages.get("list.add", page.one()), this::create);
    }
    table
        .getSelectionModel()
        .getSelectedIndices()
        .addListener(
            (ListChangeListener<Integer>)
                change -> {
                  int count = change.getList().size();
                  delete.setDisable(!mayWrite || count == 0 || count > MAX_DELETED_AT_ONCE);
                  copy.setDisable(!mayWrite || count != 1);
                });
    delete.setDisable(true);
    copy.setDisable(true);
  }

  private void setUpTable() {
    table.setId("list-table");
    table.setFixedCellSize(ROW_HEIGHT);
    table.setTableMenuButtonVisible(true);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    List<FieldType> first = model.columnsAtFirst();
    first.forEach(field -> table.getColumns().add(column(field, true)));
    model.columns().stream()
        .filter(field -> !first.contains(field))
        .forEach(field -> table.getColumns().add(column(field, false)));
    // The server sorts; the table only says by what.
    table.setSortPolicy(
        view -> {
          sortAsTheTableSays();
          return true;
        });
    TableMemory.attach(table, "list-" + page.key(), workspace.settings());
    table.setItems(model.rows());
    sortAsTheTableSays();
    table.setRowFactory(view -> openable());
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            single().ifPresent(this::open);
          } else if (event.getCode() == KeyCode.DELETE) {
            delete();
          }
        });
    model.stateProperty().subscribe(state -> table.setPlaceholder(placeholder(state)));
  }

  private TableColumn<PagedRow, String> column(FieldType field, boolean visible) {
    TableColumn<PagedRow, String> column = new TableColumn<>(field.label());
    column.setId(field.name());
    column.setPrefWidth(170);
    column.setMinWidth(60);
    column.setVisible(visible);
    column.setSortable(!field.kind().isList());
    column.setCellValueFactory(
        features ->
            features
                .getValue()
                .contentProperty()
                .map(
                    content ->
                        content
                            .map(loaded -> loaded.texts().getOrDefault(field.name(), ""))
                            .orElse("…")));
    return column;
  }

  private void sortAsTheTableSays() {
    for (TableColumn<PagedRow, ?> column : table.getSortOrder()) {
      page.type()
          .field(column.getId())
          .ifPresent(field -> model.orderBy(field, column.getSortType() == SortType.DESCENDING));
      return;
    }
  }

  private TableRow<PagedRow> openable() {
    TableRow<PagedRow> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            Optional.ofNullable(row.getItem())
                .flatMap(item -> item.contentProperty().get())
                .ifPresent(loaded -> open(loaded.object()));
          }
        });
    return row;
  }

  private Node total() {
    Label label = new Label();
    label.setId("list-total");
    label.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    label
        .textProperty()
        .bind(model.totalProperty().map(number -> messages.get("list.total", number)));
    return label;
  }

  private Node placeholder(ResourceListViewModel.State state) {
    return switch (state) {
      case LOADING, ROWS -> new Region();
      case EMPTY -> {
        String text = messages.get("list.empty", page.title()) + "\n" + page.type().help();
        if (!workspace.session().user().mayModify(page.type())) {
          yield EmptyState.of(MaterialDesignT.TABLE_LARGE, text);
        }
        Button add =
            new Button(messages.get("list.add", page.one()), new FontIcon(MaterialDesignP.PLUS));
        add.setId("list-empty-add");
        add.getStyleClass().add(Styles.ACCENT);
        add.setOnAction(event -> create());
        yield EmptyState.of(MaterialDesignT.TABLE_LARGE, text, add);
      }
      case NO_MATCH -> {
        Button clear = new Button(messages.get("list.clear-search"));
        clear.setId("list-clear-search");
        clear.setOnAction(event -> search.clear());
        yield EmptyState.of(MaterialDesignM.MAGNIFY_CLOSE, messages.get("list.no-match"), clear);
      }
      case FAILED -> {
        Button retry =
            new Button(messages.get("action.retry"), new FontIcon(MaterialDesignR.REFRESH));
        retry.setId("list-retry");
        retry.setOnAction(event -> model.reload());
        yield EmptyState.of(MaterialDesignC.CLOUD_OFF_OUTLINE, messages.get("list.failed"), retry);
      }
    };
  }

  private List<ConfigurationObject> selected() {
    if (table.getSelectionModel().getSelectedIndices().size() > MAX_DELETED_AT_ONCE) {
      return List.of();
    }
    return table.getSelectionModel().getSelectedItems().stream()
        .filter(Objects::nonNull)
        .map(row -> row.contentProperty().get())
        .flatMap(Optional::stream)
        .map(PagedRow.Loaded::object)
        .toList();
  }

  private Optional<ConfigurationObject> single() {
    List<ConfigurationObject> all = selected();
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  private void open(ConfigurationObject object) {
    navigator.open(new Route.EditObject(page, object.id()));
  }

  private void delete() {
    List<ConfigurationObject> objects = selected();
    if (objects.isEmpty() || !workspace.session().user().mayModify(page.type())) {
      return;
    }
    Dialogs dialogs = new Dialogs(content.getScene().getWindow(), messages);
    new ObjectDeletion(model, dialogs, messages).ask(objects);
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
    table.requestFocus();
  }

  @Override
  public void refresh() {
    model.refresh();
  }

  @Override
  public void create() {
    if (workspace.session().user().mayModify(page.type())) {
      navigator.open(new Route.NewObject(page));
    }
  }

  @Override
  public void search() {
    search.requestFocus();
  }

  @Override
  public void close() {
    unsubscribe.run();
  }
}
