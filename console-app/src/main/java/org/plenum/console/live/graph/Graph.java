package org.plenum.console.live.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The platform laid out. Immutable.
 *
 * @param areas locations that have nodes
 * @param emptyLocations names of those that have none (DIAG-032)
 * @param nodes icons of nodes
 * @param conferences icons of conferences
 * @param bounds of all
 */
public record Graph(
    List<Area> areas,
    List<String> emptyLocations,
    List<NodeIcon> nodes,
    List<ConferenceIcon> conferences,
    Bounds bounds) {
  /** Nothing to draw. */
  public static final Graph EMPTY =
      new Graph(List.of(), List.of(), List.of(), List.of(), Bounds.EMPTY);

  /** Something that the pointer can be over. */
  public sealed interface Item {}

  /**
   * The background of a location.
   *
   * @param share of its HD calls in use, 0 to 1 (DIAG-033)
   * @param capacity HD calls
   */
  public record Area(long id, String name, Disc disc, double share, int capacity) implements Item {}

  /** A node. */
  public record NodeIcon(Platform.Node node, Disc disc) implements Item {}

  /** A conference with the dots of its participants. */
  public record ConferenceIcon(Platform.Conference conference, Disc disc, List<Dot> dots)
      implements Item {}

  /** A participant. */
  public record Dot(Platform.Participant participant, Point center, String conferenceId)
      implements Item {}

  /**
   * What is at a place.
   *
   * @param dotReach from a dot's centre; 0 when dots are not shown
   */
  public Optional<Item> at(Point place, double dotReach) {
    return dotAt(place, dotReach).or(() -> iconAt(place)).or(() -> areaAt(place));
  }

  private Optional<Item> dotAt(Point place, double reach) {
    if (reach <= 0) {
      return Optional.empty();
    }
    return conferences.stream()
        .flatMap(icon -> icon.dots().stream())
        .filter(dot -> dot.center().distance(place) <= reach)
        .findFirst()
        .map(Item.class::cast);
  }

  private Optional<Item> iconAt(Point place) {
    return Stream.<Item>concat(
            conferences.stream().filter(icon -> icon.disc().contains(place)),
            nodes.stream().filter(icon -> icon.disc().contains(place)))
        .findFirst();
  }

  private Optional<Item> areaAt(Point place) {
    return areas.stream()
        .filter(area -> area.disc().contains(place))
        .findFirst()
        .map(Item.class::cast);
  }

  /** The icon that stands for the same thing as one of an earlier graph. */
  public Optional<Item> same(Item earlier) {
    Stream<? extends Item> candidates =
        switch (earlier) {
          case Area area -> areas.stream().filter(other -> other.id() == area.id());
          case NodeIcon icon ->
              nodes.stream().filter(other -> other.node().id() == icon.node().id());
          case ConferenceIcon icon ->
              conferences.stream()
                  .filter(other -> other.conference().id().equals(icon.conference().id()));
          case Dot dot ->
              conferences.stream()
                  .filter(icon -> icon.conference().id().equals(dot.conferenceId()))
                  .flatMap(icon -> icon.dots().stream())
                  .filter(other -> other.participant().id().equals(dot.participant().id()));
        };
    return candidates.findFirst().map(Item.class::cast);
  }

  /** Icons that stay bright while the pointer is over an item (DIAG-057, DIAG-058). */
  public Related relatedTo(Item item) {
    return switch (item) {
      case NodeIcon icon -> relatedToNodes(Set.of(icon.node().id()));
      case ConferenceIcon icon ->
          new Related(icon.conference().nodes(), Set.of(icon.conference().id()));
      case Dot dot ->
          conferences.stream()
              .filter(icon -> icon.conference().id().equals(dot.conferenceId()))
              .findFirst()
              .map(this::relatedTo)
              .orElse(Related.NONE);
      case Area area ->
          relatedToNodes(
              nodes.stream()
                  .map(NodeIcon::node)
                  .filter(node -> node.locationId() == area.id())
                  .map(Platform.Node::id)
                  .collect(Collectors.toSet()));
    };
  }

  private Related relatedToNodes(Set<Long> ids) {
    return new Related(
        ids,
        conferences.stream()
            .map(ConferenceIcon::conference)
            .filter(conference -> conference.nodes().stream().anyMatch(ids::contains))
            .map(Platform.Conference::id)
            .collect(Collectors.toSet()));
  }

  /** Nodes and conferences that belong together. */
  public record Related(Set<Long> nodes, Set<String> conferences) {
    /** Nothing belongs together. */
    public static final Related NONE = new Related(Set.of(), Set.of());
  }
}
