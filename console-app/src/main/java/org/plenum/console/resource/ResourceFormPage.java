package org.plenum.console.resource;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.console.configuration.ObjectText;
import org.plenum.console.connection.User;
import org.plenum.console.control.Dialogs;
import org.plenum.console.control.EmptyState;
import org.plenum.console.i18n.Messages;
import org.plenum.console.resource.editor.FieldEditors;
import org.plenum.console.resource.editor.InlineCreation;
import org.plenum.console.shell.Navigator;
import org.plenum.console.shell.Page;
import org.plenum.console.shell.ResourcePage;
import org.plenum.console.shell.Route;
import org.plenum.console.shell.Workspace;
import org.plenum.model.config.ResourceType;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.IvrTheme;

/**
 * The form of an object, made from its declaration, with its history beside it. An object that it
 * refers to can be created in place (SYS-020): its form then covers this one, which waits unchanged
 * below.
 */
public final class ResourceFormPage implements Page {
  private final ResourcePage page;
  private final Workspace workspace;
  private final Messages messages;
  private final FileChoice fileChoice;
  private final FormExit exit;
  private final ResourceFormViewModel model;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final StackPane content = new StackPane();
  private final FormFields fields;
  private final Node form;
  private final Runnable unsubscribe;
  private final Subscription subscription;
  private @Nullable ResourceFormPage nested;

  /** A page that begins to fetch its object. */
  public ResourceFormPage(
      ResourcePage page,
      FormTarget target,
      Workspace workspace,
      Navigator navigator,
      FileChoice fileChoice) {
    this(page, target, workspace, fileChoice, navigating(page, navigator, workspace));
  }

  private ResourceFormPage(
      ResourcePage page,
      FormTarget target,
      Workspace workspace,
      FileChoice fileChoice,
      FormExit exit) {
    this.page = page;
    this.workspace = workspace;
    this.messages = workspace.messages();
    this.fileChoice = fileChoice;
    this.exit = exit;
    this.model =
        new ResourceFormViewModel(
            page,
            target,
            workspace.configuration(),
            workspace.tasks(),
            messages,
            workspace.times()::now,
            new FormRights(mayWrite(target), workspace.session().user().permissions()));
    content.setId("form-" + page.key());
    content.getStyleClass().add("page-content");
    FieldEditors editors =
        new FieldEditors(
            workspace.configuration(),
            workspace.tasks(),
            messages,
            workspace.times(),
            fileChoice,
            inPlace());
    fields = new FormFields(model, editors, workspace.settings(), messages);
    Region whole = whole();
    form = target instanceof FormTarget.Existing ? withHistory(whole) : whole;
    form.addEventFilter(KeyEvent.KEY_PRESSED, this::undoOrRedo);
    unsubscribe = workspace.link().onConfigurationChanged(model::configurationChanged);
    title.bind(model.titleProperty());
    subscription =
        model
            .stateProperty()
            .subscribe(this::show)
            .and(model.problemProperty().subscribe(text -> fields.revealFirstError()));
    model.load();
  }

  private boolean mayWrite(FormTarget target) {
    User user = workspace.session().user();
    return target instanceof FormTarget.Existing
        ? user.mayModify(page.type())
        : user.mayCreate(page.type());
  }

  private static FormExit navigating(ResourcePage page, Navigator navigator, Workspace workspace) {
    return new FormExit() {
      @Override
      public void created(ConfigurationObject object) {
        if (page.list() instanceof Route.Licences licences) {
          navigator.replace(licences);
          return;
        }
        ResourcePage own =
            object.type().equals(page.type())
                ? page
                : ResourcePage.of(
                        object.type(), workspace.configuration().catalog(), workspace.messages())
                    .orElseThrow();
        navigator.replace(new Route.EditObject(own, object.id()));
      }

      @Override
      public void cancelled() {
        navigator.open(page.list());
      }
    };
  }

  private void show(ResourceFormViewModel.State state) {
    if (state == ResourceFormViewModel.State.GONE) {
      content
          .getChildren()
          .setAll(
              EmptyState.of(
                  MaterialDesignF.FILE_QUESTION_OUTLINE, messages.get("form.gone", page.one())));
    } else if (state != ResourceFormViewModel.State.LOADING
        && nested == null
        && !content.getChildren().contains(form)) {
      content.getChildren().setAll(form);
      focus();
    }
  }

  /** The form's own undo reaches beyond the field with the cursor, unlike that of text fields. */
  private void undoOrRedo(KeyEvent event) {
    if (!event.isShortcutDown()) {
      return;
    }
    boolean redo =
        event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z && event.isShiftDown();
    if (redo || event.getCode() == KeyCode.Z) {
      event.consume();
      Optional<FieldModel> changed = redo ? model.redoEdit() : model.undoEdit();
      changed.ifPresent(fields::reveal);
    }
  }

  private Region whole() {
    FormBanners banners = new FormBanners(model, messages);
    VBox.setVgrow(fields.view(), Priority.ALWAYS);
    VBox all =
        new VBox(
            banners.changedElsewhere(),
            banners.problem(),
            new AdviceBanner(model, fields, messages).view(),
            fields.view());
    if (model.exists() && page.type().recordClass() == Conference.class) {
      all.getChildren().addFirst(banners.live(workspace.board()));
    }
    if (model.exists() && page.type().recordClass() == IvrTheme.class) {
      all.getChildren().add(themeFiles());
    }
    all.getChildren().add(buttons());
    all.setId("form");
    return all;
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

  private Node buttons() {
    FormButtons buttons =
        new FormButtons(model, workspace.settings(), messages, this::save, this::cancel);
    if (model.exists()) {
      new ObjectActions(
              model, workspace, fileChoice, () -> content.getScene().getWindow(), exit::created)
          .buttons(page.type())
          .forEach(buttons::add);
    }
    return buttons.view();
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

  private InlineCreation inPlace() {
    return new InlineCreation() {
      @Override
      public boolean allows(ResourceType<?> type) {
        return workspace.session().user().mayModify(type);
      }

      @Override
      public void create(ResourceType<?> type, Consumer<ConfigurationObject> onCreated) {
        createInPlace(type, onCreated);
      }
    };
  }

  /** Shows the empty form of another resource; what is created there goes to the consumer. */
  private void createInPlace(ResourceType<?> type, Consumer<ConfigurationObject> onCreated) {
    ResourcePage.of(type, workspace.configuration().catalog(), messages)
        .ifPresent(
            other ->
                cover(
                    new ResourceFormPage(
                        other,
                        new FormTarget.New(),
                        workspace,
                        fileChoice,
                        new FormExit() {
                          @Override
                          public void created(ConfigurationObject object) {
                            uncover();
                            onCreated.accept(object);
                          }

                          @Override
                          public void cancelled() {
                            uncover();
                          }
                        })));
  }

  private void cover(ResourceFormPage other) {
    nested = other;
    title.unbind();
    title.bind(other.title());
    // The page has margins already.
    other.content().getStyleClass().remove("page-content");
    content.getChildren().setAll(other.content());
    // Once the button that was pressed has left the window, and the cursor with it.
    workspace.tasks().onUi(other::focus);
  }

  private void uncover() {
    ResourceFormPage covering = nested;
    nested = null;
    if (covering != null) {
      covering.close();
    }
    title.unbind();
    title.bind(model.titleProperty());
    content.getChildren().clear();
    show(model.stateProperty().get());
  }

  private Dialogs dialogs() {
    return new Dialogs(content.getScene().getWindow(), messages);
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
    if (nested != null) {
      nested.focus();
    } else {
      // Before it has its styles, what scrolls is not in the window yet and takes no cursor.
      content.applyCss();
      fields.focus();
    }
  }

  @Override
  public void refresh() {
    if (nested != null) {
      nested.refresh();
    } else {
      leave(model::reload);
    }
  }

  @Override
  public void save() {
    if (nested != null) {
      nested.save();
    } else {
      model.save(this::confirmEndOfCalls, this::saved);
    }
  }

  private void confirmEndOfCalls(Runnable save) {
    dialogs()
        .confirmDanger(
            messages.get("form.end-calls.title", title.get()),
            messages.get("form.end-calls.text"),
            List.of(),
            messages.get("form.end-calls.action"),
            save);
  }

  private void saved(ResourceFormViewModel.Saved saved) {
    new SavedNotice(page.type(), workspace).show(saved, content.getScene().getWindow());
    if (!model.exists()) {
      exit.created(saved.object());
    }
  }

  @Override
  public void cancel() {
    if (nested != null) {
      nested.cancel();
    } else if (page.type().singleton()) {
      leave(model::undo);
    } else {
      // Once the changes are discarded, the navigator has nothing left to ask.
      leave(exit::cancelled);
    }
  }

  @Override
  public void leave(Runnable proceed) {
    if (nested != null) {
      nested.leave(() -> leaveAlone(proceed));
    } else {
      leaveAlone(proceed);
    }
  }

  private void leaveAlone(Runnable proceed) {
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
    if (nested != null) {
      nested.close();
    }
    unsubscribe.run();
    subscription.unsubscribe();
    fields.close();
  }
}
