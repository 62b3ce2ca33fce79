package org.plenum.console.status;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.plenum.rpc.status.ConferenceStatus;
import org.plenum.rpc.status.ParticipantStatus;

/**
 * One conference as people see it, whatever number of nodes it is on (DIAG-097).
 *
 * @param id the same on all its nodes
 * @param parts its state on each node; at least one, the oldest first
 * @param participants longest connected first
 */
public record Conference(
    String id, List<ConferenceStatus> parts, List<ParticipantStatus> participants) {
  private static final Comparator<ConferenceStatus> OLDEST_FIRST =
      Comparator.comparingLong(ConferenceStatus::getStartTime)
          .thenComparing(ConferenceStatus::getNodeId);
  private static final Comparator<ParticipantStatus> LONGEST_FIRST =
      Comparator.comparingLong(ParticipantStatus::getConnectTime)
          .thenComparing(ParticipantStatus::getId);

  /** Sorts. */
  public Conference {
    parts = parts.stream().sorted(OLDEST_FIRST).toList();
    participants = participants.stream().sorted(LONGEST_FIRST).toList();
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a conference runs on at least one node");
    }
  }

  static Conference of(
      String id, Collection<ConferenceStatus> parts, Collection<ParticipantStatus> participants) {
    return new Conference(id, List.copyOf(parts), List.copyOf(participants));
  }

  /** Name of the service, or rule and identifier of a gateway call (DIAG-094). */
  public String name() {
    return parts.getFirst().getName();
  }

  /** Identifier of the service; 0 for a gateway call. */
  public long serviceId() {
    return parts.getFirst().getServiceId();
  }

  /** The service type, such as {@code conference} or {@code lecture}. */
  public String serviceType() {
    return parts.getFirst().getServiceType();
  }

  /** When it began on the first node; milliseconds since 1970. */
  public long startTime() {
    return parts.getFirst().getStartTime();
  }

  /** Whether nobody else may join. */
  public boolean locked() {
    return parts.stream().anyMatch(ConferenceStatus::getIsLocked);
  }

  /** Whether guests cannot be heard. */
  public boolean guestsMuted() {
    return parts.stream().anyMatch(ConferenceStatus::getGuestsMuted);
  }

  /** The administrator's label; empty for none. */
  public String tag() {
    return parts.getFirst().getTag();
  }

  /** Nodes that handle its media. */
  public Set<Long> nodeIds() {
    return parts.stream().map(ConferenceStatus::getNodeId).collect(Collectors.toSet());
  }
}
