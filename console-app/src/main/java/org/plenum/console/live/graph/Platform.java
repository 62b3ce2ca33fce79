package org.plenum.console.live.graph;

import java.util.List;
import java.util.Set;

/**
 * What the graph is to show: the platform at one moment.
 *
 * @param locations all, in the order of their identifiers
 * @param nodes all, in the order of their identifiers
 * @param conferences all, the oldest first
 */
public record Platform(List<Location> locations, List<Node> nodes, List<Conference> conferences) {
  /** Nothing is known yet. */
  public static final Platform EMPTY = new Platform(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Platform {
    locations = List.copyOf(locations);
    nodes = List.copyOf(nodes);
    conferences = List.copyOf(conferences);
  }

  /** A system location. */
  public record Location(long id, String name) {}

  /** How a node is drawn (DIAG-036 to DIAG-042). */
  public enum NodeState {
    NORMAL,
    MAINTENANCE,
    NOT_REPORTING;

    /** Whether the icon pulsates. */
    public boolean pulsates() {
      return this != NORMAL;
    }
  }

  /**
   * A conferencing node.
   *
   * @param capacity HD calls
   * @param load share of the capacity in use, 0 to 1
   */
  public record Node(
      long id,
      String name,
      String address,
      long locationId,
      int capacity,
      double load,
      NodeState state) {}

  /**
   * A conference.
   *
   * @param nodes that handle its media; not empty
   * @param startTime milliseconds since 1970
   */
  public record Conference(
      String id,
      String name,
      String serviceType,
      boolean locked,
      long startTime,
      Set<Long> nodes,
      List<Participant> participants) {}

  /** Somebody in a conference. */
  public record Participant(
      String id, String name, boolean presenting, boolean streaming, boolean controlOnly) {}
}
