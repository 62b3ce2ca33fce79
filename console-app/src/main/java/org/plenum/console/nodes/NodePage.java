package org.plenum.console.nodes;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.collections.MapChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.plenum.console.configuration.LocationNames;
import org.plenum.console.control.EmptyState;
import org.plenum.console.control.Property;
import org.plenum.console.control.PropertyGrid;
import org.plenum.console.i18n.Messages;
import org.plenum.console.shell.StatusPage;
import org.plenum.console.shell.Workspace;
import org.plenum.console.status.StatusFreshness;
import org.plenum.rpc.status.NodeStatus;

/** Everything that one conferencing node reports (DIAG-261 to DIAG-280). */
public final class NodePage extends StatusPage {
  private static final double GIBI = 1L << 30;
  private static final List<StatusFreshness> FRESHNESS = List.of(StatusFreshness.values());

  private final long id;
  private final Workspace workspace;
  private final Messages messages;
  private final LocationNames locations;
  private final PropertyGrid<NodeStatus> grid;
  private final Node details;
  private final Runnable untick;
  private final MapChangeListener<Long, NodeStatus> listener;
  private final Subscription namesSubscription;

  /** The page of a node, which may be deleted already. */
  public NodePage(long id, Workspace workspace) {
    super("node", workspace.messages().get("page.node"), workspace.messages());
    this.id = id;
    this.workspace = workspace;
    this.messages = workspace.messages();
    this.locations = workspace.locations();
    this.grid = new PropertyGrid<>("node-", properties());
    ScrollPane scroll = new ScrollPane(grid.view());
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    details = scroll;
    listener =
        change -> {
          if (change.getKey() == id) {
            show();
          }
        };
    workspace.board().nodes().addListener(listener);
    namesSubscription = locations.namesProperty().subscribe((before, now) -> show());
    untick = workspace.ticker().onTick(this::show);
    show();
  }

  private List<Property<NodeStatus>> properties() {
    return List.of(
        property("name", NodeStatus::getName),
        property("address", NodeStatus::getAddress),
        property("location", node -> locations.name(node.getLocationId())),
        property("version", NodeStatus::getVersion),
        property("deploy_status", node -> messages.value("deploy-status.", node.getDeployStatus())),
        property("sync_status", node -> messages.value("sync-status.", node.getSyncStatus())),
        property("configuration_version", n -> String.valueOf(n.getConfigurationVersion())),
        property(
            "maintenance",
            node -> messages.get(node.getMaintenanceMode() ? "value.yes" : "value.no")),
        property("boot_time", node -> workspace.times().at(node.getBootTime())),
        property("last_updated", node -> workspace.times().at(node.getLastUpdated())),
        property("last_contact", n -> workspace.times().at(n.getLastAttemptedContact())),
        property("media_load", node -> node.getMediaLoad() + " %"),
        property("max_hd_calls", node -> String.valueOf(node.getMaxHdCalls())),
        property("max_full_hd_calls", node -> String.valueOf(node.getMaxFullHdCalls())),
        property("max_sd_calls", node -> String.valueOf(node.getMaxSdCalls())),
        property("max_audio_calls", node -> String.valueOf(node.getMaxAudioCalls())),
        property("cpu", node -> node.getCpuCount() + " × " + node.getCpuModel()),
        property(
            "ram", node -> String.format(Locale.ENGLISH, "%.1f GiB", node.getTotalRam() / GIBI)));
  }

  private Property<NodeStatus> property(String key, Function<NodeStatus, String> text) {
    return new Property<>(key, messages.get("node." + key), text);
  }

  private void show() {
    NodeStatus node = workspace.board().nodes().get(id);
    if (node == null) {
      setContent(EmptyState.of(MaterialDesignS.SERVER_OFF, messages.get("node.gone")));
      return;
    }
    setTitle(node.getName());
    grid.show(node);
    Node lastUpdated = grid.view().lookup("#node-last_updated");
    StatusFreshness now = StatusFreshness.of(node, workspace.times().now());
    for (StatusFreshness freshness : FRESHNESS) {
      lastUpdated.pseudoClassStateChanged(
          PseudoClass.getPseudoClass(freshness.name().toLowerCase(Locale.ROOT)), freshness == now);
    }
    setContent(details);
  }

  @Override
  public void close() {
    untick.run();
    namesSubscription.unsubscribe();
    workspace.board().nodes().removeListener(listener);
  }
}
