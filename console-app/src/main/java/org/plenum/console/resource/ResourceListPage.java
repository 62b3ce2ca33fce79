package org.plenum.console.resource;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.configuration.ObjectText;
import org.plenum.console.configuration.RefusedException;
import org.plenum.console.control.Dialogs;
import org.plenum.console.control.TableMemory;
import org.plenum.console.control.Toolbar;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.certificate.CertificateActions;
import org.plenum.console.resource.csv.CsvActions;
import org.plenum.console.resource.theme.PinPicturesAction;
import org.plenum.console.resource.theme.ShippedFilesActions;
import org.plenum.console.shell.Navigator;
import org.plenum.console.shell.Page;
import org.plenum.console.shell.ResourcePage;
import org.plenum.console.shell.Route;
import org.plenum.console.shell.Workspace;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The list of a resource: search, sort, columns, add, duplicate, delete. */
public final class ResourceListPage implements Page {
  private static final Logger LOG = LoggerFactory.getLogger(ResourceListPage.class);
  private static final PseudoClass SWITCHED_OFF = PseudoClass.getPseudoClass("switched-off");
  private static final double ROW_HEIGHT = 34;
  private static final double COLUMN = 190;
  private static final double NARROW_COLUMN = 120;

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
  private final FileChoice fileChoice;
  private final boolean mayWrite;

  /** A page that begins to fetch its rows. */
  public ResourceListPage(
      ResourcePage page, Workspace workspace, Navigator navigator, FileChoice fileChoice) {
    this.page = page;
    this.fileChoice = fileChoice;
    this.mayWrite = workspace.session().user().mayModify(page.type());
    this.workspace = workspace;
    this.navigator = navigator;
    this.messages = workspace.messages();
    this.title = new ReadOnlyStringWrapper(page.title());
    this.model =
        new ResourceListViewModel(
            page,
            workspace.configuration(),
            new ObjectText(workspace.configuration(), messages, workspace.times()),
            workspace.tasks(),
            workspace.session().user().permissions());
    Toolbar toolbar = new Toolbar();
    search =
        toolbar.search(
            "list-search", messages.get("action.search"), text -> model.searchProperty().set(text));
    fill(toolbar);
    setUpTable();
    VBox.setVgrow(table, Priority.ALWAYS);
    content.setId("list-" + page.key());
    content.getStyleClass().add("page-content");
    content.getChildren().addAll(toolbar.view(), table, foot());
    unsubscribe = workspace.link().onConfigurationChanged(model::configurationChanged);
    model.reload();
  }

  private void fill(Toolbar toolbar) {
    toolbar.space();
    ListContext list =
        new ListContext(page, workspace, fileChoice, () -> content.getScene().getWindow());
    CsvActions.addTo(toolbar, list);
    CertificateActions.addTo(toolbar, list);
    ShippedFilesActions.addTo(toolbar, list);
    PinPicturesAction.addTo(toolbar, list);
    toolbar.icon(
        "list-save-table",
        MaterialDesignT.TABLE_ARROW_DOWN,
        messages.get("list.save-table"),
        this::saveTable);
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
    List<FieldType> first = model.layout().columnsAtFirst();
    first.forEach(field -> table.getColumns().add(column(field, true)));
    model.layout().columns().stream()
        .filter(field -> !first.contains(field))
        .forEach(field -> table.getColumns().add(column(field, false)));
    // The server sorts; the table only says by what.
    table.setSortPolicy(
        view -> {
          sortAsTheTableSays();
          return true;
        });
    TableMemory.attach(table, "list-" + page.key(), workspace.settings());
    if (table.getSortOrder().isEmpty()) {
      model.layout().firstOrder().ifPresent(this::sortBy);
    }
    table.setItems(model.rows());
    sortAsTheTableSays();
    Optional<RowMoves<PagedRow>> moves =
        model
            .layout()
            .order()
            .filter(order -> mayWrite)
            .map(order -> new RowMoves<>(table, model::reorderable, this::move));
    table.setRowFactory(
        view -> {
          TableRow<PagedRow> row = openable();
          moves.ifPresent(m -> m.enable(row));
          return row;
        });
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            single().ifPresent(this::open);
          } else if (event.getCode() == KeyCode.DELETE) {
            delete();
          }
        });
    EmptyList empty =
        new EmptyList(
            page,
            messages,
            Optional.<Runnable>of(this::create).filter(action -> mayWrite),
            () -> search.clear(),
            model::reload);
    model.stateProperty().subscribe(state -> table.setPlaceholder(empty.of(state)));
  }

  private void sortBy(FieldType field) {
    table.getColumns().stream()
        .filter(column -> field.name().equals(column.getId()))
        .findFirst()
        .ifPresent(column -> table.getSortOrder().setAll(List.of(column)));
  }

  private void move(int from, int to) {
    table
        .getItems()
        .get(from)
        .contentProperty()
        .get()
        .ifPresent(
            row ->
                model.move(
                    row.object(),
                    to,
                    () -> table.getSelectionModel().clearAndSelect(to),
                    failure -> tell(d -> d.failure(moveProblem(failure)))));
  }

  private String moveProblem(Exception failure) {
    return switch (failure) {
      case Reordering.FullException _ -> messages.get("list.move.full");
      case RefusedException refused ->
          String.join(
              "\n", refused.all().messages().values().stream().flatMap(List::stream).toList());
      default -> messages.get("error.unreachable");
    };
  }

  private TableColumn<PagedRow, String> column(FieldType field, boolean visible) {
    TableColumn<PagedRow, String> column = new TableColumn<>(field.label());
    column.setId(field.name());
    boolean counted = field.kind() == Kind.INVERSE;
    boolean narrow = counted || field.kind() == Kind.INTEGER || field.kind() == Kind.BOOLEAN;
    column.setPrefWidth(narrow ? NARROW_COLUMN : COLUMN);
    column.setMinWidth(60);
    column.setVisible(visible);
    column.setSortable(counted || !field.kind().isList());
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
    model
        .layout()
        .enabled()
        .ifPresent(
            enabled ->
                row.itemProperty()
                    .flatMap(PagedRow::contentProperty)
                    .map(
                        content ->
                            content
                                .map(loaded -> !loaded.object().values().flag(enabled.name()))
                                .orElse(false))
                    .orElse(false)
                    .subscribe(off -> row.pseudoClassStateChanged(SWITCHED_OFF, off)));
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

  private Node foot() {
    HBox foot = new HBox(16, total());
    if (mayWrite && model.layout().order().isPresent()) {
      Label hint = new Label(messages.get("list.move.hint"));
      hint.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
      foot.getChildren().add(hint);
    }
    return foot;
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

  private List<ConfigurationObject> selected() {
    if (table.getSelectionModel().getSelectedIndices().size() > MAX_DELETED_AT_ONCE) {
      return List.of();
    }
    List<PagedRow> rows = table.getSelectionModel().getSelectedItems();
    List<ConfigurationObject> objects =
        rows.stream()
            .filter(Objects::nonNull)
            .map(row -> row.contentProperty().get())
            .flatMap(Optional::stream)
            .map(PagedRow.Loaded::object)
            .toList();
    // Rows that are not there yet must not be left out silently.
    return objects.size() == rows.size() ? objects : List.of();
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
    if (!objects.isEmpty() && mayWrite) {
      new ObjectDeletion(model, dialogs(), messages).ask(objects);
    }
  }

  private Dialogs dialogs() {
    return new Dialogs(content.getScene().getWindow(), messages);
  }

  /** The rows that match, with the columns that are shown. */
  private void saveTable() {
    List<FieldType> columns =
        table.getVisibleLeafColumns().stream()
            .flatMap(column -> page.type().field(column.getId()).stream())
            .toList();
    fileChoice
        .saveAs(page.key() + ".csv")
        .ifPresent(
            file ->
                model.saveTable(
                    columns,
                    file,
                    rows -> tell(d -> d.notice(messages.get("list.save-table.done", rows, file))),
                    failure -> {
                      LOG.warn("the table could not be saved", failure);
                      tell(d -> d.failure(messages.get("list.save-table.failed", file)));
                    }));
  }

  /** The page may have been left meanwhile. */
  private void tell(Consumer<Dialogs> message) {
    if (content.getScene() != null) {
      message.accept(dialogs());
    }
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
    if (mayWrite) {
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
