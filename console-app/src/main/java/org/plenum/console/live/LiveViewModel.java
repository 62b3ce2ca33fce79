package org.plenum.console.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.configuration.LocationNames;
import org.plenum.console.live.graph.Graph;
import org.plenum.console.live.graph.GraphLayout;
import org.plenum.console.live.graph.Platform;
import org.plenum.console.live.graph.Platform.NodeState;
import org.plenum.console.shell.Workspace;
import org.plenum.console.status.Conference;
import org.plenum.console.status.StatusBoard;
import org.plenum.console.status.StatusFreshness;
import org.plenum.rpc.status.NodeStatus;
import org.plenum.rpc.status.ParticipantStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the graph up to date. It is laid out in the background, one at a time: changes that come
 * meanwhile are in the next.
 */
public final class LiveViewModel implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveViewModel.class);

  private final StatusBoard board;
  private final TaskExecutor tasks;
  private final Workspace workspace;
  private final LocationNames locations;
  private final GraphLayout layout = new GraphLayout();
  private final ReadOnlyObjectWrapper<Graph> graph = new ReadOnlyObjectWrapper<>(Graph.EMPTY);
  private final Subscription subscriptions;
  private final Runnable untick;
  private Platform shown = Platform.EMPTY;
  private boolean working;
  private boolean again;

  /** Follows the status board. */
  public LiveViewModel(Workspace workspace) {
    this.workspace = workspace;
    this.board = workspace.board();
    this.tasks = workspace.tasks();
    this.locations = workspace.locations();
    subscriptions =
        board
            .revisionProperty()
            .subscribe(revision -> update())
            .and(locations.namesProperty().subscribe((before, now) -> update()));
    // A node that falls silent is noticed without an event.
    untick = workspace.ticker().onTick(this::update);
  }

  /** The graph as it is now. */
  public ReadOnlyObjectProperty<Graph> graphProperty() {
    return graph.getReadOnlyProperty();
  }

  private void update() {
    if (working) {
      again = true;
      return;
    }
    Platform now = platform();
    if (now.equals(shown)) {
      return;
    }
    working = true;
    again = false;
    tasks.run(
        () -> layout.layOut(now),
        result -> {
          shown = now;
          graph.set(result);
          finished();
        },
        failure -> {
          LOG.error("the graph could not be laid out", failure);
          finished();
        });
  }

  private void finished() {
    working = false;
    if (again) {
      update();
    }
  }

  private Platform platform() {
    Instant now = workspace.times().now();
    Map<Long, String> names = new TreeMap<>(locations.namesProperty().get());
    List<Platform.Node> nodes = new ArrayList<>();
    for (NodeStatus node : board.nodes().values()) {
      names.putIfAbsent(node.getLocationId(), "");
      nodes.add(
          new Platform.Node(
              node.getNodeId(),
              node.getName(),
              node.getAddress(),
              node.getLocationId(),
              node.getMaxHdCalls(),
              node.getMediaLoad() / 100.0,
              stateOf(node, now)));
    }
    nodes.sort(Comparator.comparingLong(Platform.Node::id));
    return new Platform(
        names.entrySet().stream()
            .map(entry -> new Platform.Location(entry.getKey(), entry.getValue()))
            .toList(),
        nodes,
        board.conferences().values().stream()
            .sorted(Comparator.comparingLong(Conference::startTime).thenComparing(Conference::id))
            .map(LiveViewModel::conference)
            .toList());
  }

  /** The precedence is that of DIAG-043. */
  private static NodeState stateOf(NodeStatus node, Instant now) {
    if (!StatusFreshness.of(node, now).reporting()) {
      return NodeState.NOT_REPORTING;
    }
    return node.getMaintenanceMode() ? NodeState.MAINTENANCE : NodeState.NORMAL;
  }

  private static Platform.Conference conference(Conference conference) {
    return new Platform.Conference(
        conference.id(),
        conference.name(),
        conference.serviceType(),
        conference.locked(),
        conference.startTime(),
        conference.nodeIds(),
        conference.participants().stream().map(LiveViewModel::participant).toList());
  }

  private static Platform.Participant participant(ParticipantStatus participant) {
    return new Platform.Participant(
        participant.getId(),
        participant.getDisplayName().isEmpty()
            ? participant.getParticipantAlias()
            : participant.getDisplayName(),
        participant.getIsPresenting(),
        participant.getIsStreaming(),
        !participant.getHasMedia());
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    untick.run();
  }
}
