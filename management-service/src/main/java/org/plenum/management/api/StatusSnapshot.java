package org.plenum.management.api;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.model.config.ConfigurationView;
import org.plenum.model.config.Stored;
import org.plenum.model.resource.SystemLocation;
import org.plenum.model.status.StatusFeed;
import org.plenum.model.status.StatusKey.Kind;
import org.plenum.rpc.status.ConferenceStatus;
import org.plenum.rpc.status.NodeStatus;
import org.plenum.rpc.status.ParticipantStatus;
import org.plenum.rpc.status.StatusEvent;

/**
 * Everything that one status request may need, taken once.
 *
 * @param nodes all nodes
 * @param conferences all conferences, one entry for each node that hosts one
 * @param participants all participants
 * @param locations all locations
 */
record StatusSnapshot(
    List<NodeStatus> nodes,
    List<ConferenceStatus> conferences,
    List<ParticipantStatus> participants,
    List<Stored<SystemLocation>> locations) {

  static StatusSnapshot of(StatusFeed feed, ConfigurationStore store) {
    return new StatusSnapshot(
        feed.all(Kind.NODE).stream().map(StatusEvent::getNode).toList(),
        feed.all(Kind.CONFERENCE).stream().map(StatusEvent::getConference).toList(),
        feed.all(Kind.PARTICIPANT).stream().map(StatusEvent::getParticipant).toList(),
        store.read(reader -> ((ConfigurationView) reader).all(SystemLocation.class).toList()));
  }

  Map<Long, NodeStatus> nodesById() {
    return nodes.stream().collect(Collectors.toMap(NodeStatus::getNodeId, Function.identity()));
  }

  Map<Long, String> locationNames() {
    return locations.stream()
        .collect(Collectors.toMap(Stored::id, location -> location.value().name()));
  }

  /** One entry for each conference, whichever node tells of it. */
  Map<String, ConferenceStatus> conferencesById() {
    return conferences.stream()
        .collect(
            Collectors.toMap(
                ConferenceStatus::getId,
                Function.identity(),
                (one, other) -> one.getStartTime() <= other.getStartTime() ? one : other,
                java.util.LinkedHashMap::new));
  }
}
