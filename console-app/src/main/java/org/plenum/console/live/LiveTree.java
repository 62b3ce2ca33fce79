package org.plenum.console.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.plenum.console.i18n.Messages;
import org.plenum.console.live.graph.Graph;
import org.plenum.console.live.graph.Platform;

/**
 * The content of the graph as a tree table: location, node, conference, participant. For keyboards
 * and screen readers (DIAG-062).
 */
final class LiveTree {
  private final Messages messages;
  private final TreeTableView<Line> view = new TreeTableView<>();

  /** A line; the key stays the same while texts change. */
  private record Line(
      String key, String name, String kind, String detail, Graph.@Nullable Item item) {}

  private record Branch(Line line, List<Branch> children) {}

  LiveTree(Messages messages, Consumer<Graph.Item> onOpen) {
    this.messages = messages;
    view.setId("live-tree");
    view.setShowRoot(false);
    view.setRoot(new TreeItem<>(new Line("", "", "", "", null)));
    view.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    view.getColumns().add(column("live.tree.name", Line::name, 360));
    view.getColumns().add(column("live.tree.kind", Line::kind, 180));
    view.getColumns().add(column("live.tree.detail", Line::detail, 280));
    view.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            open(onOpen);
          }
        });
    view.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            open(onOpen);
          }
        });
  }

  TreeTableView<?> view() {
    return view;
  }

  private void open(Consumer<Graph.Item> onOpen) {
    TreeItem<Line> selected = view.getSelectionModel().getSelectedItem();
    if (selected != null && selected.getValue().item() != null) {
      onOpen.accept(selected.getValue().item());
    }
  }

  private TreeTableColumn<Line, String> column(
      String key, Function<Line, String> text, double width) {
    TreeTableColumn<Line, String> column = new TreeTableColumn<>(messages.get(key));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(
        features -> new ReadOnlyStringWrapper(text.apply(features.getValue().getValue())));
    return column;
  }

  void show(Graph graph) {
    List<Branch> branches = new ArrayList<>();
    for (Graph.Area area : graph.areas()) {
      branches.add(
          new Branch(
              new Line(
                  "location-" + area.id(),
                  area.name(),
                  messages.get("live.kind.location"),
                  messages.get(
                      "live.location.load", Math.round(area.share() * 100), area.capacity()),
                  area),
              graph.nodes().stream()
                  .filter(icon -> icon.node().locationId() == area.id())
                  .map(icon -> node(graph, icon))
                  .toList()));
    }
    for (String name : graph.emptyLocations()) {
      branches.add(
          new Branch(
              new Line(
                  "empty-" + name,
                  name,
                  messages.get("live.kind.location"),
                  messages.get("live.no-nodes"),
                  null),
              List.of()));
    }
    merge(view.getRoot(), branches);
  }

  private Branch node(Graph graph, Graph.NodeIcon icon) {
    Platform.Node node = icon.node();
    return new Branch(
        new Line(
            "node-" + node.id(),
            node.name(),
            messages.get("live.kind.node"),
            messages.get("live.node.load", Math.round(node.load() * 100)),
            icon),
        graph.conferences().stream()
            .filter(conference -> conference.conference().nodes().contains(node.id()))
            .map(conference -> conference(node.id(), conference))
            .toList());
  }

  private Branch conference(long node, Graph.ConferenceIcon icon) {
    Platform.Conference conference = icon.conference();
    return new Branch(
        new Line(
            node + "-" + conference.id(),
            conference.name(),
            messages.value("service-type.", conference.serviceType()),
            messages.get("live.conference.participants", conference.participants().size()),
            icon),
        icon.dots().stream()
            .map(
                dot ->
                    new Branch(
                        new Line(
                            node + "-" + dot.participant().id(),
                            dot.participant().name(),
                            messages.get("live.kind.participant"),
                            "",
                            dot),
                        List.of()))
            .toList());
  }

  /** Items that stay keep their place in the tree, so that selection and open branches stay. */
  private static void merge(TreeItem<Line> parent, List<Branch> branches) {
    Map<String, TreeItem<Line>> present = new HashMap<>();
    parent.getChildren().forEach(item -> present.put(item.getValue().key(), item));
    List<TreeItem<Line>> items = new ArrayList<>();
    for (Branch branch : branches) {
      TreeItem<Line> item = present.get(branch.line().key());
      if (item == null) {
        item = new TreeItem<>(branch.line());
        item.setExpanded(true);
      } else if (!item.getValue().equals(branch.line())) {
        item.setValue(branch.line());
      }
      merge(item, branch.children());
      items.add(item);
    }
    if (!items.equals(parent.getChildren())) {
      parent.getChildren().setAll(items);
    }
  }
}
