package org.plenum.node.conference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a conference, in order of arrival and in order of most recent speech. Used by the owner
 * of the conference only.
 */
final class Roster {
  private final Map<UUID, Participant> byId = new LinkedHashMap<>();
  private final List<Participant> bySpeech = new ArrayList<>();
  private @Nullable Participant speaker;

  void add(Participant participant) {
    byId.put(participant.id, participant);
  }

  /** Takes a participant out; false if it was not in. */
  boolean remove(Participant participant) {
    bySpeech.remove(participant);
    if (participant == speaker) {
      speaker = null;
    }
    return byId.remove(participant.id) != null;
  }

  /** Gives a participant its place in the order of speech: last, as it has not spoken yet. */
  void joined(Participant participant) {
    participant.state = Participant.State.JOINED;
    bySpeech.add(participant);
  }

  /** Makes a participant the current speaker. */
  void spoke(Participant participant) {
    bySpeech.remove(participant);
    bySpeech.addFirst(participant);
    speaker = participant;
  }

  /** Nobody is the current speaker, if this participant was. */
  void silenced(Participant participant) {
    if (participant == speaker) {
      speaker = null;
    }
  }

  boolean isSpeaking(Participant participant) {
    return participant == speaker;
  }

  Optional<Participant> find(UUID id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Participant> findByEndpoint(String endpointId) {
    return byId.values().stream()
        .filter(each -> !each.isConnecting() && each.endpoint().id().equals(endpointId))
        .findFirst();
  }

  /** Everybody in order of arrival; a copy, so that participants may be removed meanwhile. */
  List<Participant> all() {
    return List.copyOf(byId.values());
  }

  /** Joined participants, the most recent speaker first (SVX-148). */
  List<Participant> bySpeech() {
    return List.copyOf(bySpeech);
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }

  /** All, also those who connect or wait. */
  int size() {
    return byId.size();
  }

  int joined() {
    return bySpeech.size();
  }

  boolean any(Predicate<Participant> condition) {
    Collection<Participant> everybody = byId.values();
    return everybody.stream().anyMatch(condition);
  }
}
