package org.plenum.console.shell;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.effect.ColorAdjust;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.StatusBar;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.plenum.console.i18n.Messages;
import org.plenum.console.settings.Settings;
import org.plenum.console.theme.Theme;

/** The main window's content. */
public final class MainView {
  private static final String DIVIDER = "main";
  private static final double FIRST_DIVIDER = 0.24;
  private static final double STALE_SATURATION = -0.55;

  private final MainViewModel model;
  private final Workspace workspace;
  private final Messages messages;
  private final Theme theme;
  private final Runnable onLogout;
  private final BorderPane root = new BorderPane();
  private final StackPane pageHolder = new StackPane();
  private final Label title = new Label();
  private final NavigationView navigation;
  private Subscription titleSubscription = Subscription.EMPTY;

  /** Shows a view-model; {@code onLogout} goes back to the log-in window. */
  public MainView(MainViewModel model, Workspace workspace, Theme theme, Runnable onLogout) {
    this.model = model;
    this.workspace = workspace;
    this.messages = workspace.messages();
    this.theme = theme;
    this.onLogout = onLogout;
    this.navigation = new NavigationView(model);
    root.setId("main");
    root.setCenter(body());
    root.setBottom(footer());
    model.pageProperty().subscribe(this::show);
    ColorAdjust faded = new ColorAdjust(0, STALE_SATURATION, 0, 0);
    model
        .staleSinceProperty()
        .subscribe(stale -> pageHolder.setEffect(stale.isEmpty() ? null : faded));
  }

  /** The window's content. */
  public Parent root() {
    return root;
  }

  /** Makes the window's keyboard shortcuts work. */
  public void installShortcuts(Scene scene) {
    shortcut(scene, new KeyCodeCombination(KeyCode.F5), () -> page().refresh());
    shortcut(scene, ctrl(KeyCode.R), () -> page().refresh());
    shortcut(scene, ctrl(KeyCode.N), () -> page().create());
    shortcut(scene, ctrl(KeyCode.F), () -> page().search());
    shortcut(scene, ctrl(KeyCode.S), () -> page().save());
    shortcut(scene, ctrl(KeyCode.M), navigation::focus);
    shortcut(scene, new KeyCodeCombination(KeyCode.ESCAPE), () -> page().cancel());
    shortcut(scene, new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN), model::back);
  }

  private static KeyCombination ctrl(KeyCode key) {
    return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
  }

  private static void shortcut(Scene scene, KeyCombination keys, Runnable action) {
    scene.getAccelerators().put(keys, action);
  }

  private Page page() {
    return model.pageProperty().get();
  }

  private void show(Page page) {
    titleSubscription.unsubscribe();
    if (page == null) {
      return;
    }
    titleSubscription = page.title().subscribe(title::setText);
    pageHolder.getChildren().setAll(page.content());
    page.focus();
  }

  private SplitPane body() {
    VBox.setVgrow(pageHolder, Priority.ALWAYS);
    pageHolder.getStyleClass().add("page");
    VBox right = new VBox(header(), new StaleBanner(model, messages).root(), pageHolder);
    SplitPane split = new SplitPane(navigationColumn(), right);
    split.setId("main-split");
    SplitPane.setResizableWithParent(split.getItems().getFirst(), false);
    Settings settings = workspace.settings();
    split.setDividerPositions(settings.get().dividers().getOrDefault(DIVIDER, FIRST_DIVIDER));
    split
        .getDividers()
        .getFirst()
        .positionProperty()
        .subscribe(
            (before, now) -> settings.update(s -> s.withDivider(DIVIDER, now.doubleValue())));
    return split;
  }

  private Region navigationColumn() {
    Label brand = new Label(messages.get("app.name"));
    brand.getStyleClass().addAll(Styles.TITLE_3, "brand-name");
    Label platform = new Label(workspace.session().platformName());
    platform.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    platform.setId("platform-name");
    VBox head = new VBox(2, brand, platform);
    head.getStyleClass().add("navigation-head");
    VBox.setVgrow(navigation.root(), Priority.ALWAYS);
    VBox column = new VBox(head, navigation.root());
    column.getStyleClass().add("navigation-column");
    column.setMinWidth(170);
    return column;
  }

  private HBox header() {
    Button back = iconButton("header-back", MaterialDesignA.ARROW_LEFT, "header.back");
    back.disableProperty().bind(model.canGoBackProperty().not());
    back.setOnAction(event -> model.back());
    title.setId("page-title");
    title.getStyleClass().add(Styles.TITLE_3);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button refresh = iconButton("header-refresh", MaterialDesignR.REFRESH, "header.refresh");
    refresh.setOnAction(event -> page().refresh());
    Button light = iconButton("header-theme", MaterialDesignT.THEME_LIGHT_DARK, "header.theme");
    light.setOnAction(event -> theme.toggle());
    HBox header = new HBox(8, back, title, space, refresh, light, userMenu());
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("header");
    return header;
  }

  private MenuButton userMenu() {
    Settings settings = workspace.settings();
    CheckMenuItem help = new CheckMenuItem(messages.get("header.help"));
    help.setId("menu-help");
    help.setSelected(!settings.get().hideHelp());
    help.setOnAction(event -> settings.update(now -> now.withHideHelp(!help.isSelected())));
    CheckMenuItem motion = new CheckMenuItem(messages.get("header.reduce-motion"));
    motion.setId("menu-reduce-motion");
    motion.setSelected(settings.get().reduceMotion());
    motion.setOnAction(event -> settings.update(now -> now.withReduceMotion(motion.isSelected())));
    MenuItem logout = new MenuItem(messages.get("header.logout"));
    logout.setId("menu-logout");
    logout.setOnAction(event -> model.leave(onLogout));
    MenuButton user =
        new MenuButton(
            workspace.session().user().name(),
            new FontIcon(MaterialDesignA.ACCOUNT_CIRCLE_OUTLINE),
            help,
            motion,
            new SeparatorMenuItem(),
            logout);
    user.setId("header-user");
    user.getStyleClass().add(Styles.FLAT);
    return user;
  }

  private Button iconButton(String id, Ikon icon, String key) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setTooltip(new Tooltip(messages.get(key)));
    button.setAccessibleText(messages.get(key));
    return button;
  }

  private StatusBar footer() {
    StatusBar footer = new StatusBar();
    footer.setId("footer");
    footer.textProperty().bind(model.connectionProperty());
    Label version = new Label(messages.get("footer.version", workspace.session().serverVersion()));
    version.getStyleClass().add(Styles.TEXT_MUTED);
    footer.getRightItems().add(version);
    return footer;
  }
}
