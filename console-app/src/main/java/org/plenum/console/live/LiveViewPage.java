package org.plenum.console.live;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.plenum.console.control.EmptyState;
import org.plenum.console.control.Toolbar;
import org.plenum.console.i18n.Messages;
import org.plenum.console.live.graph.Graph;
import org.plenum.console.settings.ConsoleSettings.ThemeName;
import org.plenum.console.shell.Navigator;
import org.plenum.console.shell.Route;
import org.plenum.console.shell.StatusPage;
import org.plenum.console.shell.Workspace;

/** The platform as a live graph, and the same as a tree table (DIAG-025 to DIAG-065). */
public final class LiveViewPage extends StatusPage {
  private static final double ZOOM_BUTTON = 1.3;
  private static final double CARD_DISTANCE = 18;

  private final Workspace workspace;
  private final Navigator navigator;
  private final Messages messages;
  private final LiveViewModel model;
  private final GraphView graph;
  private final LiveTree tree;
  private final HoverCard card;
  private final Pane overlay = new Pane();
  private final Label emptyLocations = new Label();
  private final Label counts = new Label();
  private final Region nothing;
  private final Subscription subscriptions;

  /** A page that follows the status board. */
  public LiveViewPage(Workspace workspace, Navigator navigator) {
    super("live-view", workspace.messages().get("page.live-view"), workspace.messages());
    this.workspace = workspace;
    this.navigator = navigator;
    this.messages = workspace.messages();
    this.model = new LiveViewModel(workspace);
    this.card = new HoverCard(workspace);
    this.graph = new GraphView(messages.get("live.area"), this::hover, this::open);
    this.tree = new LiveTree(messages, this::open);
    graph.setAccessibleText(messages.get("live.accessible"));
    nothing = (Region) EmptyState.of(MaterialDesignS.SERVER_OFF, messages.get("live.empty"));
    nothing.setMouseTransparent(true);
    overlay.setMouseTransparent(true);
    overlay.getChildren().add(card);
    StackPane stack = new StackPane(graph, nothing, overlay);
    stack.getStyleClass().add("graph");
    graph.addEventHandler(MouseEvent.MOUSE_MOVED, this::placeCard);
    Tab graphTab = new Tab(messages.get("live.tab.graph"), stack);
    graphTab.setId("live-tab-graph");
    Tab tableTab = new Tab(messages.get("live.tab.table"), tree.view());
    tableTab.setId("live-tab-table");
    TabPane tabs = new TabPane(graphTab, tableTab);
    tabs.setId("live-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    setContent(toolbar().view(), tabs, legend());
    subscriptions =
        model
            .graphProperty()
            .subscribe(this::show)
            .and(
                workspace
                    .settings()
                    .currentProperty()
                    .subscribe(
                        now -> {
                          graph.dress(
                              now.theme() == ThemeName.DARK ? GraphColors.DARK : GraphColors.LIGHT);
                          graph.allowMotion(!now.reduceMotion());
                        }));
  }

  private Toolbar toolbar() {
    Toolbar toolbar = new Toolbar();
    counts.setId("live-counts");
    toolbar.add(counts);
    toolbar.space();
    toolbar.button(
        "live-zoom-in",
        MaterialDesignM.MAGNIFY_PLUS_OUTLINE,
        messages.get("live.zoom-in"),
        () -> graph.zoomBy(ZOOM_BUTTON));
    toolbar.button(
        "live-zoom-out",
        MaterialDesignM.MAGNIFY_MINUS_OUTLINE,
        messages.get("live.zoom-out"),
        () -> graph.zoomBy(1 / ZOOM_BUTTON));
    toolbar.button(
        "live-fit", MaterialDesignF.FIT_TO_PAGE_OUTLINE, messages.get("live.fit"), graph::fit);
    return toolbar;
  }

  private Region legend() {
    emptyLocations.setId("live-empty-locations");
    emptyLocations.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    emptyLocations.setWrapText(true);
    emptyLocations.managedProperty().bind(emptyLocations.textProperty().isNotEmpty());
    return new HBox(emptyLocations);
  }

  private void show(Graph now) {
    graph.show(now);
    tree.show(now);
    nothing.setVisible(now.nodes().isEmpty());
    int participants = now.conferences().stream().mapToInt(icon -> icon.dots().size()).sum();
    counts.setText(
        messages.get("live.counts", now.nodes().size(), now.conferences().size(), participants));
    emptyLocations.setText(
        now.emptyLocations().isEmpty()
            ? ""
            : messages.get("live.empty-locations", String.join(", ", now.emptyLocations())));
  }

  private void hover(Optional<Graph.Item> item) {
    item.ifPresentOrElse(card::show, card::hide);
  }

  /** Beside the pointer, and inside the window. */
  private void placeCard(MouseEvent event) {
    card.autosize();
    double x = event.getX() + CARD_DISTANCE;
    double y = event.getY() + CARD_DISTANCE;
    if (x + card.getWidth() > overlay.getWidth()) {
      x = event.getX() - CARD_DISTANCE - card.getWidth();
    }
    y = Math.min(y, overlay.getHeight() - card.getHeight());
    card.relocate(Math.max(0, x), Math.max(0, y));
  }

  private void open(Graph.Item item) {
    switch (item) {
      case Graph.NodeIcon icon -> navigator.open(new Route.NodeDetails(icon.node().id()));
      case Graph.ConferenceIcon icon ->
          navigator.open(new Route.ConferenceDetails(icon.conference().id()));
      case Graph.Dot dot -> navigator.open(new Route.ParticipantDetails(dot.participant().id()));
      case Graph.Area _ -> graph.fit();
    }
  }

  @Override
  public void focus() {
    graph.requestFocus();
  }

  @Override
  public void refresh() {
    workspace.link().connect();
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    graph.stop();
    model.close();
  }
}
