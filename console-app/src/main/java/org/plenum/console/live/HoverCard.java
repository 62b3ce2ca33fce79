package org.plenum.console.live;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.plenum.console.i18n.Messages;
import org.plenum.console.live.graph.Graph;
import org.plenum.console.live.graph.Platform;
import org.plenum.console.shell.Workspace;
import org.plenum.console.status.Conference;
import org.plenum.rpc.status.ParticipantStatus;

/** What the pointer is over, in words (DIAG-028 to DIAG-031). */
final class HoverCard extends VBox {
  private static final int MAX_PARTICIPANTS = 15;

  private final Workspace workspace;
  private final Messages messages;

  HoverCard(Workspace workspace) {
    super(4);
    this.workspace = workspace;
    this.messages = workspace.messages();
    setId("live-hover");
    getStyleClass().add("hover-card");
    setMouseTransparent(true);
    setVisible(false);
  }

  void show(Graph.Item item) {
    List<String> lines =
        switch (item) {
          case Graph.Area area -> location(area);
          case Graph.NodeIcon icon -> node(icon.node());
          case Graph.ConferenceIcon icon -> conference(icon.conference());
          case Graph.Dot dot -> participant(dot);
        };
    getChildren().clear();
    for (String line : lines) {
      Label label = new Label(line);
      label.getStyleClass().add(getChildren().isEmpty() ? Styles.TEXT_BOLD : Styles.TEXT_SMALL);
      getChildren().add(label);
    }
    setVisible(true);
  }

  void hide() {
    setVisible(false);
  }

  /** All that is shown, for tests and for readers of the screen. */
  String text() {
    return getChildren().stream()
        .map(child -> ((Label) child).getText())
        .collect(Collectors.joining("\n"));
  }

  private List<String> location(Graph.Area area) {
    return List.of(
        area.name(),
        messages.get("live.location.load", Math.round(area.share() * 100), area.capacity()));
  }

  private List<String> node(Platform.Node node) {
    List<String> lines = new ArrayList<>();
    lines.add(node.name());
    lines.add(node.address());
    lines.add(messages.get("live.node.load", Math.round(node.load() * 100)));
    lines.add(messages.get("live.node.capacity", node.capacity()));
    if (node.state() != Platform.NodeState.NORMAL) {
      lines.add(messages.get("live.state." + node.state().name()));
    }
    return lines;
  }

  private List<String> conference(Platform.Conference conference) {
    List<String> lines = new ArrayList<>();
    lines.add(conference.name());
    lines.add(messages.value("service-type.", conference.serviceType()));
    lines.add(
        messages.get("live.conference.since", workspace.times().since(conference.startTime())));
    if (conference.locked()) {
      lines.add(messages.get("live.conference.locked"));
    }
    List<Platform.Participant> present = conference.participants();
    lines.add(messages.get("live.conference.participants", present.size()));
    present.stream().limit(MAX_PARTICIPANTS).map(this::line).forEach(lines::add);
    if (present.size() > MAX_PARTICIPANTS) {
      lines.add(messages.get("live.conference.more", present.size() - MAX_PARTICIPANTS));
    }
    return lines;
  }

  private String line(Platform.Participant participant) {
    List<String> markers = new ArrayList<>();
    if (participant.presenting()) {
      markers.add(messages.get("live.participant.presenting"));
    }
    if (participant.streaming()) {
      markers.add(messages.get("live.participant.streaming"));
    }
    if (participant.controlOnly()) {
      markers.add(messages.get("live.participant.control-only"));
    }
    return "• "
        + participant.name()
        + (markers.isEmpty() ? "" : " (" + String.join(", ", markers) + ")");
  }

  private List<String> participant(Graph.Dot dot) {
    ParticipantStatus status =
        workspace
            .board()
            .participants()
            .getOrDefault(dot.participant().id(), ParticipantStatus.getDefaultInstance());
    List<String> lines = new ArrayList<>();
    lines.add(line(dot.participant()).substring(2));
    lines.add(status.getParticipantAlias());
    workspace.board().conferenceOf(status).map(Conference::name).ifPresent(lines::add);
    lines.add(status.getProtocol());
    lines.add(
        messages.get("live.conference.since", workspace.times().since(status.getConnectTime())));
    return lines;
  }
}
