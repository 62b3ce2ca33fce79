package org.plenum.console.nodes;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.plenum.console.configuration.LocationNames;
import org.plenum.console.control.EmptyState;
import org.plenum.console.control.LiveRows;
import org.plenum.console.control.StatusColumn;
import org.plenum.console.control.StatusTable;
import org.plenum.console.control.TableMemory;
import org.plenum.console.control.Toolbar;
import org.plenum.console.i18n.Messages;
import org.plenum.console.shell.Navigator;
import org.plenum.console.shell.Route;
import org.plenum.console.shell.StatusPage;
import org.plenum.console.shell.Workspace;
import org.plenum.rpc.status.NodeStatus;

/** All conferencing nodes as they report (DIAG-261 to DIAG-274). */
public final class NodesPage extends StatusPage {
  private final Workspace workspace;
  private final Messages messages;
  private final LocationNames locations;
  private final LiveRows<Long, NodeStatus> rows;
  private final StatusTable<NodeStatus> table;
  private final TextField search;
  private final Subscription namesSubscription;

  /** A page that follows the status board. */
  public NodesPage(Workspace workspace, Navigator navigator) {
    super("nodes", workspace.messages().get("page.nodes"), workspace.messages());
    this.workspace = workspace;
    this.messages = workspace.messages();
    this.locations = workspace.locations();
    rows = new LiveRows<>(workspace.board().nodes());
    table = new StatusTable<>("nodes-table", columns(), rows.rows(), workspace.ticker());
    TableMemory.attach(table.view(), "nodes", workspace.settings());
    table.onOpen(node -> navigator.open(new Route.NodeDetails(node.getNodeId())));
    table.placeholder(EmptyState.of(MaterialDesignS.SERVER_OFF, messages.get("nodes.empty")));
    namesSubscription =
        locations.namesProperty().subscribe((before, now) -> table.view().refresh());
    Toolbar toolbar = new Toolbar();
    search =
        toolbar.search(
            "nodes-search",
            messages.get("action.search"),
            text -> rows.filter(node -> matches(node, text)));
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    setContent(toolbar.view(), table.view());
  }

  private boolean matches(NodeStatus node, String search) {
    String all =
        node.getName() + "\n" + node.getAddress() + "\n" + locations.name(node.getLocationId());
    return all.toLowerCase(Locale.ROOT).contains(search.strip().toLowerCase(Locale.ROOT));
  }

  private List<StatusColumn<NodeStatus>> columns() {
    return List.of(
        StatusColumn.of("name", text("name"), NodeStatus::getName, 95),
        StatusColumn.of("address", text("address"), NodeStatus::getAddress, 118),
        StatusColumn.of(
            "location", text("location"), node -> locations.name(node.getLocationId()), 95),
        StatusColumn.of(
            "deploy_status",
            text("deploy_status"),
            node -> messages.value("deploy-status.", node.getDeployStatus()),
            112),
        StatusColumn.of(
            "maintenance",
            text("maintenance"),
            node -> node.getMaintenanceMode() ? messages.get("value.yes") : "",
            118),
        StatusColumn.ordered(
            "media_load",
            text("media_load"),
            node -> node.getMediaLoad() + " %",
            NodeStatus::getMediaLoad,
            104),
        StatusColumn.ordered(
            "max_hd_calls",
            text("max_hd_calls"),
            node -> String.valueOf(node.getMaxHdCalls()),
            NodeStatus::getMaxHdCalls,
            78),
        StatusColumn.ordered(
            "last_updated",
            text("last_updated"),
            node -> workspace.times().at(node.getLastUpdated()),
            NodeStatus::getLastUpdated,
            210),
        StatusColumn.of("version", text("version"), NodeStatus::getVersion, 84));
  }

  private String text(String column) {
    return messages.get("node." + column);
  }

  @Override
  public void focus() {
    table.view().requestFocus();
  }

  @Override
  public void search() {
    search.requestFocus();
  }

  @Override
  public void close() {
    namesSubscription.unsubscribe();
    rows.close();
    table.close();
  }
}
