package org.plenum.console.resource;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.configuration.ObjectText;
import org.plenum.console.control.Dialogs;
import org.plenum.console.control.EmptyState;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.editor.FieldEditor;
import org.plenum.console.resource.editor.FieldEditors;
import org.plenum.console.shell.Navigator;
import org.plenum.console.shell.Page;
import org.plenum.console.shell.ResourcePage;
import org.plenum.console.shell.Route;
import org.plenum.console.shell.Workspace;
import org.plenum.model.resource.IvrTheme;
import org.plenum.model.access.Permission;
import org.plenum.model.resource.WorkerVm;

/** The form of an object, made from its declaration, with its history beside it. */
public final class ResourceFormPage implements Page {
  private static final double FORM_WIDTH = 860;

  private final ResourcePage page;
  private final Workspace workspace;
  private final Navigator navigator;
  private final Messages messages;
  private final ResourceFormViewModel model;
  private final ScrollPane scroll = new ScrollPane();
  private final StackPane content = new StackPane();
  private final List<FieldEditor> editors = new ArrayList<>();
  private final List<FieldRow> rows = new ArrayList<>();
  private final Node form;
  private final Runnable unsubscribe;
  private final FileChoice fileChoice;
  private Subscription subscription;

  /** A page that begins to fetch its object. */
  public ResourceFormPage(
      ResourcePage page,
      FormTarget target,
      Workspace workspace,
      Navigator navigator,
      FileChoice fileChoice) {
    this.page = page;
    this.workspace = workspace;
    this.navigator = navigator;
    this.messages = workspace.messages();
    this.fileChoice = fileChoice;
    this.model =
        new ResourceFormViewModel(
            page,
            target,
            workspace.configuration(),
            workspace.tasks(),
            messages,
            workspace.times()::now,
            workspace.session().user().mayModify(page.type()));
    content.setId("form-" + page.key());
    content.getStyleClass().add("page-content");
    form = target instanceof FormTarget.Existing ? withHistory(fields()) : fields();
    unsubscribe = workspace.link().onConfigurationChanged(model::configurationChanged);
    subscription =
        model
            .stateProperty()
            .subscribe(this::show)
            .and(model.problemProperty().subscribe(text -> revealFirstError()));
    model.load();
  }

  private void show(ResourceFormViewModel.State state) {
    if (state == ResourceFormViewModel.State.GONE) {
      content
          .getChildren()
          .setAll(
              EmptyState.of(
                  MaterialDesignF.FILE_QUESTION_OUTLINE, messages.get("form.gone", page.one())));
    } else if (state != ResourceFormViewModel.State.LOADING
        && !content.getChildren().contains(form)) {
      content.getChildren().setAll(form);
      focus();
    }
  }

  /** The first field that is wrong comes into view and gets the cursor. */
  private void revealFirstError() {
    for (FieldRow row : rows) {
      if (row.hasError() && scroll.getContent() != null) {
        double room =
            scroll.getContent().getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight();
        double top =
            scroll
                .getContent()
                .sceneToLocal(row.view().localToScene(row.view().getLayoutBounds()))
                .getMinY();
        if (room > 0) {
          scroll.setVvalue(Math.clamp(top / room, 0, 1));
        }
        row.focus();
        return;
      }
    }
  }

  private Region fields() {
    FieldEditors factory =
        new FieldEditors(workspace.configuration(), workspace.tasks(), messages, workspace.times());
    Map<String, VBox> sections = new LinkedHashMap<>();
    Map<String, ObservableBooleanValue> counting = new HashMap<>();
    for (FieldModel field : model.fields()) {
      FieldEditor editor = factory.of(field, model);
      editors.add(editor);
      FieldRow row = new FieldRow(field, editor, workspace.settings(), messages);
      rows.add(row);
      String section = field.type().section();
      sections.computeIfAbsent(section, this::section).getChildren().add(row.view());
      counting.merge(section, field.visibleProperty(), Bindings::or);
    }
    counting.forEach(
        (name, any) -> {
          VBox section = Objects.requireNonNull(sections.get(name));
          section.visibleProperty().bind(any);
          section.managedProperty().bind(any);
        });
    VBox body = new VBox(26);
    body.getChildren().addAll(sections.values());
    body.setMaxWidth(FORM_WIDTH);
    body.getStyleClass().add("form");
    scroll.setContent(body);
    scroll.setId("form-scroll");
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox all = new VBox(changedElsewhere(), problem(), scroll);
    if (model.exists() && page.type().recordClass() == IvrTheme.class) {
      all.getChildren().add(themeFiles());
    }
    all.getChildren().add(buttons());
    all.setId("form");
    return all;
  }

  private VBox section(String name) {
    VBox section = new VBox(18);
    if (!name.isEmpty()) {
      Label heading = new Label(name);
      heading.getStyleClass().addAll(Styles.TITLE_4, "section-heading");
      heading.setMaxWidth(Double.MAX_VALUE);
      section.getChildren().add(heading);
    }
    return section;
  }

  private Region withHistory(Region fields) {
    HistoryView history =
        new HistoryView(
            page.type(),
            workspace.configuration(),
            new ObjectText(workspace.configuration(), messages, workspace.times()),
            workspace.tasks(),
            messages,
            workspace.times());
    Tab formTab = new Tab(messages.get("form.tab"), fields);
    formTab.setId("tab-form");
    Tab historyTab = new Tab(messages.get("form.history"), history.view());
    historyTab.setId("tab-history");
    historyTab
        .selectedProperty()
        .subscribe(
            selected -> {
              if (selected) {
                model.stored().ifPresent(object -> history.load(object.id()));
              }
            });
    TabPane tabs = new TabPane(formTab, historyTab);
    tabs.setId("form-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    return tabs;
  }

  private Node problem() {
    Label text = new Label();
    text.setId("form-problem");
    text.setWrapText(true);
    text.textProperty().bind(model.problemProperty());
    HBox box = new HBox(10, new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE), text);
    box.getStyleClass().add("problem");
    box.visibleProperty().bind(model.problemProperty().isNotEmpty());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private Node changedElsewhere() {
    Label text = new Label(messages.get("form.changed-elsewhere"));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button reload = new Button(messages.get("form.reload"));
    reload.setId("form-reload");
    reload.getStyleClass().add(Styles.SMALL);
    reload.setOnAction(event -> model.reload());
    HBox box =
        new HBox(10, new FontIcon(MaterialDesignA.ACCOUNT_ALERT_OUTLINE), text, space, reload);
    box.setId("form-changed-elsewhere");
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("banner");
    box.visibleProperty().bind(model.changedElsewhereProperty());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private Node buttons() {
    Button save = new Button(messages.get("action.save"));
    save.setId("form-save");
    save.getStyleClass().add(Styles.ACCENT);
    save.setOnAction(event -> save());
    Button undo = new Button(messages.get("form.undo"));
    undo.setId("form-undo");
    undo.setOnAction(event -> model.undo());
    Button cancel = new Button(messages.get("action.cancel"));
    cancel.setId("form-cancel");
    cancel.setOnAction(event -> cancel());
    save.disableProperty()
        .bind(
            model
                .dirtyProperty()
                .not()
                .or(model.stateProperty().isEqualTo(ResourceFormViewModel.State.SAVING)));
    undo.disableProperty().bind(model.dirtyProperty().not());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox buttons = new HBox(10);
    buttons.getStyleClass().add("form-buttons");
    buttons.setAlignment(Pos.CENTER_LEFT);
    if (!model.writable()) {
      Label readOnly = new Label(messages.get("form.read-only"));
      readOnly.getStyleClass().add(Styles.TEXT_MUTED);
      buttons.getChildren().add(readOnly);
      return buttons;
    }
    if (model.exists()
        && page.type().recordClass() == WorkerVm.class
        && workspace.session().user().may(Permission.MAY_RUN_UTILITIES)) {
      buttons.getChildren().add(nodeDocument());
    }
    buttons.getChildren().addAll(space, undo, cancel, save);
    return buttons;
  }

  private Button nodeDocument() {
    Button create =
        new Button(
            messages.get("node-document.create"), new FontIcon(MaterialDesignF.FILE_KEY_OUTLINE));
    create.setId("node-document");
    create.setOnAction(
        event ->
            model
                .stored()
                .ifPresent(
                    node -> new NodeDocumentAction(workspace, dialogs(), fileChoice).ask(node)));
    return create;
  }

  private Node themeFiles() {
    return new ThemeFilesBar(workspace, model, this::dialogs, fileChoice, this::filesReplaced)
        .view();
  }

  /** With unsaved changes the banner offers to load the theme anew. */
  private void filesReplaced() {
    if (!model.dirtyProperty().get()) {
      model.reload();
    }
  }

  private Dialogs dialogs() {
    return new Dialogs(content.getScene().getWindow(), messages);
  }

  @Override
  public ObservableValue<String> title() {
    return model.titleProperty();
  }

  @Override
  public Node content() {
    return content;
  }

  @Override
  public void focus() {
    rows.stream().findFirst().ifPresent(FieldRow::focus);
  }

  @Override
  public void refresh() {
    leave(model::reload);
  }

  @Override
  public void save() {
    model.save(this::saved);
  }

  private void saved(ConfigurationObject object) {
    dialogs().notice(messages.get("form.saved", object.title()));
    if (!model.exists()) {
      navigator.replace(new Route.EditObject(page, object.id()));
    }
  }

  @Override
  public void cancel() {
    if (page.type().singleton()) {
      leave(model::undo);
    } else {
      navigator.open(new Route.ObjectList(page));
    }
  }

  @Override
  public void leave(Runnable proceed) {
    if (!model.dirtyProperty().get()) {
      proceed.run();
      return;
    }
    dialogs()
        .confirmDanger(
            messages.get("form.unsaved.title"),
            messages.get("form.unsaved.text"),
            List.of(),
            messages.get("form.unsaved.discard"),
            () -> {
              model.undo();
              proceed.run();
            });
  }

  @Override
  public void close() {
    unsubscribe.run();
    subscription.unsubscribe();
    editors.forEach(FieldEditor::close);
    rows.forEach(FieldRow::close);
  }
}
