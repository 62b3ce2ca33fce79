package org.plenum.console.status;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.plenum.model.status.StatusKey;
import org.plenum.rpc.status.ConferenceStatus;
import org.plenum.rpc.status.NodeStatus;
import org.plenum.rpc.status.ParticipantStatus;
import org.plenum.rpc.status.StatusEvent;

/**
 * What runs on the platform now, as far as the console knows. Fed with batches of events; keeps the
 * last known state while the connection is away (DIAG-065). For the JavaFX thread.
 */
public final class StatusBoard {
  private final ObservableMap<Long, NodeStatus> nodes = FXCollections.observableHashMap();
  private final ObservableMap<String, ParticipantStatus> participants =
      FXCollections.observableHashMap();
  private final ObservableMap<String, Conference> conferences = FXCollections.observableHashMap();

  private final Map<String, Map<Long, ConferenceStatus>> parts = new HashMap<>();
  private final Map<String, Map<String, ParticipantStatus>> rosters = new HashMap<>();
  private final Set<String> touched = new HashSet<>();

  /** The last event of each thing: what a reset has to compare the new full state with. */
  private final Map<StatusKey, StatusEvent> known = new HashMap<>();

  /** What was known before a reset and the full state after it has not confirmed yet. */
  private final Map<StatusKey, StatusEvent> unconfirmed = new HashMap<>();

  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();

  /** Nodes by identifier; unmodifiable. */
  public ObservableMap<Long, NodeStatus> nodes() {
    return FXCollections.unmodifiableObservableMap(nodes);
  }

  /** Participants by identifier; unmodifiable. */
  public ObservableMap<String, ParticipantStatus> participants() {
    return FXCollections.unmodifiableObservableMap(participants);
  }

  /** Conferences by identifier; unmodifiable. */
  public ObservableMap<String, Conference> conferences() {
    return FXCollections.unmodifiableObservableMap(conferences);
  }

  /** Grows with every batch that was applied. */
  public ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** The conference that a participant is in, unless it is not known. */
  public Optional<Conference> conferenceOf(ParticipantStatus participant) {
    return Optional.ofNullable(conferences.get(participant.getConferenceId()));
  }

  /** Name of a node; empty for one that is not known. */
  public String nodeName(long id) {
    NodeStatus node = nodes.get(id);
    return node == null ? "" : node.getName();
  }

  /** Applies a batch of events in their order. */
  public void apply(List<StatusEvent> events) {
    for (StatusEvent event : events) {
      switch (event.getEventCase()) {
        case RESET -> {
          unconfirmed.clear();
          unconfirmed.putAll(known);
        }
        case COMPLETE -> forgetUnconfirmed();
        default -> StatusKey.of(event).ifPresent(key -> apply(key, event));
      }
    }
    touched.forEach(this::rebuild);
    touched.clear();
    revision.set(revision.get() + 1);
  }

  private void apply(StatusKey key, StatusEvent event) {
    unconfirmed.remove(key);
    if (StatusKey.ends(event)) {
      forget(key);
      return;
    }
    StatusEvent before = known.put(key, event);
    switch (key.kind()) {
      case NODE -> nodes.put(event.getNode().getNodeId(), event.getNode());
      case CONFERENCE -> {
        ConferenceStatus part = event.getConference();
        parts.computeIfAbsent(part.getId(), id -> new HashMap<>()).put(part.getNodeId(), part);
        touched.add(part.getId());
      }
      case PARTICIPANT -> {
        if (before != null) {
          leaveRoster(before.getParticipant());
        }
        ParticipantStatus participant = event.getParticipant();
        participants.put(participant.getId(), participant);
        rosters
            .computeIfAbsent(participant.getConferenceId(), id -> new HashMap<>())
            .put(participant.getId(), participant);
        touched.add(participant.getConferenceId());
      }
    }
  }

  /** A reset forgets what was known, but the screen must not go blank until the new is here. */
  private void forgetUnconfirmed() {
    List.copyOf(unconfirmed.keySet()).forEach(this::forget);
    unconfirmed.clear();
  }

  private void forget(StatusKey key) {
    StatusEvent last = known.remove(key);
    if (last == null) {
      return;
    }
    switch (key.kind()) {
      case NODE -> nodes.remove(last.getNode().getNodeId());
      case CONFERENCE -> {
        ConferenceStatus part = last.getConference();
        removeFrom(parts, part.getId(), part.getNodeId());
        touched.add(part.getId());
      }
      case PARTICIPANT -> {
        participants.remove(last.getParticipant().getId());
        leaveRoster(last.getParticipant());
      }
    }
  }

  private void leaveRoster(ParticipantStatus participant) {
    removeFrom(rosters, participant.getConferenceId(), participant.getId());
    touched.add(participant.getConferenceId());
  }

  private static <K, V> void removeFrom(Map<String, Map<K, V>> groups, String id, K member) {
    Map<K, V> group = groups.get(id);
    if (group != null) {
      group.remove(member);
      if (group.isEmpty()) {
        groups.remove(id);
      }
    }
  }

  private void rebuild(String id) {
    Map<Long, ConferenceStatus> current = parts.get(id);
    if (current == null) {
      conferences.remove(id);
    } else {
      conferences.put(
          id, Conference.of(id, current.values(), rosters.getOrDefault(id, Map.of()).values()));
    }
  }
}
